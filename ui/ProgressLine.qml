// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// How much of a whole, from 0 to 1. The words beside it say of what.
Rectangle {
    id: control

    required property real value
    // "accent", "info", "good", "warn" or "bad".
    property string tone: "info"
    property string accessibleName

    readonly property real part: Math.max(0, Math.min(1, value))

    implicitWidth: 200
    implicitHeight: Theme.isCounter && !Theme.highContrast ? 8 : Math.round(12 * Theme.unit) + (Theme.highContrast ? 8 : 0)
    radius: height / 2
    color: Theme.track
    border.width: Theme.highContrast ? Theme.lineWidth : 0
    border.color: Theme.line
    Accessible.role: Accessible.ProgressBar
    Accessible.name: accessibleName

    Rectangle {
        visible: control.part > 0
        width: Math.max(height, Math.round(control.width * control.part))
        height: control.height
        radius: control.radius
        color: control.tone === "accent" ? Theme.accent : Theme.toneInk(control.tone)
    }
}
