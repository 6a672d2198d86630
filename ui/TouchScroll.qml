// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// A page part that scrolls by finger, wheel and keyboard focus and shows that there is more. Give it one child that is as
// wide as its parent.
Item {
    id: control

    default property alias content: holder.data
    property string moreName
    // What it lies on.
    property color ground: Theme.background
    readonly property alias flickable: view

    implicitWidth: holder.childrenRect.width
    implicitHeight: holder.childrenRect.height

    function toTop(): void {
        view.contentY = 0
    }

    // Scrolls as little as needed to show an item of the content whole.
    function reveal(item: Item): void {
        let ancestor = item
        while (ancestor && ancestor !== holder)
            ancestor = ancestor.parent
        if (!ancestor)
            return
        const top = item.mapToItem(holder, 0, 0).y - Theme.gap
        const bottom = top + item.height + 2 * Theme.gap
        if (top < view.contentY)
            view.contentY = Math.max(0, top)
        else if (bottom > view.contentY + view.height - edge.footRoom)
            view.contentY = Math.max(0, Math.min(bottom + edge.footRoom, view.contentHeight) - view.height)
    }

    Connections {
        target: control.Window.window
        function onActiveFocusItemChanged(): void {
            const item = control.Window.activeFocusItem
            if (item)
                control.reveal(item)
        }
    }

    Flickable {
        id: view
        anchors.fill: parent
        contentWidth: width
        contentHeight: holder.height
        boundsBehavior: Flickable.StopAtBounds
        flickableDirection: Flickable.VerticalFlick
        interactive: contentHeight > height
        clip: interactive

        Item {
            id: holder
            width: view.width
            height: childrenRect.height
        }
    }
    ScrollEdge {
        id: edge
        anchors.fill: parent
        view: view
        moreName: control.moreName
        ground: control.ground
    }
}
