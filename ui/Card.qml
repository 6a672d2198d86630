// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

// A white sheet with round corners. Give it one child, `anchors.fill: parent`; the card grows with it.
T.Pane {
    id: control

    property color fill: Theme.surface
    property color outline: Theme.line
    property int radius: Theme.radius

    implicitWidth: Math.max(implicitBackgroundWidth, contentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(implicitBackgroundHeight, contentHeight + topPadding + bottomPadding)
    padding: Theme.padding
    focusPolicy: Qt.NoFocus

    background: Rectangle {
        color: control.fill
        radius: control.radius
        border.width: control.outline.a > 0 || Theme.highContrast ? Theme.lineWidth : 0
        border.color: Theme.highContrast ? Theme.line : control.outline
    }
}
