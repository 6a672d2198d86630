#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that each rule of tidy.py finds a planted violation, at its line, and leaves its neighbours alone."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import tidy

CPP = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
HEADER = CPP + "#pragma once\n"
SCRIPT = "#!/usr/bin/env python3\n# SPDX-License-Identifier: GPL-3.0-or-later\n"


class Rules(unittest.TestCase):
    def finds(self, rule, path, text, line=None):
        found = [(at, name) for at, name, _ in tidy.check(path, text)]
        self.assertIn(rule, [name for _, name in found], f"{path} passed:\n{text}")
        self.assertEqual({rule}, {name for _, name in found}, "another rule was hit too")
        if line is not None:
            self.assertEqual(line, found[0][0])

    def passes(self, path, text):
        self.assertEqual([], tidy.check(path, text))

    def test_layers(self):
        self.passes("core/site.cpp", CPP + '#include "core/site.h"\n#include <vector>\n#include <fmt/format.h>\n')
        self.passes("app/main.cpp", CPP + '#include "kiosk/kiosk.h"\n#include "storage/journal.h"\n')
        self.passes("storage/journal.cpp", CPP + "#include <sqlite3.h>\n")
        self.passes("kiosk/a.cpp", CPP + '// #include "storage/journal.h"\n#include "ui/theme.h"\n#include "a.moc"\n')
        self.finds("layers", "core/site.cpp", CPP + "\n" + '#include "storage/journal.h"\n', 3)
        self.finds("layers", "storage/a.cpp", CPP + '#include "printing/raster.h"\n', 2)
        self.finds("layers", "ui/a.cpp", CPP + '#include "core/site.h"\n', 2)
        self.finds("layers", "face/a.cpp", CPP + '#include "kiosk/a.h"\n', 2)
        self.finds("layers", "kiosk/a.cpp", CPP + '#include "counter/a.h"\n', 2)
        self.finds("layers", "display/a.cpp", CPP + '#include "speech/voice.h"\n', 2)
        self.finds("layers", "kiosk/a.cpp", CPP + '#include "a.h"\n', 2)

    def test_layers_to_libraries(self):
        for name in ("QString", "sqlite3.h", "cups/cups.h", "fstream", "random", "unistd.h"):
            self.finds("layers", "core/a.cpp", CPP + f"#include <{name}>\n", 2)
        for name in ("sqlite3.h", "cups/cups.h", "sys/socket.h", "QTcpSocket", "QNetworkReply", "QAudioSink"):
            self.finds("layers", "kiosk/a.cpp", CPP + f"#include <{name}>\n", 2)
        self.passes("core/invariant.cpp", CPP + "#include <cstdio>\n")
        self.finds("layers", "core/invariant.cpp", CPP + "#include <fstream>\n", 2)
        self.passes("ui/a.cpp", CPP + "#include <QQuickItem>\n#include <QtQuick/QQuickItem>\n#include <vector>\n")
        self.finds("layers", "ui/a.cpp", CPP + "#include <ZXing/BitMatrix.h>\n", 2)
        self.finds("layers", "ui/a.cpp", CPP + "#include <spdlog/spdlog.h>\n", 2)

    def test_layers_of_qml(self):
        self.passes("kiosk/A.qml", CPP + "import Anjungan.Ui\nimport Anjungan.Kiosk\n")
        self.finds("layers", "kiosk/A.qml", CPP + "import QtQuick\nimport Anjungan.Counter\n", 3)
        self.finds("layers", "ui/A.qml", CPP + "import Anjungan.Face\n", 2)

    def test_clock(self):
        planted = (
            "auto t = std::chrono::system_clock::now();",
            "auto t = Steady_clock::now();",
            "auto t = QDateTime::currentDateTimeUtc();",
            "auto t = QTime::currentTime();",
            "auto t = QDate::currentDate();",
            "auto t = time(nullptr);",
            "auto t = std::time(NULL);",
            "int r = rand();",
            "std::random_device device;",
            "QElapsedTimer timer;",
            "auto r = QRandomGenerator::global();",
        )
        for code in planted:
            self.finds("clock", "core/a.cpp", CPP + "\n" + code + "\n", 3)
        for path in ("storage/system_clock.cpp", "storage/system_random.cpp", "tests/core/a_test.cpp"):
            self.passes(path, CPP + planted[0] + "\n" + planted[8] + "\n")
        self.passes("core/a.cpp", CPP + "// never time(nullptr)\nauto t = clock.now();\nf(clock.time(0), brand(1));\n")
        self.passes("core/a.cpp", CPP + 'auto t = "time(nullptr)";\nint n = 1\'000;\nauto s = R"({"a": rand()})";\n')

    def test_clock_in_qml(self):
        self.finds("clock", "kiosk/A.qml", CPP + "Item { property var t: new Date() }\n", 2)
        self.finds("clock", "kiosk/A.qml", CPP + "Item { property var t: Date.now() }\n", 2)
        self.finds("clock", "ui/A.qml", CPP + "Item { x: Math.random() }\n", 2)
        self.passes("ui/A.qml", CPP + "Item { x: Math.round(1.5) }\n")

    def test_size(self):
        for ending, limit in tidy.LINES_MAX.items():
            start = HEADER if ending == ".h" else CPP
            blank = "\n" * (limit - start.count("\n"))
            self.passes("ui/a" + ending, start + blank)
            self.finds("size", "ui/a" + ending, start + blank + "\n", limit + 1)
        for path, (limit, _) in tidy.LINES_MAX_OF.items():
            self.passes(path, HEADER + "\n" * (limit - 2))
            self.finds("size", path, HEADER + "\n" * (limit - 1), limit + 1)

    def test_function_size(self):
        body = "    f();\n" * tidy.FUNCTION_LINES_MAX
        self.passes("core/a.cpp", CPP + "void g()\n{\n" + body + "}\n")
        self.finds("function-size", "core/a.cpp", CPP + "void g()\n{\n" + body + "    f();\n}\n", 3)
        self.passes("core/a.cpp", CPP + "struct A\n{\n" + body + "    int a;\n};\n")

    def test_licence(self):
        self.passes("tools/a", SCRIPT)
        self.passes("docs/a.md", "# A\n")
        for path in ("core/a.cpp", "core/CMakeLists.txt", "kiosk/A.qml"):
            self.finds("licence", path, "\n" + CPP, 1)
        self.finds("licence", "core/a.cpp", "// SPDX-License-Identifier: MIT\n", 1)
        self.finds("licence", "tools/a", "#!/bin/sh\necho\n", 1)
        self.finds("licence", "tests/a.py", "", 1)

    def test_unfinished(self):
        for word in ("TODO", "FIXME", "XXX"):
            self.finds("unfinished", "core/a.cpp", CPP + f"// {word}: later\n", 2)
            self.finds("unfinished", "docs/a.md", f"{word}\n", 1)
        self.passes("tools/a.sh", "# SPDX-License-Identifier: GPL-3.0-or-later\nmktemp a.XXXXXX\n")

    def test_context_property(self):
        code = 'engine.rootContext()->setContextProperty("a", &a);\n'
        self.finds("context-property", "app/a.cpp", CPP + code, 2)
        self.passes("app/a.cpp", CPP + "// never setContextProperty\n")

    def test_pragma_once(self):
        self.finds("pragma-once", "core/a.h", CPP, 1)
        self.passes("core/a.h", HEADER)

    def test_page(self):
        self.finds("page", "kiosk/WelcomePage.qml", CPP + "Item {\n    // required property\n}\n", 1)
        self.passes("kiosk/WelcomePage.qml", CPP + "Item {\n    required property WelcomeViewModel vm\n}\n")

    def test_bound(self):
        for code in ("ListView { delegate: Item {} }", "Repeater { model: 3 }", "Component { Item {} }"):
            self.finds("bound", "kiosk/A.qml", CPP + code + "\n", 2)
            self.passes("kiosk/A.qml", CPP + "pragma ComponentBehavior: Bound\n" + code + "\n")
        self.passes("kiosk/A.qml", CPP + "Item { Component.onCompleted: f() }\n")
        self.passes("tests/ui/tst_a.qml", CPP + "Component { Item {} }\n")

    def test_controls(self):
        for line in ("import QtQuick.Controls", "import QtQuick.Controls 2.15", "import QtQuick.Controls as C"):
            self.finds("controls", "ui/A.qml", CPP + line + "\n", 2)
        self.passes("ui/A.qml", CPP + "import QtQuick.Controls.Basic\n")

    def test_typed(self):
        for code in ("function f() { }", "function f(a) : int { }", "function f(a: int, b): int { }"):
            self.finds("typed", "ui/A.qml", CPP + "Item {\n" + code + "\n}\n", 3)
        self.passes("ui/A.qml", CPP + "Item {\nfunction f(a: int, b: string): void { }\nfunction g(): real { }\n}\n")
        self.passes("tests/ui/tst_A.qml", CPP + "TestCase {\nfunction test_a() { }\n}\n")

    def test_spelling(self):
        for word in ("antrian", "Antrian", "silahkan", "SILAHKAN"):
            self.finds("spelling", "resources/a.json", f'{{"a": "{word}"}}\n', 1)
        self.passes("resources/a.json", '{"a": "antrean, silakan"}\n')

    def test_machine_path(self):
        for path in ("/work/a", "/home/a", "/root/a"):
            self.finds("machine-path", "core/a.cpp", CPP + f'auto p = "{path}";\n', 2)
            self.finds("machine-path", "tools/a", SCRIPT + f"cd {path}\n", 3)
        self.passes("docs/a.md", "see docs/work/a and https://example.org/home/a, ${x}/root/b\n")

    def test_every_rule_is_tested(self):
        tested = {name.removeprefix("test_").replace("_", "-") for name in dir(self) if name.startswith("test_")}
        self.assertEqual(set(), set(tidy.RULES) - tested)


