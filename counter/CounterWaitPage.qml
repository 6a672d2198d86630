// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Anjungan.Ui
// The C++ side of our own module is not imported by itself.
import Anjungan.Counter

// Before there is anything to show, and when nothing may be shown any more.
Rectangle {
    id: page

    required property CounterViewModel vm

    readonly property bool broken: vm.state === CounterViewModel.Broken

    color: Theme.background

    EmptyState {
        objectName: page.broken ? "broken" : "catching-up"
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, 620)
        iconName: page.vm.waitIcon
        tone: page.vm.waitTone
        title: page.vm.waitTitle
        text: page.vm.waitText
    }
}
