// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

// Buttons side by side, all equally wide; on more lines before a label would have to wrap. A short last line is as wide
// as the others.
GridLayout {
    id: control

    // At most so many in a line.
    property int mostColumns: count
    // The width a button must have.
    property real needed: widest()

    readonly property int count: visibleChildren.length
    readonly property int perLine: fitting(width)
    readonly property bool stacked: perLine === 1 && count > 1

    function widest(): real {
        let found = 0
        for (let i = 0; i < visibleChildren.length; ++i)
            found = Math.max(found, visibleChildren[i].implicitWidth)
        return found
    }

    // Lines as even as they can be: five that do not fit are three and two, not four and one.
    function fitting(space: real): int {
        let most = Math.max(1, Math.min(mostColumns, count))
        while (most > 1 && space > 0 && (space - (most - 1) * columnSpacing) / most < needed)
            --most
        return Math.ceil(count / Math.max(1, Math.ceil(count / most)))
    }

    // A grid fine enough for both lengths of line, and spans in it.
    function arrange(): void {
        const shown = visibleChildren
        if (shown.length === 0 || perLine === 0)
            return
        const lines = Math.ceil(shown.length / perLine)
        const rest = shown.length - perLine * (lines - 1)
        columns = perLine * rest
        for (let i = 0; i < shown.length; ++i) {
            const span = i < perLine * (lines - 1) ? rest : perLine
            shown[i].Layout.columnSpan = span
            shown[i].Layout.preferredWidth = span
            shown[i].Layout.fillWidth = true
            shown[i].Layout.fillHeight = true
        }
    }

    onPerLineChanged: arrange()
    onVisibleChildrenChanged: arrange()

    columnSpacing: Theme.isCounter ? Theme.gap : Theme.smallGap
    rowSpacing: columnSpacing
}
