#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that every word a person reads is translated. Prints `file:line: reason`, exits 1 on any.

The sources are English. A folder of the faces with messages has translations/<folder>_id.ts, complete;
<folder>_en.ts holds only messages with a count (`%n`), which English needs in two forms. In QML a
property that is shown holds no bare literal; one that is the same in every language says so at the end
of its line: `// not translated: <reason>`.

    translations.py             check
    translations.py --update    bring the .ts files up to date with the sources, for a translator
"""

import argparse
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import tidy

FACES = ("face", "kiosk", "counter", "display")
LUPDATE = "/usr/lib/qt6/bin/lupdate"
# What lupdate only mutters, and then files under no context or leaves out.
LUPDATE_FAULT = re.compile(r"lacks Q_OBJECT|without context|Unterminated|Excess|Unbalanced|[Ee]rror")
PLACEHOLDER = re.compile(r"%L?\d{1,2}|%n")
SHOWN = re.compile(
    r"(?:^|[{;,])[ \t]*(?:(?:default|required|readonly)[ \t]+)*(?:property[ \t]+string[ \t]+)?"
    r"(?P<name>Accessible\.(?:name|description)|accessibleName"
    r"|\w*(?:[tT]ext|[tT]itle|[lL]abel|[cC]aption|[hH]eading|[mM]essage|[hH]int|[pP]laceholder|[dD]escription))"
    r"[ \t]*:(?!:)",
    re.M,
)
EXEMPT = re.compile(r"//\s*not translated:\s*\S")


class Message:
    def __init__(self, context, element):
        translation = element.find("translation")
        comment = element.findtext("comment") or ""
        location = element.find("location")
        self.counted = element.get("numerus") == "yes"
        self.key = (context, element.findtext("source") or "", comment, self.counted)
        self.line = location.get("line", "?") if location is not None else "?"
        self.state = translation.get("type", "") if translation is not None else "unfinished"
        forms = [] if translation is None else translation.findall("numerusform")
        self.forms = [form.text or "" for form in forms] or ["" if translation is None else translation.text or ""]

    @property
    def source(self):
        return self.key[1]


def messages_of(file):
    root = xml.etree.ElementTree.parse(file).getroot()
    return [
        Message(context.findtext("name") or "", element)
        for context in root.findall("context")
        for element in context.findall("message")
    ]


def extract(folder, language, file, counted_only=False):
    """Runs lupdate on a folder into `file`; what it complains of is returned."""
    command = [LUPDATE, "-no-obsolete", "-source-language", "en", "-target-language", language]
    command += ["-pluralonly"] if counted_only else []
    done = subprocess.run([*command, str(folder), "-ts", str(file)], capture_output=True, text=True)
    faults = [line for line in done.stderr.splitlines() if LUPDATE_FAULT.search(line)]
    if done.returncode != 0 and not faults:
        faults = [done.stderr.strip() or f"lupdate failed with {done.returncode}"]
    return faults


def compare(wanted, given, language):
    """What is wrong with the messages of one .ts file, as (line of the source or ?, reason)."""
    given_by_key = {message.key: message for message in given}
    for message in wanted:
        if message.key not in given_by_key:
            yield message.line, f"missing: {message.source!r}"
    keys = {message.key for message in wanted}
    for message in given:
        if message.key not in keys or message.state in ("obsolete", "vanished"):
            yield message.line, f"obsolete: {message.source!r}"
        elif message.state or not all(form.strip() for form in message.forms):
            yield message.line, f"unfinished: {message.source!r}"
        else:
            yield from compare_placeholders(message, language)


def compare_placeholders(message, language):
    expected = sorted(PLACEHOLDER.findall(message.source))
    forms_expected = 2 if message.counted and language == "en" else 1
    if len(message.forms) != forms_expected:
        yield message.line, f"{len(message.forms)} forms, not {forms_expected}: {message.source!r}"
    for index, form in enumerate(message.forms):
        found = sorted(PLACEHOLDER.findall(form))
        # "one ticket" may do without the number.
        if language == "en" and index == 0 and message.counted:
            found, wanted = [x for x in found if x != "%n"], [x for x in expected if x != "%n"]
        else:
            wanted = expected
        if found != wanted:
            yield message.line, f"placeholders {found}, not {wanted}: {message.source!r}"


def check_folder(root, folder):
    """What is wrong with the translations of one folder, as (file, line, reason)."""
    directory = pathlib.Path(root, folder)
    if not directory.is_dir():
        return
    with tempfile.TemporaryDirectory() as temporary:
        for language, counted_only in (("id", False), ("en", True)):
            fresh = pathlib.Path(temporary, f"{folder}_{language}.ts")
            for fault in extract(directory, language, fresh, counted_only):
                if language == "id":
                    yield folder, "?", fault
            wanted = messages_of(fresh) if fresh.exists() else []
            if counted_only:
                wanted = [message for message in wanted if message.counted]
            name = f"translations/{folder}_{language}.ts"
            committed = pathlib.Path(root, name)
            if not committed.exists():
                if wanted:
                    yield name, "?", f"not there, for {len(wanted)} messages"
                continue
            try:
                given = messages_of(committed)
            except xml.etree.ElementTree.ParseError as error:
                yield name, "?", f"not XML: {error}"
                continue
            for line, reason in compare(wanted, given, language):
                yield name, line, reason


def expression_end(code, start):
    """Where a binding that starts at `start` ends: the end of a line at which nothing is open."""
    depth = 0
    for offset in range(start, len(code)):
        letter = code[offset]
        if letter in "([{":
            depth += 1
        elif letter in ")]}":
            depth -= 1
            if depth < 0:
                return offset
        elif depth == 0 and letter in ";,":
            return offset
        elif depth == 0 and letter == "\n":
            before, after = code[start:offset].rstrip(" \t"), code[offset:].lstrip()
            goes_on = before == "" or before[-1] in "?:+&|=." or after[:1] in ("?", ":", "+", "&", "|", ".")
            if not goes_on:
                return offset
    return len(code)


def is_argument(code, start, offset):
    """Whether the literal at `offset` stands in a call's parentheses or in an index. A value given to
    `arg()` is shown all the same."""
    depth = 0
    for at in range(offset - 1, start - 1, -1):
        if code[at] in ")]}":
            depth += 1
        elif code[at] in "([{":
            if depth == 0:
                before = code[start:at].rstrip()
                word = re.search(r"[\w.]+$", before)
                if code[at] == "{" or word is None or word.group(0) in ("if", "switch", "return", "while"):
                    return is_argument(code, start, at) if code[at] == "(" else False
                return not (word.group(0).split(".")[-1] == "arg" and code[at] == "(")
            depth -= 1
    return False


def bare_literals(text):
    """Literals with a word in them, in the value of a property that is shown, as (line, literal)."""
    kept, code = tidy.without_comments(text), tidy.only_code(text)
    lines = text.splitlines()
    seen = set()
    for shown in SHOWN.finditer(code):
        start = shown.end()
        end = expression_end(code, start)
        for literal in re.compile(tidy.STRING).finditer(kept, start, end):
            words = PLACEHOLDER.sub("", re.sub(r"\\u\{?[0-9a-fA-F]+\}?|\\x[0-9a-fA-F]{2}|\\.", " ", literal.group(0)))
            before, after = code[start : literal.start()].rstrip(), code[literal.end() : end].lstrip()
            compared = re.search(r"([=!]==?|\bcase|\bin)$", before) or re.match(r"[=!]==?", after)
            line = tidy.line_of(text, literal.start())
            if (
                re.search(r"[^\W\d_]{2}", words)
                and not compared
                and not is_argument(code, start, literal.start())
                and not EXEMPT.search(lines[line - 1])
                and literal.start() not in seen
            ):
                seen.add(literal.start())
                yield line, literal.group(0)


def check_tree(root):
    for folder in FACES:
        yield from check_folder(root, folder)
    for path in tidy.tree_files(root):
        file = pathlib.Path(root, path)
        if path.endswith(".qml") and tidy.folder(path) in (*FACES, "ui") and file.is_file():
            for line, literal in bare_literals(file.read_text(encoding="utf-8")):
                yield path, line, f"{literal}: shown, but not in qsTr()"


def update(root):
    pathlib.Path(root, "translations").mkdir(exist_ok=True)
    for folder in FACES:
        with tempfile.TemporaryDirectory() as temporary:
            fresh = pathlib.Path(temporary, "fresh.ts")
            extract(pathlib.Path(root, folder), "id", fresh)
            found = messages_of(fresh) if fresh.exists() else []
        for language, needed in (("id", bool(found)), ("en", any(message.counted for message in found))):
            file = pathlib.Path(root, "translations", f"{folder}_{language}.ts")
            if needed:
                extract(pathlib.Path(root, folder), language, file, language == "en")
            elif file.exists():
                file.unlink()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", default=pathlib.Path(__file__).resolve().parents[2])
    parser.add_argument("--update", action="store_true", help="bring the .ts files up to date")
    arguments = parser.parse_args()
    if arguments.update:
        update(arguments.root)
        return 0
    findings = list(check_tree(arguments.root))
    for file, line, reason in findings:
        print(f"{file}:{line}: {reason}")
    print(f"translations: {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
