# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the phone page under test comes from: scenes of the real queue, or a server that runs."""

import email.utils
import http.server
import json
import subprocess
import threading


class ScriptedHall:
    """Serves what the fixture printed. `go` moves on to a scene; `down` answers 503, `up` ends that."""

    can_show_scenes = True
    path = "/T/SLIP"

    def __init__(self, fixture):
        printed = subprocess.run([str(fixture)], capture_output=True, text=True, check=True).stdout
        self._said = json.loads(printed)
        self._now = "waiting"
        self._is_down = False
        hall = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):  # noqa: N802, named by the library
                hall._answer(self)

            def log_message(self, *_):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_port}{self.path}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()

    @property
    def scenes(self):
        return self._said["scenes"]

    def has(self, step):
        return step in ("down", "up") or step in self.scenes

    def go(self, step):
        if step in ("down", "up"):
            self._is_down = step == "down"
        else:
            assert step in self.scenes, f"the fixture has no scene {step}"
            self._now = step

    def _answer(self, request):
        scene = self.scenes[self._now]
        if self._is_down or request.path != self.path:
            request.send_response(503 if self._is_down else 404)
            request.send_header("Content-Length", "0")
            request.end_headers()
            return
        is_json = "application/json" in request.headers.get("Accept", "")
        is_same = is_json and request.headers.get("If-None-Match") == scene["tag"]
        english = request.headers.get("Accept-Language", "").startswith("en")
        body = b"" if is_same else scene["json" if is_json else "en" if english else "id"].encode()
        request.send_response_only(304 if is_same else scene["status"])
        request.send_header("Date", email.utils.formatdate(scene["at_ms"] / 1000, usegmt=True))
        for name, value in self._said["jsonHeaders" if is_json else "pageHeaders"].items():
            request.send_header(name, value)
        if is_json:
            request.send_header("ETag", scene["tag"])
        if not is_same:
            request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)


class LiveHall:
    """A server that runs: `url` is the link of a ticket that waits with a range. `commands` makes things
    happen there, by step: `called`, `recalled`, `down`, `up`. A step without a command is not tested."""

    can_show_scenes = False

    def __init__(self, url, commands):
        self.url = url
        self._commands = commands

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def has(self, step):
        return step in self._commands

    def go(self, step):
        subprocess.run(self._commands[step], shell=True, check=True)
