#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole building by one command: a server, two kiosks, four counters and two displays, each a process of its own,
play a day over HTTPS without a screen. With `--kill-server` the server dies in the middle of it and is started again:
the building goes on, and no number and no call is there twice. Whichever way the parent ends, nothing it started
outlives it."""

import argparse
import json
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from program import PROGRAM, assert_sound, events_of, run

FACES = {"kiosk": 2, "counter": 4, "display": 2}


def processes_of(out):
    """Who was started with something of this folder on the command line."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            words = (entry / "cmdline").read_bytes().split(b"\0")
        except (OSError, NotADirectoryError):
            continue
        if entry.name.isdigit() and any(word.startswith(str(out).encode()) for word in words):
            found.append((int(entry.name), words))
    return found


def check_summary(out, visitors, kills):
    summary = json.loads((out / "summary.json").read_text())
    assert summary["visitors"] == summary["issued"] == visitors, summary
    assert summary["served"] + summary["no_show"] + summary["cancelled"] == visitors, summary
    for wrong in ("duplicate_numbers", "duplicate_calls", "not_as_intended", "wrong_slips"):
        assert summary[wrong] == 0, summary
    assert summary["journal_sound"] and 0 < summary["p50_ms"] <= summary["p99_ms"], summary
    processes = summary["processes"]
    server = processes.pop("server")
    assert server == {"kills": kills, "ended_well": True}, server
    assert sorted(face["face"] for face in processes.values()) == sorted(
        kind for kind, count in FACES.items() for _ in range(count)), processes
    for name, face in processes.items():
        assert face["exit"] == 0, (name, face)
        # A kiosk may have given its last number before the server died.
        assert face["lost_contact"] >= kills or face["face"] == "kiosk", (name, face)
    assert sum(face.get("issued", 0) for face in processes.values()) == visitors, processes


def check_day(out, visitors):
    """What the server kept agrees with what each machine kept, and every machine did its part."""
    events = events_of(out / "server" / "journal.db")
    assert_sound(out / "server" / "journal.db")
    issued = [(event["actor"]["device"], event["body"]["number"]) for event in events
              if event["kind"] == "ticket-issued"]
    assert len({number for _, number in issued}) == visitors, issued
    slips = [(folder.name, slip.stem) for folder in (out / "devices").glob("kiosk-*")
             for slip in (folder / "slips").glob("*.png")]
    assert sorted(slips) == sorted(issued), (slips, issued)
    assert {device for device, _ in issued} == {"kiosk-1", "kiosk-2"}, issued
    for device in (out / "devices").iterdir():
        if device.name != "manager":
            assert list((out / "screens" / device.name).glob("*.png")), f"no picture of {device.name}"
    assert list((out / "devices" / "display-1" / "audio").glob("*.wav")), "nothing was said"
    assert not list((out / "devices" / "display-2").glob("audio/*.wav")), "two displays speak"


def plays_a_day(visitors, kill_after):
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        kill = ["--kill-server-after", kill_after] if kill_after else []
        code, said, log = run("building", "--headless", "--visitors", visitors, "--out", out, *kill, timeout=380)
        print(said)
        logs = "".join(f"== {file.name}\n{file.read_text()}" for file in sorted((out / "log").glob("*.log")))
        assert code == 0, f"exit {code}\n{said}\n{log}\n{logs}"
        assert "qml" not in logs.lower(), f"QML complains:\n{logs}"
        check_summary(out, visitors, 1 if kill_after else 0)
        check_day(out, visitors)
        assert processes_of(out) == [], "something was left running"


def leaves_nobody_behind():
    """The parent dies as nobody can prepare for; and a folder that holds a building is not built on again."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        with subprocess.Popen([str(PROGRAM), "building", "--headless", "--visitors", "50", "--out", str(out)],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as parent:
            until = time.monotonic() + 60
            while len(processes_of(out)) < 1 + 1 + sum(FACES.values()):
                assert parent.poll() is None and time.monotonic() < until, "the building does not start"
                time.sleep(0.1)
            parent.send_signal(signal.SIGKILL)
            parent.wait()
        until = time.monotonic() + 15
        while processes_of(out):
            assert time.monotonic() < until, processes_of(out)
            time.sleep(0.1)
        code, _, log = run("building", "--headless", "--visitors", "6", "--out", out)
        assert code == 4 and "directory-exists" in log, (code, log)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--visitors", type=int, default=6)
    parser.add_argument("--kill-server", action="store_true")
    arguments = parser.parse_args()
    plays_a_day(arguments.visitors, arguments.visitors // 2 if arguments.kill_server else 0)
    if not arguments.kill_server:
        leaves_nobody_behind()
    return 0


if __name__ == "__main__":
    sys.exit(main())
