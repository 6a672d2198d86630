#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""systemd takes the unit files as they are: no key that it does not know, no value that it passes over."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

UNITS = Path(__file__).resolve().parents[2] / "resources" / "systemd"


def verify(unit, folder):
    """The unit with programs that are there: those it names are installed on other machines."""
    text = unit.read_text().replace("/usr/bin/anjungan-server", "/bin/true").replace("/usr/bin/cage", "/bin/true")
    # A template is verified as one of its instances.
    copy = folder / unit.name.replace("@.", "@kiosk.")
    copy.write_text(text)
    done = subprocess.run(["systemd-analyze", "verify", "--man=no", str(copy)], capture_output=True, text=True,
                          check=False)
    said = [line for line in (done.stdout + done.stderr).splitlines() if copy.name in line]
    return done.returncode, said


def main():
    if not shutil.which("systemd-analyze"):
        sys.exit(77)
    units = sorted(UNITS.glob("*.service"))
    assert len(units) == 2, units
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for unit in units:
            code, said = verify(unit, folder)
            assert code == 0 and not said, f"{unit.name}: exit {code}: {said}"
            wrong = folder / unit.name
            wrong.write_text(unit.read_text().replace("Restart=always", "Restart=allways"))
            assert verify(wrong, folder)[1], "a wrong value would be noticed"
    print("the units are sound")


if __name__ == "__main__":
    main()
