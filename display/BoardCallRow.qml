// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui

// Another open call: number and counter in one size. Compact, the word for the counter is small, above the way there.
Rectangle {
    id: control

    required property BoardScale sizes
    required property bool compact
    required property int callSize
    required property bool showFloor
    required property string number
    required property string counter
    required property string floor
    required property string direction
    required property bool serving
    required property bool speaking

    readonly property int side: sizes.px(32)

    radius: sizes.px(24)
    color: serving ? "transparent" : Theme.primaryRaised
    border.width: serving ? Math.max(1, sizes.px(2)) : Theme.highContrast ? Theme.lineWidth : 0
    border.color: serving && !Theme.highContrast ? Theme.primaryRaised : Theme.line
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Number %1, counter %2").arg(number).arg(counter)

    BoardCapitals {
        id: numberText
        objectName: "call-number"
        text: control.number
        pixelSize: control.callSize
        color: control.serving ? Theme.quietInkOnPrimaryDeep : Theme.inkOnPrimaryDeep
        x: control.side
        anchors.verticalCenter: parent.verticalCenter
    }
    Icon {
        objectName: "call-speaking"
        name: "volume-high"
        visible: control.speaking
        color: Theme.accentOnDeep
        size: control.sizes.px(48)
        anchors.left: numberText.right
        anchors.leftMargin: control.sizes.px(20)
        anchors.verticalCenter: parent.verticalCenter
    }
    Row {
        spacing: control.sizes.px(24)
        anchors.right: parent.right
        anchors.rightMargin: control.side
        anchors.verticalCenter: parent.verticalCenter

        RowLayout {
            visible: !control.compact
            spacing: control.sizes.px(14)
            anchors.verticalCenter: parent.verticalCenter

            Icon {
                name: control.direction
                visible: name !== ""
                color: Theme.quietInkOnPrimaryDeep
                size: control.sizes.px(52)
            }
            PlainText {
                text: control.floor
                visible: control.showFloor
                font: control.sizes.font(34, Font.Medium)
                color: Theme.quietInkOnPrimaryDeep
                wrapMode: Text.NoWrap
            }
        }
        Column {
            visible: control.compact
            anchors.verticalCenter: parent.verticalCenter

            PlainText {
                text: qsTr("Counter")
                font: control.sizes.font(36, Font.DemiBold)
                color: control.serving ? Theme.quietInkOnPrimaryDeep : Theme.accentOnDeep
                wrapMode: Text.NoWrap
                anchors.right: parent.right
            }
            PlainText {
                text: control.floor
                visible: control.showFloor
                font: control.sizes.font(30, Font.Medium)
                color: Theme.quietInkOnPrimaryDeep
                wrapMode: Text.NoWrap
                anchors.right: parent.right
            }
        }
        BoardCapitals {
            objectName: "call-counter"
            text: control.compact ? control.counter : qsTr("Counter %1").arg(control.counter)
            pixelSize: control.callSize
            color: control.serving ? Theme.quietInkOnPrimaryDeep : Theme.accentOnDeep
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
