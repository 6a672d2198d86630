// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// The visible keyboard focus: drawn around its parent, outside it.
Rectangle {
    property bool shown: false
    property int around: Theme.radius

    anchors.fill: parent
    anchors.margins: -Theme.focusWidth - 2
    radius: around + Theme.focusWidth + 2
    color: "transparent"
    border.width: Theme.focusWidth
    border.color: Theme.focus
    visible: shown
}
