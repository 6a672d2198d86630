#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every way to start the program wrongly ends with its own exit code and words that say what to mend."""

import json
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from program import PROGRAM, run

DONE, CHECK_FAILED, USAGE, CONFIGURATION, UNUSABLE = range(5)


def expect(code, words, *arguments):
    got, out, err = run(*arguments)
    text = out + err
    assert got == code, f"{arguments}: exit {got}, not {code}\n{text}"
    for word in words:
        assert word in text, f"{arguments}: {word!r} is not in\n{text}"
    assert "terminate called" not in text and "Traceback" not in text, text


def look_after_running(out):
    """What works beside the program that has the journal."""
    journal, copy = out / "journal.db", out / "copy.db"
    expect(DONE, ["events", "busiest day", "catalogue-published"], "journal", "stats", journal)
    figures = json.loads(run("journal", "stats", journal, "--json")[1])
    assert figures["events"] == sum(figures["eventsByKind"].values()) > 0, figures
    expect(DONE, ["sound", "copy.db"], "journal", "backup", journal, copy)
    expect(UNUSABLE, ["file-exists"], "journal", "backup", journal, copy)
    expect(DONE, ["sound"], "journal", "verify", copy)
    expect(DONE, ["nothing to repair"], "journal", "repair", copy)
    expect(DONE, ["nothing to remove"], "journal", "prune", copy, "--keep-days", "30")


def old_journal_is_read(folder):
    """A journal of the first schema: looked at as it is, migrated by the first command that writes."""
    journal = folder / "old.db"
    shutil.copy(Path(__file__).parents[1] / "data" / "journal_v1.db", journal)
    expect(DONE, ["66 events, 6 tickets", "sound"], "journal", "verify", journal)
    expect(DONE, ["schema 1"], "journal", "stats", journal)
    expect(DONE, ["nothing to remove"], "journal", "prune", journal, "--keep-days", "2")
    expect(DONE, ["schema 2"], "journal", "stats", journal)
    with sqlite3.connect(journal) as damaged:
        damaged.execute("DELETE FROM ticket WHERE value = 2")
    expect(CHECK_FAILED, ["projection-differs", "NOT SOUND"], "journal", "verify", journal)
    expect(DONE, ["projection-differs", "6 tickets, every index", "old.db.damaged"], "journal", "repair", journal)
    expect(DONE, ["66 events, 6 tickets", "sound"], "journal", "verify", journal)


def second_process_is_told(out):
    first = subprocess.Popen([str(PROGRAM), "demo", "--headless", "--visitors", "9", "--out", str(out)],
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + 30
        while not (out / "screens").exists() and time.monotonic() < end:
            time.sleep(0.05)
        expect(UNUSABLE, ["journal-in-use"], "demo", "--headless", "--out", out)
        expect(DONE, ["sound"], "journal", "verify", out / "journal.db")
        look_after_running(out)
        expect(UNUSABLE, ["journal-in-use"], "journal", "repair", out / "journal.db")
        expect(UNUSABLE, ["journal-in-use"], "journal", "prune", out / "journal.db", "--keep-days", "30")
        assert first.poll() is None, "the first process did not go on"
    finally:
        first.kill()
        first.wait()


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        expect(DONE, ["demo", "journal", "Exit codes"], "--help")
        expect(DONE, ["0."], "--version")
        expect(USAGE, [], )
        expect(USAGE, [], "kiosk-of-the-future")
        expect(USAGE, ["visitors"], "demo", "--headless", "--visitors", "0")
        expect(USAGE, ["visitors"], "demo", "--headless", "--visitors", "many")
        expect(USAGE, ["FILE"], "journal", "verify")
        expect(USAGE, ["TARGET"], "journal", "backup", "some.db")
        expect(USAGE, ["keep-days"], "journal", "prune", "some.db")
        expect(USAGE, ["keep-days"], "journal", "prune", "some.db", "--keep-days", "1")

        wrong = folder / "wrong.toml"
        wrong.write_text("[kiosk]\nidle-seconds = 60\ncolour = \"blue\"\n")
        expect(CONFIGURATION, ["wrong.toml:3", "colour"], "demo", "--headless", "--config", wrong)
        wrong.write_text("[site]\ncatalogue = \"broken.json\"\n")
        (folder / "broken.json").write_text("{\"version\": 1, ")
        expect(CONFIGURATION, ["catalogue-invalid", "line"], "demo", "--headless", "--config", wrong, "--out",
               folder / "a")
        (folder / "broken.json").unlink()
        expect(CONFIGURATION, ["catalogue-unreadable"], "demo", "--headless", "--config", wrong, "--out", folder / "b")

        nothing = folder / "nothing.db"
        expect(UNUSABLE, ["nothing.db"], "journal", "verify", nothing)
        foreign = folder / "foreign.db"
        foreign.write_bytes(b"not a database at all" * 100)
        expect(UNUSABLE, ["journal-"], "journal", "verify", foreign)
        expect(UNUSABLE, ["journal-"], "journal", "export", foreign)
        assert foreign.read_bytes().startswith(b"not a database"), "a file that is not ours was changed"
        out = folder / "out"
        out.mkdir()
        (out / "journal.db").write_bytes(b"not a database at all" * 100)
        expect(UNUSABLE, ["journal-"], "demo", "--headless", "--out", out)
        blocked = folder / "blocked"
        blocked.write_text("a file where the folder should be")
        expect(UNUSABLE, ["folder-unusable"], "demo", "--headless", "--out", blocked)
        old_journal_is_read(folder)
        second_process_is_told(folder / "shared")
    return 0


if __name__ == "__main__":
    sys.exit(main())
