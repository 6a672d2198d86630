// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Anjungan.Ui

// The strip at the foot: running text, or what is wrong with the board.
Rectangle {
    id: control

    required property BoardScale sizes
    required property var messages
    required property string problem

    readonly property bool wrong: problem !== ""

    color: wrong ? Theme.warnTint : Theme.highContrast ? "#000000" : Qt.darker(Theme.primaryDeep, 1.5)

    Rectangle {
        visible: Theme.highContrast
        width: parent.width
        height: Theme.lineWidth
        color: Theme.line
    }
    Marquee {
        readonly property int inset: control.sizes.px(48)

        objectName: "board-notices"
        visible: !control.wrong
        running: visible
        // What runs leaves at the screen's edge, not before it.
        x: still ? inset : 0
        width: parent.width - 2 * x
        stillWidth: parent.width - 2 * inset
        anchors.verticalCenter: parent.verticalCenter
        messages: control.messages
        font: control.sizes.font(Theme.reducedMotion ? 30 : 36, Font.Medium)
        pixelsPerSecond: control.sizes.px(110)
    }
    Row {
        id: warning
        objectName: "board-problem"
        visible: control.wrong
        x: control.sizes.px(48)
        width: parent.width - 2 * x
        anchors.verticalCenter: parent.verticalCenter
        spacing: control.sizes.px(24)

        Icon {
            id: icon
            name: "alert"
            color: Theme.warn
            size: control.sizes.px(54)
            anchors.verticalCenter: parent.verticalCenter
        }
        PlainText {
            width: warning.width - icon.width - warning.spacing
            text: qsTr("Please listen for staff to call you. %1").arg(control.problem)
            font: control.sizes.font(34, Font.DemiBold)
            fontSizeMode: Text.Fit
            minimumPixelSize: control.sizes.px(24)
            height: Math.min(implicitHeight, control.height - control.sizes.px(8))
            color: Theme.warn
            verticalAlignment: Text.AlignVCenter
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
