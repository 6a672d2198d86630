#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A site's server is backed up while it gives numbers, dies, and is put back elsewhere: by the real programs, over
HTTPS. Its devices stay enrolled, what the backup holds is there, and no number is given twice."""

import concurrent.futures
import json
import os
import secrets
import signal
import ssl
import subprocess
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

BUILD = Path(os.environ["ANJUNGAN_BUILD_DIR"])
SERVER = BUILD / "server" / "anjungan-server"
CATALOGUE = Path(__file__).resolve().parent.parent / "data" / "tiny_catalogue.json"


def command(*arguments, expected=0, feed=None):
    done = subprocess.run([str(SERVER), *map(str, arguments)], capture_output=True, text=True, timeout=120,
                          check=False, input=feed)
    assert done.returncode == expected, f"{arguments}: exit {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


class Running:
    """A server on a directory, and a kiosk that speaks to it."""

    def __init__(self, directory, *options):
        self.process = subprocess.Popen(
            [str(SERVER), "serve", str(directory), "--listen", "127.0.0.1:0", *map(str, options)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        assert line.startswith("listening on "), line + self.process.stderr.read()
        self.url = "https://127.0.0.1:" + line.strip().rsplit(":", 1)[1]
        self.tls = ssl.create_default_context(cafile=str(directory / "ca.crt"))

    def ask(self, path, body=None, token=None):
        request = urllib.request.Request(self.url + path, data=None if body is None else json.dumps(body).encode())
        request.add_header("Content-Type", "application/json")
        if token:
            request.add_header("Authorization", "Bearer " + token)
        with urllib.request.urlopen(request, context=self.tls, timeout=30) as response:
            return response.read().decode()

    def issue(self, token):
        """The number that a citizen gets, and where it stands in the log."""
        ticket = {"ticket": secrets.token_hex(16), "series": 0, "services": ["ktp"], "classes": [],
                  "channel": "self", "language": "id", "needs": []}
        answer = json.loads(self.ask("/v1/sites/contoh/commands", {
            "id": secrets.token_hex(16), "device": "kios-1", "kind": "issue-ticket", "body": ticket}, token))
        event = answer["events"][0]
        return event["body"]["number"], event["position"]

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.communicate()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        _, log = self.process.communicate(timeout=60)
        assert self.process.returncode == 0, log
        return log


def write_catalogue(path, version):
    """Open at any hour, so that the test may run then."""
    catalogue = json.loads(CATALOGUE.read_text())
    always = {day: [["00:00", "24:00"]] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
    catalogue["version"] = version
    catalogue["hours"] = always
    catalogue["closures"] = []
    path.write_text(json.dumps(catalogue))


def lose_and_put_back(out):
    lost, found = out / "site", out / "elsewhere"
    write_catalogue(out / "catalogue.json", 1)
    command("init", lost, "--catalogue", out / "catalogue.json")
    code = command("enrol-code", lost, "--device", "kios-1", "--role", "kiosk").strip()

    server = Running(lost)
    token = json.loads(server.ask("/v1/enrol", {"code": code}))["token"]
    before = [server.issue(token) for _ in range(30)]
    # The backup is made while others take numbers.
    with concurrent.futures.ThreadPoolExecutor() as pool:
        backup = pool.submit(command, "backup", lost, "--to", out / "backup")
        during = []
        while not backup.done() or len(during) < 5:
            during.append(server.issue(token))
        assert "checked" in backup.result(), backup.result()
    after = [server.issue(token) for _ in range(20)]
    server.kill()

    assert "sound" in command("verify-backup", out / "backup")
    said = command("restore", out / "backup", "--to", found, expected=4)
    assert "numbers-doubtful" in said and "--numbers-above" in said, said
    said = command("restore", out / "backup", "--to", found, "--mark", lost / "numbers.mark")
    assert "new epoch" in said, said
    command("restore", out / "backup", "--to", found, "--mark", lost / "numbers.mark", expected=4)

    server = Running(found)
    now = [server.issue(token) for _ in range(40)]
    given = [number for number, _ in before + during + after + now]
    assert len(set(given)) == len(given), "a number was given twice"
    assert now[0][1]["epoch"] > before[0][1]["epoch"], now[0]
    log = server.stop()
    assert "put back from a copy" in log, log

    # What was acknowledged before the backup began is in the log, and it is sound.
    kept = command("backup", found, "--to", out / "second")
    assert "checked" in kept, kept
    return found, token, before


def look_after(found, token):
    """A nightly backup, another catalogue and a diagnosis, all beside the server that runs."""
    second = found.parent / "nightly"
    second.mkdir()
    server = Running(found, "--backup-to", second, "--backup-at", "00:00", "--backups-kept", "2")
    write_catalogue(found.parent / "next.json", 2)
    assert "catalogue 2" in command("catalogue", "import", found, found.parent / "next.json")
    command("catalogue", "import", found, found.parent / "next.json", expected=4)
    for _ in range(200):
        metrics = server.ask("/metrics")
        last = [line for line in metrics.splitlines() if line.startswith("anjungan_last_backup_seconds")]
        published = json.loads(command("catalogue", "export", found))["version"]
        if last and float(last[0].split()[1]) > 0 and published == 2:
            break
        server.issue(token)
    assert published == 2 and float(last[0].split()[1]) > 0, metrics
    state = json.loads(command("diagnose", found, "--metrics", "-", feed=metrics))
    assert state["metrics"]["anjungan_sound"] == "1" and state["soundness"]["sound"], state
    assert token not in json.dumps(state)
    server.stop()
    assert "sound" in command("verify-backup", next(second.glob("contoh-*Z")))


def main():
    with tempfile.TemporaryDirectory() as name:
        found, token, before = lose_and_put_back(Path(name))
        assert len(before) == 30
        look_after(found, token)
    print("put back, and no number twice")


if __name__ == "__main__":
    main()
