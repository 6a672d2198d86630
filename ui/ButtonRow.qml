// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

// Buttons side by side, all equally wide; one below the other as soon as a label would have to wrap.
GridLayout {
    id: control

    // Stays a row whatever the labels.
    property bool keepRow: false

    readonly property int count: shownCount()
    readonly property bool stacked: !keepRow && count > 1 && width > 0 && widest() > (width - (count - 1) * columnSpacing) / count

    function shownCount(): int {
        return visibleChildren.length
    }

    function widest(): real {
        let widestSoFar = 0
        for (let i = 0; i < visibleChildren.length; ++i)
            widestSoFar = Math.max(widestSoFar, visibleChildren[i].implicitWidth)
        return widestSoFar
    }

    columns: stacked ? 1 : Math.max(1, count)
    columnSpacing: Theme.gap
    rowSpacing: Theme.smallGap

    onVisibleChildrenChanged: {
        for (let i = 0; i < visibleChildren.length; ++i) {
            visibleChildren[i].Layout.fillWidth = true
            visibleChildren[i].Layout.fillHeight = true
            visibleChildren[i].Layout.preferredWidth = 1
        }
    }
}
