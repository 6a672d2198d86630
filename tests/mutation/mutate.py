#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants faults in core and storage, one at a time, and expects a test to fail by each: a rule that no test keeps can
be broken unseen. The plan is faults.toml; a fault is a text that stands once in a file, and what it becomes. Works on a
copy of the tree in build/mutation.

    mutate.py [--list] [--only FOLDER] [NAME…]    only the faults named so; only a folder's faults, by its own tests

Exits 0 only if every fault compiled and was caught.
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import time
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
WORK = ROOT / "build" / "mutation"
TREE = WORK / "tree"
BUILD = TREE / "build" / "dev"
TESTS = {"core": "test_core", "storage": "test_storage"}
# What takes long comes last.
FILTERS = {"core": ["*"], "storage": ["-JournalCrash.*:JournalFault.*:JournalPowerLoss.*", "JournalCrash.*:JournalFault.*:JournalPowerLoss.*"]}
TIMEOUT_S = 300


def copy_tree():
    """The sources as they are now. Files that did not change keep their time, so that builds stay short."""
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT,
                            check=True, capture_output=True, text=True)
    names = {name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()}
    for old in [path for path in TREE.rglob("*") if path.is_file() and BUILD not in path.parents]:
        if str(old.relative_to(TREE)) not in names:
            old.unlink()
    for name in names:
        to = TREE / name
        if not to.exists() or to.read_bytes() != (ROOT / name).read_bytes():
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, to)


def logged(name, *command):
    with open(WORK / name, "w", encoding="utf-8") as log:
        return subprocess.run([str(word) for word in command], stdout=log, stderr=log, check=False).returncode == 0


def build():
    return logged("build.log", "cmake", "--build", BUILD, "--parallel", os.cpu_count(), "--target", *TESTS.values())


def run_tests(folder):
    """The test that failed first, or nothing."""
    return next(filter(None, (run_test(folder, tests) for tests in FILTERS[folder])), None)


def run_test(folder, tests):
    program = BUILD / "tests" / folder / TESTS[folder]
    log = WORK / f"{TESTS[folder]}.log"
    with open(log, "w", encoding="utf-8") as out:
        try:
            done = subprocess.run([str(program), "--gtest_fail_fast", f"--gtest_filter={tests}"], stdout=out, stderr=out, check=False,
                                  timeout=TIMEOUT_S, env={**os.environ, "RC_PARAMS": "seed=2026"})
        except subprocess.TimeoutExpired:
            done = None
    if done and done.returncode == 0:
        return None
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    failed = [line[13:].split(" ")[0] for line in lines if line.startswith("[  FAILED  ] ")]
    running = [line[13:] for line in lines if line.startswith("[ RUN      ] ")]
    if failed:
        return failed[0].strip(",").strip()
    how = "stopped in" if done else "hung in"
    return f"{how} {running[-1].strip() if running else program.name}"


def check_plan(faults):
    for fault in faults:
        count = (ROOT / fault["file"]).read_text(encoding="utf-8").count(fault["find"])
        if count != 1:
            sys.exit(f"mutate: {fault['name']}: its text stands {count} times in {fault['file']}")
        if fault["file"].split("/")[0] not in TESTS:
            sys.exit(f"mutate: {fault['name']}: {fault['file']} is in neither of {', '.join(TESTS)}")


def try_fault(fault):
    path = TREE / fault["file"]
    sound = path.read_text(encoding="utf-8")
    path.write_text(sound.replace(fault["find"], fault["replace"]), encoding="utf-8")
    try:
        if not build():
            return "does not compile", False
        own = fault["file"].split("/")[0]
        for folder in sorted(TESTS, key=lambda name: name != own):
            if caught := run_tests(folder):
                return f"{folder}: {caught}", True
        return "NOT CAUGHT", False
    finally:
        path.write_text(sound, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--only", choices=TESTS)
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    faults = tomllib.loads((HERE / "faults.toml").read_text(encoding="utf-8"))["fault"]
    if arguments.names:
        faults = [fault for fault in faults if fault["name"] in arguments.names]
    if arguments.only:
        faults = [fault for fault in faults if fault["file"].startswith(arguments.only + "/")]
        for folder in set(TESTS) - {arguments.only}:
            del TESTS[folder]
    if arguments.list:
        for fault in faults:
            print(f"{fault['name']:32} {fault['breaks']}")
        return 0
    check_plan(faults)

    TREE.mkdir(parents=True, exist_ok=True)
    copy_tree()
    if not logged("configure.log", "cmake", "--preset", "dev", "-S", TREE) or not build():
        sys.exit(f"mutate: the sound tree does not build; see {WORK}")
    for folder in TESTS:
        if failed := run_tests(folder):
            sys.exit(f"mutate: without any fault {failed} fails already")

    rows = []
    for fault in faults:
        begin = time.monotonic()
        how, caught = try_fault(fault)
        rows.append((fault, how, caught))
        print(f"{fault['name']:32} {fault['file']:28} {how}  ({time.monotonic() - begin:.0f} s)", flush=True)
    missed = [fault["name"] for fault, _, caught in rows if not caught]
    print(f"{len(rows)} faults planted, {len(rows) - len(missed)} caught")
    if missed:
        print("not caught, or not planted: " + ", ".join(missed))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
