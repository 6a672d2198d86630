// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
// The C++ side of our own module is not imported by itself.
import Anjungan.Counter

// Nobody is at the counter: who would be called, or that nobody waits.
ColumnLayout {
    id: empty

    required property DeskViewModel desk

    spacing: Theme.smallGap

    IconBadge {
        iconName: empty.desk.paused ? "coffee" : "account"
        iconColor: Theme.primary
        color: Theme.primaryTint
        size: Math.round(Theme.text.heading.pixelSize * 3)
        round: true
        Layout.alignment: Qt.AlignHCenter
        Layout.bottomMargin: Theme.tinyGap
    }
    PlainText {
        objectName: "empty-title"
        text: empty.desk.emptyTitle
        font: Theme.text.title
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }
    PlainText {
        text: empty.desk.emptyText
        color: Theme.quietInk
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }
    NumberText {
        objectName: "next-number"
        visible: !empty.desk.paused && empty.desk.nextNumber !== ""
        text: empty.desk.nextNumber
        font.family: Theme.fontFamily
        font.pixelSize: Math.round(Theme.text.number.pixelSize * 0.6)
        font.weight: Font.Bold
        color: Theme.primaryInk
        Layout.alignment: Qt.AlignHCenter
    }
}
