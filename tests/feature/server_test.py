#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The server as it is run: a device that is revoked on the command line loses its live log within three seconds, a
stop answers what is under way, ends the logs and takes nothing new, and the log tells no secret and no path; a
training site is made, is open now, and never becomes a real one nor a real one it."""

import json
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from server_program import SERVER, SOURCE, Server, command

REVOKED_WITHIN_S = 3
DRAINED_WITHIN_S = 5 + 2


def issue(device, number):
    """The body of a command that issues a ticket."""
    return {"id": f"{number:032x}", "device": device, "kind": "issue-ticket",
            "body": {"ticket": f"{number + 1:032x}", "services": ["ktp"], "series": 0, "classes": [], "channel": "self",
                     "language": "id", "needs": []}}


def ended_after(response, timeout):
    """Seconds until a live log ended; None where it did not."""
    begin = time.monotonic()
    ended = threading.Event()

    def read():
        while response.readline():
            pass
        ended.set()

    threading.Thread(target=read, daemon=True).start()
    return time.monotonic() - begin if ended.wait(timeout) else None


def revocation_cuts_the_live_log(server):
    revoked, stays = server.enrol("kiosk-1"), server.enrol("counter-1", "counter")
    cut, goes_on = server.follow(revoked), server.follow(stays)
    command("revoke", server.directory, "--device", "kiosk-1")
    took = ended_after(cut, REVOKED_WITHIN_S)
    assert took is not None, f"a revoked device still read the log after {REVOKED_WITHIN_S} s"
    print(f"the log of a revoked device was cut after {took:.2f} s")
    assert ended_after(goes_on, 1) is None, "another device's log was cut too"
    status, _, problem = server.ask("GET", f"/v1/sites/{server.site}/log?after=0.0", token=revoked)
    assert (status, problem["code"]) == (401, "token-unknown"), problem
    return [revoked, stays]


def a_stop_drains(server):
    token = server.enrol("kiosk-2")
    log = server.follow(token)
    idle = server.connection()
    idle.request("GET", "/healthz")
    idle.getresponse().read()
    body = json.dumps(issue("kiosk-2", 7)).encode()
    under_way = server.connection()
    under_way.putrequest("POST", f"/v1/sites/{server.site}/commands")
    under_way.putheader("Authorization", f"Bearer {token}")
    under_way.putheader("Content-Length", str(len(body)))
    under_way.endheaders(body[:20])
    time.sleep(0.3)
    begin = time.monotonic()
    server.terminate()
    took = ended_after(log, 2)
    assert took is not None, "the log went on"
    try:
        socket.create_connection(("127.0.0.1", server.port), 1).close()
        raise AssertionError("a connection was taken while the server stops")
    except ConnectionRefusedError:
        pass
    assert server.process.poll() is None, "it did not wait for what was under way"
    under_way.send(body[20:])
    response = under_way.getresponse()
    answer = response.read()
    assert response.status in (200, 409), answer
    assert response.headers["Connection"] == "close"
    code = server.wait(DRAINED_WITHIN_S)
    print(f"stopped {time.monotonic() - begin:.2f} s after it was asked to, {response.status} for what was under way")
    assert code == 0, f"exit {code}"
    return [token]


def who_drips_does_not_hold_a_stop_up(folder):
    with Server(folder) as server:
        drip = server.connection()
        drip.putrequest("POST", "/v1/enrol")
        drip.putheader("Content-Length", "500")
        drip.endheaders(b"{")
        silent = socket.create_connection(("127.0.0.1", server.port))
        time.sleep(0.2)
        begin = time.monotonic()
        server.terminate()
        code = server.wait(DRAINED_WITHIN_S + 3)
        took = time.monotonic() - begin
        print(f"stopped after {took:.2f} s beside a request that never ends")
        assert code == 0 and took < DRAINED_WITHIN_S, f"exit {code} after {took:.1f} s"
        silent.close()
        return server.log


def a_training_site_stays_one(folder):
    real = SOURCE / "tests" / "data" / "tiny_catalogue.json"
    command("init", folder / "real", "--catalogue", real)
    command("init", folder / "training", "--catalogue", real, "--training")
    catalogue = json.loads(command("catalogue", "export", folder / "training"))
    assert catalogue["training"] is True and catalogue["site"] == "contoh", catalogue
    assert catalogue["hours"] == {day: [["00:00", "24:00"]] for day in
                                  ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}, catalogue["hours"]
    catalogue["version"] += 1
    marked = folder / "marked.json"
    marked.write_text(json.dumps(catalogue), encoding="utf-8")
    refused = subprocess.run([str(SERVER), "catalogue", "import", str(folder / "real"), str(marked)],
                             capture_output=True, text=True, timeout=30, check=False)
    assert refused.returncode == 4 and "training-differs" in refused.stderr, refused
    command("catalogue", "import", folder / "training", marked)
    with Server(folder / "training") as server:
        token = server.enrol("kiosk-1")
        status, _, answer = server.ask("POST", f"/v1/sites/{server.site}/commands", issue("kiosk-1", 1), token)
        assert status == 200, f"a training site is open at every hour: {status} {answer}"


def log_tells_nothing(log, secrets, folder):
    text = "".join(log)
    assert "up" in text and "asked to stop" in text, text
    for secret in [*secrets, str(folder), "what()", "terminate", "exception", ".cpp"]:
        assert secret not in text, f"{secret!r} stands in the log:\n{text}"


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder) / "site"
        with Server(folder) as server:
            tokens = revocation_cuts_the_live_log(server)
            status, _, problem = server.ask("GET", "/../../etc/passwd")
            assert (status, problem["code"]) == (404, "not-found"), problem
            tokens += a_stop_drains(server)
            log = server.log
        log += who_drips_does_not_hold_a_stop_up(folder)
        log_tells_nothing(log, tokens, folder)
    with tempfile.TemporaryDirectory() as folder:
        a_training_site_stays_one(Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
