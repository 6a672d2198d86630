#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 of the whole building while citizens take numbers, again and again on one journal: every number that was
shown or printed is in the journal, none is there twice, no ticket has two unmarked slips, and the journal is sound."""

import argparse
import collections
import contextlib
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from program import PROGRAM, assert_sound, events_of, run

SHOWN = re.compile(r"\bshown ([A-Z]+-\d+)\s*$")


LOOP = Path(os.environ["ANJUNGAN_BUILD_DIR"]) / "tests" / "feature" / "issue_loop"


class Building:
    """One run of the program; remembers the numbers it showed."""

    def __init__(self, out, seed, faces):
        self.shown = []
        command = ([str(PROGRAM), "demo", "--headless", "--visitors", "40", "--seed", str(seed), "--out", str(out)]
                   if faces else [str(LOOP), str(out), "9999"])
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                                         env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self):
        for line in self._process.stdout:
            if found := SHOWN.search(line):
                self.shown.append(found.group(1))

    def wait_for_number(self, patience):
        end = time.monotonic() + patience
        while not self.shown and self._process.poll() is None and time.monotonic() < end:
            time.sleep(0.01)

    def kill(self):
        ended = self._process.poll()
        if ended is None:
            os.kill(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._reader.join()
        return ended


def check_slips(out, issued):
    """Slips on paper belong to tickets, and at most one a ticket is unmarked."""
    with contextlib.closing(sqlite3.connect(f"file:{out / 'journal.db'}?mode=ro", uri=True)) as journal:
        rows = journal.execute("SELECT ticket, reprint FROM slip").fetchall()
    unmarked = collections.Counter(ticket for ticket, reprint in rows if not reprint)
    assert all(count == 1 for count in unmarked.values()), "a ticket has two unmarked slips"
    on_paper = collections.Counter("-".join(file.stem.split("-")[:2]) for file in (out / "slips").glob("*.png"))
    known = collections.Counter(ticket["number"] for ticket in issued)
    for number, count in on_paper.items():
        assert number in known, f"{number} is on paper and not in the journal"
        copies = sum(1 for _, reprint in rows if reprint)
        assert count <= known[number] + copies, f"{number} is on paper {count} times"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--faces", action="store_true", help="the whole building with its windows, not its core alone")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    shown = 0
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        for number in range(options.rounds):
            building = Building(out, number + 1, options.faces)
            building.wait_for_number(patience=90)
            time.sleep(chance.uniform(0, 2.5 if options.faces else 0.4))
            ended = building.kill()
            assert ended is None, f"round {number}: the program ended by itself with {ended}"
            assert building.shown, f"round {number}: no number was shown in time"
            events = events_of(out / "journal.db")
            issued = [event["body"] for event in events if event["kind"] == "ticket-issued"]
            today = {ticket["number"] for ticket in issued if ticket["day"] == issued[-1]["day"]}
            missing = set(building.shown) - today
            assert not missing, f"round {number}: shown but not in the journal: {missing}"
            assert len(building.shown) == len(set(building.shown)), building.shown
            of_a_day = collections.Counter((ticket["day"], ticket["number"]) for ticket in issued)
            assert max(of_a_day.values()) == 1, "a number was given twice on a day"
            check_slips(out, issued)
            assert_sound(out / "journal.db")
            shown += len(building.shown)
        _, report, _ = run("journal", "verify", out / "journal.db")
        slips = len(list((out / "slips").glob("*.png")))
    print(f"{options.rounds} kills, {shown} numbers shown, {slips} slips on paper")
    print(report.strip())
    return 0


if __name__ == "__main__":
    sys.exit(main())
