// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui

// A group one may belong to, to be ticked.
Pressable {
    id: control

    property bool chosen: false
    property string iconName

    // Two lines of words, so that all rows are of one height.
    minimumHeight: Math.round(Theme.primaryTarget * (Theme.lowReach || Theme.textScale > 1.2 ? 2.2 : 2.8))
    leftPadding: Theme.padding
    rightPadding: Theme.padding
    topPadding: Theme.gap
    bottomPadding: Theme.gap
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: chosen

    background: Rectangle {
        radius: Theme.radius
        color: control.pressed ? Theme.pressed : control.chosen ? Theme.primaryTint : Theme.surface
        border.width: control.chosen ? Theme.focusWidth : Theme.lineWidth
        border.color: control.chosen ? Theme.primary : Theme.line
    }
    contentItem: ColumnLayout {
        spacing: Theme.smallGap

        RowLayout {
            Layout.fillWidth: true

            IconBadge {
                iconName: control.iconName
                iconColor: control.pressed ? Theme.inkOnPressed : Theme.primary
                color: control.pressed ? "transparent" : control.chosen ? Theme.surface : Theme.primaryTint
                size: Math.round(Theme.text.heading.pixelSize * 2.6)
            }
            Item {
                Layout.fillWidth: true
            }
            Rectangle {
                implicitWidth: Math.round(Theme.text.body.pixelSize * 1.5)
                implicitHeight: implicitWidth
                radius: Math.round(implicitWidth * 0.2)
                color: control.chosen ? Theme.primary : Theme.surface
                border.width: control.chosen ? 0 : Math.max(2, Theme.lineWidth)
                border.color: Theme.controlLine
                Layout.alignment: Qt.AlignTop

                Icon {
                    anchors.centerIn: parent
                    visible: control.chosen
                    name: "check"
                    color: Theme.inkOnPrimary
                    size: Math.round(parent.width * 0.8)
                }
            }
        }
        PlainText {
            text: control.text
            font: Theme.text.heading
            color: control.pressed ? Theme.inkOnPressed : control.chosen ? Theme.primaryInk : Theme.ink
            Layout.fillWidth: true
            Accessible.ignored: true
        }
        Item {
            Layout.fillHeight: true
        }
    }
}
