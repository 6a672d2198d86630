// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui

// A way to be served that somebody may need, to be ticked; quieter than a group that goes before others.
Pressable {
    id: control

    property bool chosen: false
    property string iconName

    minimumHeight: Theme.primaryTarget
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    topPadding: Theme.smallGap
    bottomPadding: Theme.smallGap
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: chosen

    background: Rectangle {
        radius: Theme.radius
        color: control.pressed ? Theme.pressed : control.chosen ? Theme.primaryTint : Theme.surface
        border.width: control.chosen ? Theme.focusWidth : Theme.lineWidth
        border.color: control.chosen ? Theme.primary : Theme.line
    }
    contentItem: RowLayout {
        spacing: Theme.smallGap

        Icon {
            name: control.iconName
            color: control.pressed ? Theme.inkOnPressed : Theme.primary
            size: Math.round(Theme.text.heading.pixelSize * 1.3)
            Layout.preferredWidth: size
            Layout.preferredHeight: size
        }
        PlainText {
            text: control.text
            font: Theme.text.bodyStrong
            color: control.pressed ? Theme.inkOnPressed : control.chosen ? Theme.primaryInk : Theme.ink
            Layout.fillWidth: true
            Accessible.ignored: true
        }
        Rectangle {
            implicitWidth: Math.round(Theme.text.body.pixelSize * 1.5)
            implicitHeight: implicitWidth
            radius: Math.round(implicitWidth * 0.2)
            color: control.chosen ? Theme.primary : Theme.surface
            border.width: control.chosen ? 0 : Math.max(2, Theme.lineWidth)
            border.color: Theme.controlLine

            Icon {
                anchors.centerIn: parent
                visible: control.chosen
                name: "check"
                color: Theme.inkOnPrimary
                size: Math.round(parent.width * 0.8)
            }
        }
    }
}
