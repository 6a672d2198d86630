// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// An icon on a tinted square with round corners, or on a disc.
Rectangle {
    property string iconName
    property color iconColor: Theme.primary
    property int size: Math.round(Theme.text.heading.pixelSize * 2.3)
    property bool round: false

    implicitWidth: size
    implicitHeight: size
    radius: round ? size / 2 : Math.min(Theme.radius, Math.round(size * 0.24))
    color: Theme.primaryTint
    // Black on black has no edge of its own, and an icon without one seems out of line.
    border.width: Theme.highContrast && color.a > 0 && Qt.colorEqual(color, Theme.background) ? Theme.thinLine : 0
    border.color: Theme.line

    Icon {
        anchors.centerIn: parent
        name: parent.iconName
        color: parent.iconColor
        size: Math.round(parent.size * 0.55)
    }
}
