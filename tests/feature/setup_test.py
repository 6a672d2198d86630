#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A new site by `anjungan setup`: told by a file of answers and asked step by step. What it made serves, its log is
empty, the first slip and the first call were a training site's; another machine enrols with what was printed."""

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from program import PROGRAM, assert_sound, events_of, run

PATIENCE_S = 120
OTHERS = re.compile(r"anjungan enrol --config (\S+) --code (\S+)")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def common(folder):
    """What all machines have in common: nobody listens here, so what is said goes into files."""
    config = folder / "common.toml"
    config.write_text('[voice]\nfolder = "said"\n')
    return config


def start(folder, *arguments, **options):
    command = [str(PROGRAM), "setup", "--folder", str(folder / "site"), "--port", str(free_port()), "--config",
               str(common(folder)), *arguments]
    return subprocess.Popen(command, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                            env={**os.environ, **options})


def check_site(folder, said):
    site = folder / "site"
    slips = list((site / "percobaan" / "slips").glob("*.png"))
    assert len(slips) == 1 and slips[0].stem == "A-001", f"{slips}\n{said}"
    assert sorted(path.name for path in (site / "percobaan").iterdir()) == ["slips"], "the training site is still there"
    assert list((folder / "said").glob("*.wav")), f"nothing was said\n{said}"
    assert_sound(site / "server" / "journal.db")
    kinds = [event["kind"] for event in events_of(site / "server" / "journal.db")]
    assert "catalogue-published" in kinds and "ticket-issued" not in kinds, kinds


def answers_of_a_file_are_enough():
    """And other machines enrol while it waits for them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        answers = folder / "answers.toml"
        answers.write_text('kind = "desa"\nsite = "desa-coba"\nname = "Kantor Desa Sukamaju"\nkiosks = 2\n')
        begin = time.monotonic()
        setup = start(folder, "--answers", str(answers), "--yes", "--wait", str(PATIENCE_S))
        lines, others = [], []
        for line in setup.stdout:
            lines.append(line)
            found = OTHERS.search(line)
            if found:
                others.append(found.groups())
                # Elsewhere it has a data directory of its own.
                state = folder / "elsewhere" / str(len(others))
                code, out, err = run("enrol", "--config", found[1], "--code", found[2],
                                     environment={"XDG_STATE_HOME": str(state)})
                assert code == 0, out + err
        said = "".join(lines)
        assert setup.wait(PATIENCE_S) == 0, said
        assert len(others) == 3, said
        assert time.monotonic() - begin < PATIENCE_S, "it waited for machines that had come"
        assert "belum mendaftar" not in said and "Kantor Desa" not in said.split("\n", maxsplit=1)[0], said
        check_site(folder, said)
        catalogue = (folder / "site" / "catalogue.json").read_text()
        assert "Kantor Desa Sukamaju" in catalogue and '"desa-coba"' in catalogue, catalogue


def asks_step_by_step_and_again_where_an_answer_is_none():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        setup = start(folder, "--guided", "--language", "en", "--kiosks", "1")
        said, _ = setup.communicate("kecamatan\nTwo Words\nkec\n" + "\n" * 8, timeout=PATIENCE_S)
        assert setup.returncode == 0, said
        assert said.count("A short name") == 2 and "cannot be used" in said, said
        assert "How many kiosks" not in said, "asked for what was given"
        assert "have not enrolled yet" in said, said
        check_site(folder, said)


def refuses_what_it_cannot_use():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        answers = folder / "answers.toml"
        for wrong in ("colour = 3\n", 'kind = "istana"\n', "kiosks = 0\n", "= =\n"):
            answers.write_text(wrong)
            code, out, err = run("setup", "--folder", folder / "site", "--answers", answers, "--yes")
            assert code == 3 and "answers-invalid" in err, (wrong, code, out, err)
        setup = start(folder, "--guided")
        said, _ = setup.communicate("desa\n", timeout=PATIENCE_S)
        assert setup.returncode == 4 and "answer-missing" in said, said
        (folder / "site" / "server").mkdir(parents=True)
        code, out, err = run("setup", "--folder", folder / "site", "--yes")
        assert code == 4 and "directory-exists" in err, (code, out, err)
        assert not list((folder / "site" / "server").iterdir()), "something was put into what was there"


def main():
    for check in (answers_of_a_file_are_enough, asks_step_by_step_and_again_where_an_answer_is_none,
                  refuses_what_it_cannot_use):
        check()
        print(f"{check.__name__}: ok", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
