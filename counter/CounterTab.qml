// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui

// One of several lists or parts: its name, how many, and whether it is the one shown.
Pressable {
    id: control

    property int count: -1
    property bool current: false

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
        readonly property bool stacked: label.implicitWidth + figure.implicitWidth + columnSpacing > control.availableWidth
        columns: stacked ? 1 : 4
        columnSpacing: Theme.smallGap
        rowSpacing: 0

        Item {
            visible: !parent.stacked
            Layout.fillWidth: true
        }
        PlainText {
            id: label
            text: control.text
            font: control.current ? Theme.text.label : Theme.text.body
            color: control.current ? Theme.ink : Theme.quietInk
            wrapMode: Text.NoWrap
            Layout.alignment: Qt.AlignCenter
            Accessible.ignored: true
        }
        Chip {
            id: figure
            visible: control.count >= 0
            text: control.count
            tone: control.current ? "info" : "neutral"
            Layout.alignment: Qt.AlignCenter
            Accessible.ignored: true
        }
        Item {
            visible: !parent.stacked
            Layout.fillWidth: true
        }
    }
}
