// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// A box and words. By itself only something to read (what to bring); `interactive` makes it a box to tick.
Pressable {
    id: control

    property bool interactive: false

    checkable: interactive
    enabled: interactive
    focusPolicy: interactive ? Qt.StrongFocus : Qt.NoFocus
    minimumHeight: interactive ? Theme.target : 0
    leftPadding: interactive ? Theme.tinyGap : 0
    rightPadding: leftPadding
    // Boxes side by side stand at one height, however many lines their words take.
    topPadding: Math.max(Theme.tinyGap, Math.round((minimumHeight - Theme.text.body.pixelSize * 1.32) / 2))
    bottomPadding: topPadding
    Accessible.role: interactive ? Accessible.CheckBox : Accessible.ListItem
    Accessible.checkable: interactive
    Accessible.checked: checked

    background: Rectangle {
        radius: Theme.smallRadius
        color: control.pressed ? Theme.primaryTint : "transparent"
    }

    contentItem: CheckContent {
        text: control.text
        checked: control.checked
    }
}
