#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every way to start the program wrongly ends with its own exit code and words that say what to mend."""

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


def second_process_is_told(out):
    first = subprocess.Popen([str(PROGRAM), "demo", "--headless", "--visitors", "9", "--out", str(out)],
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + 30
        while not (out / "screens").exists() and time.monotonic() < end:
            time.sleep(0.05)
        expect(UNUSABLE, ["journal-in-use"], "demo", "--headless", "--out", out)
        expect(DONE, ["sound"], "journal", "verify", out / "journal.db")
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
        second_process_is_told(folder / "shared")
    return 0


if __name__ == "__main__":
    sys.exit(main())
