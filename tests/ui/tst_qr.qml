// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Anjungan.Ui

// Proves that a code is painted module by module on whole pixels, with its quiet zone, black on white in every theme.
TestCase {
    id: testCase
    name: "QrImage"
    width: 300
    height: 300
    visible: true
    when: windowShown

    readonly property var matrix: ["101", "010", "110"]

    Rectangle {
        anchors.fill: parent
        color: "red"
    }
    QrImage {
        id: qr
        width: 60
        height: 60
        rows: testCase.matrix
    }

    function cleanup(): void {
        Theme.highContrast = false
        qr.rows = matrix
        qr.width = qr.height = 60
    }

    function test_modules_data(): var {
        return [{tag: "exact", side: 55, high: false}, {tag: "with a rest", side: 60, high: false}, {tag: "high contrast", side: 60, high: true}]
    }

    function test_modules(data: var): void {
        Theme.highContrast = data.high
        qr.width = qr.height = data.side
        compare(qr.moduleCount, 3)
        compare(qr.modulePixels, 5)
        waitForRendering(qr)
        const image = grabImage(qr)
        const origin = Math.floor((data.side - 15) / 2)
        for (let y = 0; y < data.side; ++y) {
            for (let x = 0; x < data.side; ++x) {
                const column = Math.floor((x - origin) / 5)
                const row = Math.floor((y - origin) / 5)
                const dark = column >= 0 && column < 3 && row >= 0 && row < 3 && matrix[row].charAt(column) === "1"
                compare(String(image.pixel(x, y)), dark ? "#000000" : "#ffffff", "at " + x + ", " + y)
            }
        }
    }

    function test_notSquare(): void {
        qr.rows = ["10", "1"]
        compare(qr.moduleCount, 0)
        compare(qr.modulePixels, 0)
    }
}
