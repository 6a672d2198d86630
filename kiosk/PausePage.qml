// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
import Anjungan.Kiosk

// Before the kiosk knows its site, and after it can no longer trust what it knows.
Item {
    id: page

    required property KioskViewModel vm

    // The greeting is beside the point where the words need the room.
    readonly property bool greets: !Theme.lowReach && Theme.textScale < 1.2

    WelcomeHeader {
        id: header
        visible: page.greets
        width: parent.width
        height: visible ? implicitHeight : 0
        welcome: page.vm.welcome
        overlap: visible ? Theme.wideGap : 0
    }
    Card {
        x: Theme.margin
        y: page.greets ? header.height - header.overlap
                       : Math.round((parent.height - height) * (Theme.lowReach ? 0.95 : 0.5))
        width: parent.width - 2 * Theme.margin
        padding: Math.round(Theme.padding * 1.5)

        EmptyState {
            objectName: "pause"
            anchors.fill: parent
            iconName: page.vm.welcome.pause.icon
            tone: page.vm.welcome.pause.tone
            title: page.vm.welcome.pause.title
            text: page.vm.welcome.pause.text
        }
    }
}
