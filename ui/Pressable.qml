// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

// What every control that is pressed has in common: touch, Space and Enter, a focus ring, a name for a reader.
T.AbstractButton {
    id: control

    property int minimumHeight: Theme.target
    property int minimumWidth: Theme.target
    property int ringRadius: Theme.radius
    property string accessibleName: text

    implicitWidth: Math.max(minimumWidth, Math.ceil(implicitContentWidth) + leftPadding + rightPadding)
    implicitHeight: Math.max(minimumHeight, Math.ceil(implicitContentHeight) + topPadding + bottomPadding)
    padding: Theme.smallGap
    focusPolicy: Qt.StrongFocus
    hoverEnabled: false

    Accessible.role: Accessible.Button
    Accessible.name: accessibleName
    Accessible.onPressAction: activate()

    function activate(): void {
        if (checkable)
            toggle()
        clicked()
    }

    // A held key is one press: an action must not run away under a heavy hand.
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) {
            event.accepted = true
            if (!event.isAutoRepeat)
                activate()
        }
    }

    FocusRing {
        parent: control
        shown: control.visualFocus
        around: control.ringRadius
        z: 1
    }
}
