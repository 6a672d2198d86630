// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

// The bar that stands at the bottom of every page; give it BarButtons. They share its width equally, and take more than
// one line before a word of theirs would have to break.
Rectangle {
    id: control

    default property alias buttons: grid.data

    readonly property int count: grid.visibleChildren.length
    readonly property int widestWord: narrowestButton()
    // First the margins give way, then the line.
    readonly property bool tight: neededFor(count, Theme.smallGap) > width - 2 * Theme.margin
    readonly property int sideMargin: tight ? Theme.gap : Theme.margin
    readonly property int lines: linesFor(width - 2 * sideMargin)

    function narrowestButton(): int {
        let widest = 1
        for (let i = 0; i < grid.visibleChildren.length; ++i)
            widest = Math.max(widest, (grid.visibleChildren[i] as BarButton)?.narrowest ?? 0)
        return widest
    }

    function neededFor(columns: int, spacing: int): int {
        return columns * widestWord + (columns - 1) * spacing
    }

    function linesFor(space: int): int {
        let wanted = 1
        while (wanted < count && neededFor(Math.ceil(count / wanted), grid.columnSpacing) > space)
            ++wanted
        return wanted
    }

    // A short last line fills the width too: spans of a grid fine enough for both lengths.
    function arrange(): void {
        const shown = grid.visibleChildren
        if (shown.length === 0)
            return
        const full = Math.ceil(shown.length / lines)
        const rest = shown.length - full * (lines - 1)
        grid.columns = full * rest
        for (let i = 0; i < shown.length; ++i) {
            const span = i < full * (lines - 1) ? rest : full
            shown[i].Layout.columnSpan = span
            shown[i].Layout.preferredWidth = span
            shown[i].Layout.fillWidth = true
            shown[i].Layout.fillHeight = true
        }
    }

    onLinesChanged: arrange()
    onCountChanged: arrange()

    implicitWidth: grid.implicitWidth + 2 * Theme.margin
    implicitHeight: grid.implicitHeight + 2 * Theme.gap
    color: Theme.surface

    Divider {
        width: parent.width
    }
    GridLayout {
        id: grid
        anchors.fill: parent
        anchors.leftMargin: control.sideMargin
        anchors.rightMargin: control.sideMargin
        anchors.topMargin: Theme.gap
        anchors.bottomMargin: Theme.gap
        columnSpacing: control.tight ? Theme.tinyGap : Theme.smallGap
        rowSpacing: columnSpacing
    }
}