class Tree(unittest.TestCase):
    """The walk: new files are checked before git knows them, ignored ones never."""

    def test_tree(self):
        with tempfile.TemporaryDirectory() as directory:
            root = pathlib.Path(directory)
            subprocess.run(["git", "init", "-q", directory], check=True)
            (root / ".gitignore").write_text("/build/\n")
            for folder in ("core", "build"):
                (root / folder).mkdir()
                (root / folder / "new.cpp").write_text("int a;\n")
            (root / "core" / "picture.cpp").write_bytes(b"\x89\0")
            (root / "core" / "latin.cpp").write_bytes(CPP.encode() + b"// \xe9\n")
            findings, files = tidy.check_tree(root)
            self.assertEqual(
                {("core/new.cpp", "licence"), ("core/latin.cpp", "utf-8")},
                {(path, rule) for path, _, rule, _ in findings},
            )
            self.assertEqual(3, files)

    def test_the_program_fails_on_a_finding(self):
        with tempfile.TemporaryDirectory() as directory:
            root = pathlib.Path(directory)
            subprocess.run(["git", "init", "-q", directory], check=True)
            program = [sys.executable, "-B", tidy.__file__, "--root", directory]
            self.assertEqual(1, subprocess.run(program, capture_output=True).returncode, "nothing was checked")
            (root / "a.cpp").write_text(CPP)
            self.assertEqual(0, subprocess.run(program, capture_output=True).returncode)
            (root / "b.cpp").write_text("int a;\n")
            done = subprocess.run(program, capture_output=True, text=True)
            self.assertEqual(1, done.returncode)
            self.assertIn("b.cpp:1: licence", done.stdout)


if __name__ == "__main__":
    unittest.main()
