#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that a short run measures every row and reports it in a form that others can read.

check_report.py ANJUNGAN_BENCH
"""

import json
import math
import pathlib
import subprocess
import sys
import tempfile

KEYS = {"row", "value", "unit", "yardstick", "ratio", "bar", "holds"}


def faults_of(rows):
    if not isinstance(rows, list) or not rows:
        return ["not a list of rows"]
    faults = []
    names = set()
    for row in rows:
        if not isinstance(row, dict) or set(row) != KEYS:
            faults.append(f"not the keys of a row: {row}")
            continue
        name = row["row"]
        if name in names:
            faults.append(f"{name}: twice")
        names.add(name)
        if not row["unit"]:
            faults.append(f"{name}: no unit")
        for key in ("value", "yardstick", "ratio"):
            figure = row[key]
            if figure is None and key != "value":
                continue
            if type(figure) not in (int, float) or not math.isfinite(figure) or figure <= 0:
                faults.append(f"{name}: {key} is {figure}")
        if (row["bar"] is None) != (row["holds"] is None):
            faults.append(f"{name}: a bar without a verdict, or a verdict without a bar")
        if row["bar"] is not None and row["ratio"] is None:
            faults.append(f"{name}: a bar without a ratio")
    return faults


def main(bench):
    with tempfile.TemporaryDirectory() as directory:
        report = pathlib.Path(directory) / "report.json"
        ran = subprocess.run([bench, "--quick", "--json", str(report)], check=False)
        if ran.returncode != 0:
            return f"{bench} ended with {ran.returncode}"
        faults = faults_of(json.loads(report.read_text(encoding="utf-8")))
    return "\n".join(faults) or 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
