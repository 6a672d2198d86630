// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Anjungan.Ui

// A quiet card beside the calls: something to know or to do.
Rectangle {
    id: control

    required property BoardScale sizes
    property string title
    property string text
    property string iconName: "information"
    property string tone: "info"

    readonly property color ink: tone === "info" ? Theme.primaryInk : Theme.toneInk(tone)

    implicitHeight: words.height + 2 * sizes.px(20)
    radius: sizes.px(22)
    color: Theme.toneTint(tone)
    border.width: Theme.highContrast ? Theme.lineWidth : 0
    border.color: ink
    Accessible.role: Accessible.StaticText
    Accessible.name: title === "" || text === "" ? title + text : title + ". " + text

    Icon {
        id: icon
        name: control.iconName
        color: control.ink
        size: control.sizes.px(54)
        x: control.sizes.px(24)
        anchors.verticalCenter: parent.verticalCenter
    }
    Column {
        id: words
        anchors.left: icon.right
        anchors.leftMargin: control.sizes.px(20)
        anchors.right: parent.right
        anchors.rightMargin: control.sizes.px(24)
        anchors.verticalCenter: parent.verticalCenter

        PlainText {
            text: control.title
            visible: text !== ""
            font: control.sizes.font(34, Font.Bold)
            color: control.ink
            width: words.width
            Accessible.ignored: true
        }
        PlainText {
            text: control.text
            visible: text !== ""
            font: control.sizes.font(32, Font.Medium)
            color: control.ink
            width: words.width
            Accessible.ignored: true
        }
    }
}
