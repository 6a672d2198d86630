// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Anjungan.Ui

// What stands inside a ChoiceButton: the tick at the left, the words in the middle.
Item {
    id: content

    required property string text
    required property bool chosen
    required property int sampleSize
    required property color color
    required property color iconColor

    readonly property int before: Math.round(44 * Theme.unit)

    implicitWidth: words.implicitWidth + 2 * before
    implicitHeight: words.implicitHeight

    PlainText {
        id: words
        anchors.centerIn: parent
        width: Math.min(Math.ceil(implicitWidth), parent.width - 2 * content.before)
        text: content.text
        font.family: Theme.fontFamily
        font.pixelSize: content.sampleSize
        font.weight: Font.DemiBold
        color: content.color
        horizontalAlignment: Text.AlignHCenter
        Accessible.ignored: true
    }
    Icon {
        visible: content.chosen
        name: "check-circle"
        color: content.iconColor
        size: Math.round(34 * Theme.unit)
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
    }
}
