// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui

// One of the situations for which people come for a service; one of them is chosen.
Pressable {
    id: control

    property bool chosen: false

    minimumHeight: Theme.primaryTarget
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: chosen

    background: Rectangle {
        radius: Theme.radius
        color: control.pressed ? Theme.pressed : control.chosen ? Theme.primaryTint : Theme.surface
        border.width: control.chosen ? Theme.focusWidth : Theme.lineWidth
        border.color: control.chosen ? Theme.primary : Theme.line
    }
    contentItem: RowLayout {
        spacing: Theme.gap

        Rectangle {
            implicitWidth: Math.round(Theme.text.body.pixelSize * 1.32)
            implicitHeight: implicitWidth
            radius: implicitWidth / 2
            color: Theme.surface
            border.width: Math.max(2, Theme.lineWidth)
            border.color: control.chosen ? Theme.primary : Theme.controlLine

            Rectangle {
                visible: control.chosen
                anchors.centerIn: parent
                width: Math.round(parent.width * 0.55)
                height: width
                radius: width / 2
                color: Theme.primary
            }
        }
        PlainText {
            text: control.text
            font: Theme.text.bodyStrong
            color: control.pressed ? Theme.inkOnPressed : control.chosen ? Theme.primaryInk : Theme.ink
            Layout.fillWidth: true
            Accessible.ignored: true
        }
    }
}
