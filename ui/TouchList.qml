// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// A long list by finger: a ListView (set `model` and `delegate`; a delegate takes `ListView.view.width`) that shows that
// there is more.
ListView {
    id: control

    property string moreName

    spacing: Theme.smallGap
    boundsBehavior: Flickable.StopAtBounds
    interactive: contentHeight > height
    clip: interactive
    cacheBuffer: 400
    highlightMoveDuration: Theme.durationLong
    keyNavigationEnabled: true
    Accessible.role: Accessible.List

    ScrollEdge {
        parent: control
        anchors.fill: parent
        view: control
        moreName: control.moreName
        z: 2
    }
}
