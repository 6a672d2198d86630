#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ten years of a small site's journal: what must not grow with it, beside a journal of one day."""

import os
import sys
from pathlib import Path

program = Path(os.environ["ANJUNGAN_BUILD_DIR"]) / "tests" / "storage" / "journal_years"
os.execv(program, [str(program), *sys.argv[1:]])
