# SPDX-License-Identifier: GPL-3.0-or-later
"""The built server, started as a supervisor does, and plain HTTPS requests to it."""

import http.client
import json
import os
import signal
import ssl
import subprocess
import threading
from pathlib import Path

SERVER = Path(os.environ["ANJUNGAN_BUILD_DIR"]) / "server" / "anjungan-server"
SOURCE = Path(__file__).resolve().parents[2]


def command(*arguments):
    """One act of an administrator; gives its standard output."""
    done = subprocess.run([str(SERVER), *map(str, arguments)], capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 0, f"{arguments}: exit {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


class Server:
    """A site's server on a data directory of its own; its log is read as it comes."""

    def __init__(self, directory, catalogue=SOURCE / "tests" / "data" / "tiny_catalogue.json"):
        self.directory = Path(directory)
        if not self.directory.exists():
            command("init", self.directory, "--catalogue", catalogue)
        self.site = json.loads((self.directory / "catalogue.json").read_text(encoding="utf-8"))["site"]
        if isinstance(self.site, dict):
            self.site = self.site["id"]
        self.context = ssl.create_default_context(cafile=str(self.directory / "ca.crt"))
        self.process = subprocess.Popen([str(SERVER), "serve", str(self.directory), "--listen", "127.0.0.1:0"],
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        assert line.startswith("listening on "), line + self.process.stderr.read()
        self.port = int(line.rsplit(":", 1)[1])
        self.log = []
        self._reader = threading.Thread(target=lambda: self.log.extend(self.process.stderr), daemon=True)
        self._reader.start()

    def connection(self, timeout=10):
        return http.client.HTTPSConnection("127.0.0.1", self.port, context=self.context, timeout=timeout)

    def ask(self, method, path, body=None, token=None, headers=None):
        """Gives status, headers and the body, as JSON where it is that."""
        connection = self.connection()
        sent = dict(headers or {})
        if token:
            sent["Authorization"] = f"Bearer {token}"
        connection.request(method, path, None if body is None else json.dumps(body), sent)
        response = connection.getresponse()
        text = response.read().decode()
        connection.close()
        is_json = "json" in response.headers.get("Content-Type", "")
        return response.status, response.headers, json.loads(text) if is_json and text else text

    def enrol(self, device, role="kiosk"):
        code = command("enrol-code", self.directory, "--device", device, "--role", role).strip()
        status, _, enrolled = self.ask("POST", "/v1/enrol", {"code": code})
        assert status == 200, enrolled
        return enrolled["token"]

    def follow(self, token):
        """A live log, read to where it waits for news."""
        connection = self.connection(timeout=20)
        connection.request("GET", f"/v1/sites/{self.site}/log?after=0.0", headers={"Authorization": f"Bearer {token}"})
        response = connection.getresponse()
        assert response.status == 200, response.read()
        while not response.readline().startswith(b"event: connection"):
            pass
        return response

    def terminate(self):
        self.process.send_signal(signal.SIGTERM)

    def wait(self, timeout):
        code = self.process.wait(timeout)
        self._reader.join(5)
        return code

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
