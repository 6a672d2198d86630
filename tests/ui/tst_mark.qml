// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Anjungan.Ui

// Proves that a site's mark is there with its words alone, is read aloud, stands out, and is covered by no sheet.
TestCase {
    id: testCase
    name: "Mark"
    width: 1080
    height: 1400
    visible: true
    when: windowShown

    function init(): void {
        Theme.resetForNextPerson()
        Theme.profile = "kiosk"
    }

    function cleanup(): void {
        Theme.markHeight = 0
    }

    Component { id: markComponent; SiteMark { width: 600 } }
    Component { id: sheetComponent; Sheet { title: "Masih di sini?" } }

    function test_aMarkIsReadAndGrowsWithItsWords(): void {
        const mark = createTemporaryObject(markComponent, testCase, {text: ""})
        compare(mark.visible, false)
        compare(mark.height, 0)
        mark.text = "LATIHAN – tidak berlaku"
        verify(mark.visible)
        compare(mark.Accessible.name, "LATIHAN – tidak berlaku")
        verify(Theme.contrast(Theme.inkOnWarn, Theme.warn) >= 4.5)
        const line = mark.height
        mark.text += " di luar ruang latihan ini, dan tidak untuk siapa pun yang menunggu di gedung"
        verify(mark.height > 1.5 * line)
        Theme.markHeight = mark.height
        const sheet = createTemporaryObject(sheetComponent, testCase, {text: "panjang ".repeat(900)})
        sheet.open()
        tryCompare(sheet, "opened", true)
        verify(sheet.y >= mark.height)
        verify(sheet.y + sheet.height <= testCase.height)
        sheet.close()
        tryCompare(sheet, "visible", false)
    }
}
