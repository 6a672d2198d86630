// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui

// One of several lists or parts: its name, how many, and whether it is the one shown.
Pressable {
    id: control

    property int count: -1
    property bool current: false
    // The count below the name, the same for all tabs of a row.
    property bool stacked: false

    leftPadding: Theme.smallGap
    rightPadding: Theme.smallGap
    topPadding: Theme.tinyGap
    bottomPadding: Theme.tinyGap
    focusPolicy: Qt.TabFocus
    ringRadius: 8
    accessibleName: count < 0 ? text : text + ", " + count
    Accessible.role: Accessible.PageTab
    Accessible.selected: current

    background: Rectangle {
        color: control.pressed ? Theme.primaryTint : "transparent"

        Rectangle {
            width: parent.width
            height: control.current ? Theme.focusWidth : Theme.thinLine
            anchors.bottom: parent.bottom
            color: control.current ? Theme.primary : Theme.line
        }
    }

    contentItem: GridLayout {
        columns: control.count >= 0 && control.stacked ? 1 : 2
        columnSpacing: Theme.smallGap
        rowSpacing: 0

        PlainText {
            text: control.text
            font: control.current ? Theme.text.label : Theme.text.body
            color: control.current ? Theme.ink : Theme.quietInk
            wrapMode: Text.NoWrap
            horizontalAlignment: parent.columns === 1 || control.count < 0 ? Text.AlignHCenter : Text.AlignRight
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter
            Accessible.ignored: true
        }
        Item {
            visible: control.count >= 0
            implicitWidth: children[0].width
            implicitHeight: children[0].height
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter

            // Not a Chip: its words take their width from it, and a width that is asked for by what it is made of goes
            // round in a circle.
            Rectangle {
                x: control.stacked ? Math.round((parent.width - width) / 2) : 0
                width: Math.ceil(children[0].implicitWidth) + Math.round(Theme.text.captionStrong.pixelSize * 1.5)
                height: Math.ceil(Theme.text.captionStrong.pixelSize * 1.66)
                radius: height / 2
                color: control.current ? Theme.primaryTint : Theme.background
                border.width: Theme.highContrast ? Theme.lineWidth : 0
                border.color: Theme.line

                PlainText {
                    anchors.centerIn: parent
                    text: Math.max(0, control.count)
                    font: Theme.text.captionStrong
                    color: control.current ? Theme.primaryInk : Theme.quietInk
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }
    }
}
