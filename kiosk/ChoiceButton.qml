// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Anjungan.Ui

// One of a few values beside each other; the one that applies is outlined and ticked.
Pressable {
    id: control

    property bool chosen: false
    property int sampleSize: Theme.text.label.pixelSize

    minimumHeight: Math.round(Theme.primaryTarget * 1.1)
    ringRadius: Theme.smallRadius
    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: chosen

    background: Rectangle {
        radius: Theme.smallRadius
        color: control.pressed ? Theme.pressed : control.chosen ? Theme.primaryTint : Theme.surface
        border.width: control.chosen ? Theme.focusWidth : Theme.lineWidth
        border.color: control.chosen ? Theme.primary : Theme.controlLine
    }
    contentItem: ChoiceContent {
        text: control.text
        chosen: control.chosen
        sampleSize: control.sampleSize
        color: control.pressed ? Theme.inkOnPressed : control.chosen ? Theme.primaryInk : Theme.ink
        iconColor: control.pressed ? Theme.inkOnPressed : Theme.primary
    }
}
