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
    topPadding: Theme.tinyGap
    bottomPadding: Theme.tinyGap
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
