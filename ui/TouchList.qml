// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// A long list by finger: a ListView (set `model` and `delegate`; a delegate takes `ListView.view.width`) that shows that
// there is more.
ListView {
    id: control

    property string moreName
    // What it lies on.
    property color ground: Theme.background

    spacing: Theme.smallGap
    boundsBehavior: Flickable.StopAtBounds
    interactive: contentHeight > height
    clip: interactive
    cacheBuffer: 400
    highlightMoveDuration: Theme.durationLong
    // By key a row comes to stand above the strip.
    highlightRangeMode: ListView.ApplyRange
    preferredHighlightBegin: 0
    preferredHighlightEnd: height - edge.footRoom
    keyNavigationEnabled: true
    Accessible.role: Accessible.List

    ScrollEdge {
        id: edge
        parent: control
        anchors.fill: parent
        view: control
        moreName: control.moreName
        ground: control.ground
        z: 2
    }
}
