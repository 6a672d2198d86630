// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What stands inside a ScrollEdge's button: an arrow, and words where there is room for them.
Item {
    id: content

    required property string text
    required property color color

    implicitHeight: label.implicitHeight

    Row {
        spacing: Theme.smallGap
        anchors.centerIn: parent

        Icon {
            name: "chevron-down"
            color: content.color
            size: Math.round(label.font.pixelSize * 1.4)
            anchors.verticalCenter: parent.verticalCenter
        }
        PlainText {
            id: label
            visible: text !== ""
            text: content.text
            font: Theme.text.captionStrong
            color: content.color
            wrapMode: Text.NoWrap
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
    }
}
