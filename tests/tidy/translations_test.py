#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that an untranslated word is found wherever it hides: in no .ts file, unfinished, left over,
with other placeholders, or as a bare literal in QML. Runs the real lupdate."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import translations

PAGE = """import QtQuick
Item {
    Text { text: qsTr("Take a number") }
    Text { text: qsTr("%1 of %2").arg(1).arg(2) }
}
"""
MODEL = """#include <QObject>
class Model : public QObject
{
    Q_OBJECT
    QString text() { return tr("%n ticket(s)", nullptr, 3); }
};
"""


class Files(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)
        self.root = pathlib.Path(self.temporary.name)
        subprocess.run(["git", "init", "-q", self.root], check=True)
        (self.root / "kiosk").mkdir()
        (self.root / "kiosk" / "APage.qml").write_text(PAGE)

    def reasons(self):
        return [reason for _, _, reason in translations.check_tree(self.root)]

    def translate(self, language, words):
        """Fills the .ts file as a translator would."""
        file = self.root / "translations" / f"kiosk_{language}.ts"
        text = file.read_text()
        for source, forms in words.items():
            head, tail = text.split(f"<source>{source}</source>", 1)
            before, rest = tail.split("<translation", 1)
            rest = rest.split("</translation>", 1)[1]
            if isinstance(forms, str):
                inner = forms
            else:
                inner = "".join(f"<numerusform>{form}</numerusform>" for form in forms)
            text = f"{head}<source>{source}</source>{before}<translation>{inner}</translation>{rest}"
        file.write_text(text)

    def translate_page(self):
        translations.update(self.root)
        self.translate("id", {"Take a number": "Ambil nomor", "%1 of %2": "%1 dari %2"})

    def test_complete(self):
        self.translate_page()
        self.assertEqual([], self.reasons())
        self.assertFalse((self.root / "translations" / "kiosk_en.ts").exists())
        self.assertFalse((self.root / "translations" / "display_id.ts").exists())

    def test_no_file(self):
        self.assertEqual(["not there, for 2 messages"], self.reasons())

    def test_unfinished(self):
        translations.update(self.root)
        self.assertEqual(["unfinished: 'Take a number'", "unfinished: '%1 of %2'"], self.reasons())
        self.translate("id", {"Take a number": " ", "%1 of %2": "%1 dari %2"})
        self.assertEqual(["unfinished: 'Take a number'"], self.reasons())

    def test_missing_and_obsolete(self):
        self.translate_page()
        (self.root / "kiosk" / "APage.qml").write_text(PAGE.replace("Take a number", "Take your number"))
        self.assertEqual(["missing: 'Take your number'", "obsolete: 'Take a number'"], self.reasons())

    def test_placeholders(self):
        translations.update(self.root)
        for wrong in ("%1 dari %3", "%1 dari", "%1 dari %2 %2", "dari"):
            self.translate("id", {"Take a number": "Ambil nomor", "%1 of %2": wrong})
            self.assertEqual(1, len(self.reasons()), wrong)
            self.assertIn("placeholders", self.reasons()[0])

    def test_counts(self):
        (self.root / "kiosk" / "model.h").write_text(MODEL)
        self.translate_page()
        self.translate("id", {"%n ticket(s)": ["%n tiket"]})
        self.assertEqual(["unfinished: '%n ticket(s)'"], self.reasons(), "English has two forms")
        self.translate("en", {"%n ticket(s)": ["one ticket", "%n tickets"]})
        self.assertEqual([], self.reasons())
        self.translate("en", {"%n ticket(s)": ["%n ticket", "tickets"]})
        self.assertEqual(["placeholders [], not ['%n']: '%n ticket(s)'"], self.reasons())
        (self.root / "translations" / "kiosk_en.ts").unlink()
        self.assertEqual(["not there, for 1 messages"], self.reasons())

    def test_what_lupdate_only_mutters(self):
        self.translate_page()
        (self.root / "kiosk" / "model.h").write_text(MODEL.replace("    Q_OBJECT\n", ""))
        self.assertTrue(any("lacks Q_OBJECT" in reason for reason in self.reasons()), self.reasons())

    def test_broken_file(self):
        self.translate_page()
        (self.root / "translations" / "kiosk_id.ts").write_text("<TS>")
        self.assertIn("not XML", self.reasons()[0])

    def test_bare_literal_in_a_file(self):
        self.translate_page()
        (self.root / "ui").mkdir()
        (self.root / "ui" / "Key.qml").write_text('Item {\n    property string label: "Space"\n}\n')
        findings = list(translations.check_tree(self.root))
        self.assertEqual([("ui/Key.qml", 2, "\"Space\": shown, but not in qsTr()")], findings)
        program = [sys.executable, "-B", translations.__file__, "--root", str(self.root)]
        self.assertEqual(1, subprocess.run(program, capture_output=True).returncode)


class BareLiterals(unittest.TestCase):
    def found(self, binding):
        return [literal for _, literal in translations.bare_literals("Item {\n    " + binding + "\n}\n")]

    def test_found(self):
        for binding in (
            'text: "Ambil nomor"',
            'title: a ? "Buka" : b',
            'text: (a ? b : "Buka")',
            "label: 'Buka'",
            "hint: `Buka ${a}`",
            'Accessible.name: "Tutup"',
            'property string heading: "Judul"',
            'text: a\n        ? b\n        : "Buka"',
            'text: {\n        if (a)\n            return "Buka";\n        return b;\n    }',
            'text: qsTr("Loket %1").arg("Tiga")',
            'Text { text: "Buka" }',
            'text: "Buka" // the word on the door',
            'placeholderText: a + " menit"',
        ):
            self.assertEqual(1, len(self.found(binding)), binding)

    def test_left_alone(self):
        for binding in (
            'text: qsTr("Take a number")',
            'text: a ? qsTr("Open") : qsTr("Closed")',
            'text: vm.state === "open" ? a : b',
            'text: Qt.formatTime(vm.time, "HH:mm")',
            'text: names["open"]',
            'text: "\\ue5cd" + "–" + "%1"',
            'text: "A"',
            'color: "red"',
            'objectName: "callButton"',
            'text: "WIB" // not translated: the name of a time zone',
            '// text: "Buka"',
            'color: a ? hint : "red"',
            'text: vm.text\n    color: "red"',
        ):
            self.assertEqual([], self.found(binding), binding)


if __name__ == "__main__":
    unittest.main()
