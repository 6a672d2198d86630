// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Anjungan.Ui
// The C++ side of our own module is not imported by itself.
import Anjungan.Display

// The calling board of a zone, landscape, read at 5 to 10 m.
Rectangle {
    id: page

    required property BoardViewModel vm

    readonly property BoardScale sizes: BoardScale {
        panel: Qt.size(page.width, page.height)
    }
    // Numbers that a small panel makes large in pixels get room from what stands beside them.
    readonly property int sideWidth: sizes.px(620) - Math.min(sizes.px(120), Math.max(0, 3 * (sizes.callSize - sizes.px(112))))
    readonly property int margin: sizes.px(48)
    readonly property bool calling: vm.state === BoardViewModel.State.Calls

    color: Theme.primaryDeep

    BoardHeader {
        id: header
        sizes: page.sizes
        site: page.vm.site
        place: page.vm.place
        x: page.margin
        y: page.sizes.px(32)
        width: side.x - 2 * page.margin
        height: Math.max(page.sizes.px(68), implicitHeight)
    }
    Item {
        id: pane
        x: page.margin
        anchors.top: header.bottom
        anchors.topMargin: page.sizes.px(24)
        anchors.bottom: bar.top
        anchors.bottomMargin: page.sizes.px(24)
        width: side.x - 2 * page.margin

        BoardCallsPane {
            objectName: "board-calls"
            visible: page.calling
            anchors.fill: parent
            vm: page.vm
            sizes: page.sizes
        }
        BoardMessage {
            objectName: "board-message"
            visible: !page.calling
            anchors.fill: parent
            sizes: page.sizes
            iconName: page.vm.messageIcon
            title: page.vm.messageTitle
            text: page.vm.messageText
            hours: page.vm.hoursLine
        }
    }
    BoardSide {
        id: side
        vm: page.vm
        sizes: page.sizes
        width: page.sideWidth
        x: page.width - width
        height: bar.y
    }
    BoardBar {
        id: bar
        sizes: page.sizes
        messages: page.vm.notices
        problem: page.vm.problem
        width: page.width
        height: page.sizes.px(92)
        y: page.height - height
    }
}
