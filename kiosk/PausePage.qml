// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
import Anjungan.Kiosk

// Before the kiosk knows its site, and after it can no longer trust what it knows.
Item {
    id: page

    required property KioskViewModel vm

    WelcomeHeader {
        id: header
        visible: !Theme.lowReach
        width: parent.width
        height: visible ? implicitHeight : 0
        welcome: page.vm.welcome
        overlap: visible ? Theme.wideGap : 0
    }
    Card {
        x: Theme.margin
        y: Theme.lowReach ? parent.height - height - Theme.wideGap : header.height - header.overlap
        width: parent.width - 2 * Theme.margin
        padding: Math.round(Theme.padding * 1.5)

        EmptyState {
            objectName: "pause"
            anchors.fill: parent
            iconName: page.vm.welcome.pause.icon ?? ""
            tone: page.vm.welcome.pause.tone ?? "info"
            title: page.vm.welcome.pause.title ?? ""
            text: page.vm.welcome.pause.text ?? ""
        }
    }
}
