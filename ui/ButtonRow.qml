// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

// Buttons side by side, all equally wide; fewer in a line as soon as a label would have to wrap.
GridLayout {
    id: control

    // At most so many in a line.
    property int mostColumns: count

    readonly property int count: visibleChildren.length
    readonly property bool stacked: columns === 1 && count > 1

    function widest(): real {
        let found = 0
        for (let i = 0; i < visibleChildren.length; ++i)
            found = Math.max(found, visibleChildren[i].implicitWidth)
        return found
    }

    function columnsFor(space: real): int {
        let wanted = Math.max(1, Math.min(mostColumns, count))
        const needed = widest()
        while (wanted > 1 && space > 0 && (space - (wanted - 1) * columnSpacing) / wanted < needed)
            --wanted
        return wanted
    }

    columns: columnsFor(width)
    columnSpacing: Theme.isCounter ? Theme.gap : Theme.smallGap
    rowSpacing: columnSpacing

    onVisibleChildrenChanged: {
        for (let i = 0; i < visibleChildren.length; ++i) {
            visibleChildren[i].Layout.fillWidth = true
            visibleChildren[i].Layout.fillHeight = true
            visibleChildren[i].Layout.preferredWidth = 1
        }
    }
}
