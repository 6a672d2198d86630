// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui

// One fact of a list: what it is at the left, how much at the right; below each other where there is no room.
GridLayout {
    id: row

    required property string label
    required property string value
    property string note
    property string iconName

    readonly property bool narrow: Theme.textScale > 1.2

    columns: narrow ? 1 : 2
    columnSpacing: Theme.gap
    rowSpacing: Theme.tinyGap

    RowLayout {
        spacing: Theme.smallGap
        Layout.fillWidth: true
        Layout.preferredWidth: 2

        Icon {
            name: row.iconName
            Layout.preferredWidth: size
            Layout.alignment: Qt.AlignTop
        }
        PlainText {
            text: row.label
            color: Theme.quietInk
            Layout.fillWidth: true
        }
    }
    ColumnLayout {
        spacing: 0
        Layout.fillWidth: true
        Layout.preferredWidth: 3

        PlainText {
            text: row.value
            font: Theme.text.bodyStrong
            horizontalAlignment: row.narrow ? Text.AlignLeft : Text.AlignRight
            Layout.fillWidth: true
        }
        PlainText {
            visible: row.note !== ""
            text: row.note
            font: Theme.text.caption
            color: Theme.quietInk
            horizontalAlignment: row.narrow ? Text.AlignLeft : Text.AlignRight
            Layout.fillWidth: true
        }
    }
}
