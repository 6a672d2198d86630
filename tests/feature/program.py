# SPDX-License-Identifier: GPL-3.0-or-later
"""The built executable, and what the feature tests ask of it."""

import json
import os
import subprocess
from pathlib import Path

PROGRAM = Path(os.environ["ANJUNGAN_BUILD_DIR"]) / "app" / "anjungan"


def run(*arguments, timeout=300, environment=None):
    """Runs to the end; gives exit code, standard output and standard error."""
    done = subprocess.run([str(PROGRAM), *map(str, arguments)], capture_output=True, text=True, timeout=timeout,
                          env={**os.environ, **(environment or {})}, check=False)
    return done.returncode, done.stdout, done.stderr


def events_of(journal):
    """Every event of a journal, by `journal export`."""
    code, out, err = run("journal", "export", journal)
    assert code == 0, err
    return [json.loads(line) for line in out.splitlines()]


def assert_sound(journal):
    code, out, err = run("journal", "verify", journal)
    assert code == 0, f"the journal is not sound:\n{out}{err}"
