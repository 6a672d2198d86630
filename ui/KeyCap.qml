// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// One key of TouchKeyboard. It never takes the focus from the field it writes to.
Pressable {
    id: control

    property string iconName
    property bool strong: false

    focusPolicy: Qt.NoFocus
    minimumHeight: Theme.isCounter ? Theme.target : Math.round(88 * Theme.unit)
    minimumWidth: 0
    padding: 0
    Accessible.role: Accessible.Button

    background: Rectangle {
        radius: Theme.isCounter ? 10 : Math.round(16 * Theme.unit)
        color: control.pressed ? Theme.pressed : control.strong ? Theme.primary : Theme.surface
        border.width: control.strong ? 0 : Theme.lineWidth
        border.color: control.pressed ? color : Theme.line
    }

    contentItem: Item {
        PlainText {
            visible: control.iconName === ""
            anchors.fill: parent
            text: control.text
            // Keys stay as wide as the panel allows, so their letters stop growing before those of a page do.
            font.family: Theme.fontFamily
            font.weight: Font.DemiBold
            font.pixelSize: Math.min(Theme.text.heading.pixelSize, Math.round(control.height * 0.55))
            fontSizeMode: Text.Fit
            minimumPixelSize: 12
            color: control.pressed ? Theme.inkOnPressed : control.strong ? Theme.inkOnPrimary : Theme.ink
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Icon {
            visible: control.iconName !== ""
            anchors.centerIn: parent
            name: control.iconName
            color: control.pressed ? Theme.inkOnPressed : control.strong ? Theme.inkOnPrimary : Theme.ink
            size: Math.min(Math.round(Theme.text.heading.pixelSize * 1.2), Math.round(control.height * 0.6))
        }
    }
}
