// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// The bar that stands at the bottom of every page; give it BarButtons. They share its width equally, and take more than
// one line before a word of theirs would have to break.
Rectangle {
    id: control

    default property alias buttons: grid.data

    readonly property int widestWord: narrowestButton()
    // First the margins give way, then the line.
    readonly property bool tight: grid.count * widestWord + (grid.count - 1) * Theme.smallGap > width - 2 * Theme.margin
    readonly property int sideMargin: tight ? Theme.gap : Theme.margin

    function narrowestButton(): int {
        let widest = 1
        for (let i = 0; i < grid.visibleChildren.length; ++i)
            widest = Math.max(widest, (grid.visibleChildren[i] as BarButton)?.narrowest ?? 0)
        return widest
    }

    implicitWidth: grid.count * widestWord + 2 * Theme.margin
    implicitHeight: grid.implicitHeight + 2 * Theme.gap
    color: Theme.surface

    Divider {
        width: parent.width
    }
    ButtonRow {
        id: grid
        needed: control.widestWord
        anchors.fill: parent
        anchors.leftMargin: control.sideMargin
        anchors.rightMargin: control.sideMargin
        anchors.topMargin: Theme.gap
        anchors.bottomMargin: Theme.gap
        columnSpacing: control.tight ? Theme.tinyGap : Theme.smallGap
    }
}
