// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Anjungan.Ui
import Anjungan.Kiosk

// Before the kiosk knows its site, and after it can no longer trust what it knows.
Item {
    id: page

    required property KioskViewModel vm

    EmptyState {
        objectName: "pause"
        width: parent.width - 2 * Theme.margin
        anchors.centerIn: parent
        iconName: page.vm.welcome.broken ? "alert-circle" : "timer-sand"
        tone: page.vm.welcome.broken ? "bad" : "info"
        title: page.vm.welcome.broken ? qsTr("This machine is out of service") : qsTr("One moment…")
        text: page.vm.welcome.broken ? qsTr("Staff can give you a number: %1.").arg(page.vm.welcome.helpPlace)
                                     : qsTr("The kiosk is getting ready.")
    }
}
