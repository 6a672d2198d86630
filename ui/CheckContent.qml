// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

// What stands inside a CheckRow: the box at the first line's height, and the words.
RowLayout {
    id: content

    required property string text
    required property bool checked

    spacing: Theme.isCounter ? 12 : Theme.smallGap + 4

    Rectangle {
        implicitWidth: Math.round(Theme.text.body.pixelSize * 1.32)
        implicitHeight: implicitWidth
        radius: Math.round(implicitWidth * 0.2)
        color: content.checked ? Theme.primary : Theme.surface
        border.width: content.checked ? 0 : Math.max(2, Theme.lineWidth)
        border.color: Theme.controlLine
        Layout.alignment: words.lineCount > 1 ? Qt.AlignTop : Qt.AlignVCenter

        Icon {
            anchors.centerIn: parent
            visible: content.checked
            name: "check"
            color: Theme.inkOnPrimary
            size: Math.round(parent.width * 0.8)
        }
    }
    PlainText {
        id: words
        text: content.text
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignVCenter
        Accessible.ignored: true
    }
}
