// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Anjungan.Ui

// An earlier call.
Item {
    id: control

    required property BoardScale sizes
    required property string number
    required property string counter

    implicitHeight: sizes.px(88)
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Number %1, counter %2").arg(number).arg(counter)

    BoardCapitals {
        id: numberText
        objectName: "recent-number"
        text: control.number
        pixelSize: control.sizes.px(56)
        fitWidth: control.width * 0.5
        anchors.verticalCenter: parent.verticalCenter
    }
    BoardCapitals {
        objectName: "recent-counter"
        text: qsTr("Counter %1").arg(control.counter)
        pixelSize: control.sizes.px(52)
        weight: Font.DemiBold
        color: Theme.primary
        fitWidth: control.width - numberText.width - control.sizes.px(20)
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
    }
    Rectangle {
        width: parent.width
        height: Math.max(1, control.sizes.px(2))
        anchors.bottom: parent.bottom
        color: Theme.line
    }
}
