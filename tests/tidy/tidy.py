#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the house: layers, clocks, sizes, words. Prints `file:line: rule: reason`, exits 1 on any.

A rule is a function (path, text) -> iterable of (line, reason), in RULES under its name. Paths are
relative to the root of the tree, with slashes.
"""

import argparse
import fnmatch
import pathlib
import re
import subprocess
import sys

CODE = (".cpp", ".h", ".qml", ".js", ".py", ".cmake", ".sh")
TEXT = CODE + (".txt", ".md", ".toml", ".json", ".ts", ".sql", ".service", ".yml", ".yaml", ".html", ".conf")

# Which folders a folder may include from, itself always.
LAYERS = {
    "core": set(),
    "storage": {"core"},
    "authority": {"core"},
    "sync": {"core"},
    "server": {"core", "storage", "authority", "sync"},
    "printing": {"core"},
    "speech": {"core"},
    "ui": set(),
    "face": {"core", "ui"},
    "kiosk": {"core", "ui", "face"},
    "counter": {"core", "ui", "face"},
    "display": {"core", "ui", "face"},
    "app": {"core", "storage", "authority", "sync", "printing", "speech", "ui", "face", "kiosk", "counter", "display"},
}
FACES = {"ui", "face", "kiosk", "counter", "display"}

# What a face reaches only through a port.
OUTSIDE = re.compile(
    r"^(sqlite3\.h|sodium(\.h|/)|cups/|ZXing/|espeak|sys/|netinet/|arpa/|netdb\.h|unistd\.h|fcntl\.h|curl/"
    r"|QtNetwork|QTcp|QUdp|QLocalS|QNetwork|QSsl|QtSql|QSql|QSerialPort|QtMultimedia|QAudio|QMediaPlayer"
    r"|QSoundEffect|QProcess)"
)
# The core: the standard library without its doors to the outside, and three value libraries.
CORE_LIBRARIES = ("nlohmann/", "tl/", "fmt/")
CORE_BANNED = {"fstream", "iostream", "filesystem", "random", "ctime", "cstdio", "csignal", "thread"}
CORE_ALLOWED = {("core/invariant.cpp", "cstdio"): "the last words of a process that stops itself"}

# Where the wall clock, the steady clock and chance may be read, and why.
CLOCK_ALLOWED = {
    "storage/system_clock.*": "the Clock port's real implementation",
    "storage/*random*": "the Random port's real implementation",
    "tests/*": "a test measures, and waits for real programs",
    "app/main.cpp": "the start of the process, before a clock exists, and its measurement",
    "app/rehearsal/*": "a hand that waits for real windows, and visitors drawn from a given seed",
    "resources/phone/phone.js": "runs in a citizen's browser, which has no ports",
    "speech/device_speaker.*": "a sound device that stands still is left behind by the real time",
}
CLOCKS_CPP = re.compile(
    r"\w*_clock::now\b|\bQ(Date|Time|DateTime)::current\w*|\bQElapsedTimer\b|\bQDeadlineTimer\b"
    r"|(?<![\w.>:])(std::)?time\(\s*(nullptr|NULL|0|&\w+)\s*\)|\bgettimeofday\b|\bclock_gettime\b"
    r"|(?<![\w.>])s?rand\(|\brandom_device\b|\bmt19937\b|\bQRandomGenerator\b|\brandombytes_\w+|\bgetrandom\b"
)
CLOCKS_QML = re.compile(r"\bnew\s+Date\s*\(|\bDate\.now\b|\bMath\.random\b")

LINES_MAX = {".cpp": 450, ".h": 180, ".qml": 280}
LINES_MAX_OF = {
    "core/leg_events.h": (260, "one body a kind of event, read as one list"),
    "core/catalogue.h": (240, "the whole vocabulary of a site, read as one list"),
    "tests/support/journal_contract.h": (270, "templates alone, of one suite read as one list"),
    "core/json_codec.h": (330, "templates alone: there is no .cpp they could move to"),
}
FUNCTION_LINES_MAX = 80


def suffix(path):
    return pathlib.PurePosixPath(path).suffix


def folder(path):
    return path.split("/", 1)[0]


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def blank(match):
    """The matched text with everything but its line ends blanked, so that offsets stay."""
    return re.sub(r"[^\n]", " ", match.group(0))


# Raw strings of C++ first: they may hold quotes. A ' between digits is C++'s digit separator, not a quote.
STRING = r'R"(?P<fence>\w*)\(.*?\)(?P=fence)"|(?<=[0-9A-Fa-f])\'(?=[0-9A-Fa-f])|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|`(?:\\.|[^`\\])*`'


def without_comments(text):
    """C++, QML or JavaScript with its comments blanked and its strings kept."""

    def keep_strings(match):
        return blank(match) if match.group(0)[0] == "/" else match.group(0)

    return re.sub(STRING + r"|//[^\n]*|/\*.*?\*/", keep_strings, text, flags=re.S)


def only_code(text):
    """As without_comments, with the insides of strings blanked too."""

    def hide(match):
        whole = match.group(0)
        return whole[0] + blank(match)[1:-1] + whole[-1] if len(whole) > 1 else whole

    return re.sub(STRING, hide, without_comments(text), flags=re.S)


def matches_of(pattern, text):
    compiled = re.compile(pattern, re.M) if isinstance(pattern, str) else pattern
    for match in compiled.finditer(text):
        yield line_of(text, match.start()), match


def layers(path, text):
    here = folder(path)
    if here not in LAYERS:
        return
    allowed = LAYERS[here] | {here}
    if suffix(path) in (".cpp", ".h"):
        for line, match in matches_of(r'^[ \t]*#\s*include\s*([<"])([^>"]+)[>"]', without_comments(text)):
            quoted, name = match.group(1) == '"', match.group(2)
            if quoted:
                first = name.split("/")[0]
                if "/" not in name:
                    if not name.endswith(".moc"):
                        yield line, f'"{name}": our headers are included as "folder/file.h"'
                elif first not in allowed:
                    yield line, f"{here}/ may not include from {first}/"
            elif here == "core" and (
                name in CORE_BANNED and (path, name) not in CORE_ALLOWED
                or not (re.fullmatch(r"c?[a-z_0-9]+", name) or name.startswith(CORE_LIBRARIES))
            ):
                yield line, f"core/ may not include <{name}>: the standard library without I/O, and value libraries"
            elif here in FACES and OUTSIDE.match(name):
                yield line, f"{here}/ may not include <{name}>: a face reaches the outside through ports"
            elif here == "ui" and not re.fullmatch(r"c?[a-z_0-9]+|Q\w+(/\w+(\.h)?)?", name):
                yield line, f"ui/ may not include <{name}>: it knows Qt and the standard library only"
    elif suffix(path) == ".qml":
        for line, match in matches_of(r"^[ \t]*import\s+Anjungan\.(\w+)", text):
            if match.group(1).lower() not in allowed:
                yield line, f"{here}/ may not import Anjungan.{match.group(1)}"


def clock(path, text):
    if any(fnmatch.fnmatch(path, pattern) for pattern in CLOCK_ALLOWED):
        return
    if suffix(path) in (".cpp", ".h"):
        pattern = CLOCKS_CPP
    elif suffix(path) in (".qml", ".js"):
        pattern = CLOCKS_QML
    else:
        return
    for line, match in matches_of(pattern, only_code(text)):
        yield line, f"{match.group(0).strip()}: time and chance come through core/ports"


def size(path, text):
    limit = LINES_MAX_OF[path][0] if path in LINES_MAX_OF else LINES_MAX.get(suffix(path))
    lines = text.count("\n") + (not text.endswith("\n") and text != "")
    if limit and lines > limit:
        yield limit + 1, f"{lines} lines, at most {limit}"


def function_size(path, text):
    """By the house's format, a function's braces and nothing else stand alone in column 0."""
    if suffix(path) != ".cpp":
        return
    start = None
    for number, line in enumerate(text.splitlines(), 1):
        if line == "{":
            start = number
        elif line == "}" and start is not None:
            if number - start - 1 > FUNCTION_LINES_MAX:
                yield start, f"a function of {number - start - 1} lines, at most {FUNCTION_LINES_MAX}"
            start = None


def licence(path, text):
    name = path.rsplit("/", 1)[-1]
    script = text.startswith("#!")
    if not (suffix(path) in CODE or name == "CMakeLists.txt" or script):
        return
    lines = text.splitlines()[:2]
    first = lines[1] if script and len(lines) > 1 else (lines or [""])[0]
    if not re.fullmatch(r"(//|#) SPDX-License-Identifier: GPL-3\.0-or-later", first):
        yield 1, "the first line (the second after #!) is `SPDX-License-Identifier: GPL-3.0-or-later`"


def unfinished(path, text):
    if suffix(path) in TEXT:
        for line, match in matches_of(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b", text):
            yield line, f"{match.group(1)}: finish it, or leave it out"


def context_property(path, text):
    if suffix(path) in (".cpp", ".h"):
        for line, _ in matches_of(r"\bsetContextProperty\b", only_code(text)):
            yield line, "setContextProperty hides a dependency from the tools: use a required property"


def pragma_once(path, text):
    if suffix(path) == ".h" and not re.search(r"^#pragma once$", text, flags=re.M):
        yield 1, "a header has `#pragma once`"


def page(path, text):
    if path.endswith("Page.qml") and not re.search(r"^\s*required property\s", without_comments(text), flags=re.M):
        yield 1, "a page names what it needs as `required property`"


def bound(path, text):
    if suffix(path) != ".qml" or folder(path) == "tests":
        return
    code = only_code(text)
    if re.search(r"^pragma ComponentBehavior: Bound$", text, flags=re.M):
        return
    for line, match in matches_of(r"\bdelegate\s*:|\b(Component|Repeater|Instantiator)\s*\{", code):
        yield line, "a file with delegates begins with `pragma ComponentBehavior: Bound`"
        return


def controls(path, text):
    if suffix(path) == ".qml":
        for line, _ in matches_of(r"^[ \t]*import\s+QtQuick\.Controls[ \t]*($|\d|as\b)", without_comments(text)):
            yield line, "import QtQuick.Controls.Basic: an environment variable could change the look"


def typed(path, text):
    if suffix(path) != ".qml" or folder(path) == "tests":
        return
    for line, match in matches_of(r"\bfunction\s+(\w+)\s*\(([^)]*)\)\s*([:{])", only_code(text)):
        parameters = [part for part in match.group(2).split(",") if part.strip()]
        if match.group(3) != ":" or any(":" not in part for part in parameters):
            yield line, f"{match.group(1)}: every parameter and the result have a type, or it is not compiled ahead"


def spelling(path, text):
    if suffix(path) in TEXT:
        for line, match in matches_of(r"(?i)antr" r"ian|silah" r"kan", text):
            yield line, f"{match.group(0)}: antrean, silakan"


def machine_path(path, text):
    if suffix(path) in TEXT or text.startswith("#!"):
        for line, match in matches_of(r"(?<![\w.}/-])/(wo" r"rk|ho" r"me|ro" r"ot)/", text):
            yield line, f"{match.group(0)}…: a path of one machine"


RULES = {
    "layers": layers,
    "clock": clock,
    "size": size,
    "function-size": function_size,
    "licence": licence,
    "unfinished": unfinished,
    "context-property": context_property,
    "pragma-once": pragma_once,
    "page": page,
    "bound": bound,
    "controls": controls,
    "typed": typed,
    "spelling": spelling,
    "machine-path": machine_path,
}

# The test of these rules plants violations.
NOT_CHECKED = {"tests/tidy/tidy_test.py", "LICENSE"}


def check(path, text):
    """Every finding of one file, as (line, rule, reason)."""
    return [(line, name, reason) for name, rule in RULES.items() for line, reason in rule(path, text)]


def tree_files(root):
    """What git knows or would know: tracked, and new files that are not ignored."""
    command = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, check=True, capture_output=True).stdout.decode().split("\0")
    return sorted({path for path in listed if path and path not in NOT_CHECKED})


def check_tree(root):
    findings, files = [], 0
    for path in tree_files(root):
        file = pathlib.Path(root, path)
        if not file.is_file() or file.is_symlink():
            continue
        data = file.read_bytes()
        if b"\0" in data[:8192]:
            continue
        files += 1
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            findings.append((path, 1, "utf-8", "not UTF-8"))
            continue
        findings += [(path, line, rule, reason) for line, rule, reason in check(path, text)]
    return findings, files


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", default=pathlib.Path(__file__).resolve().parents[2])
    root = parser.parse_args().root
    findings, files = check_tree(root)
    for path, line, rule, reason in findings:
        print(f"{path}:{line}: {rule}: {reason}")
    print(f"tidy: {files} files, {len(findings)} findings")
    return 1 if findings or files == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
