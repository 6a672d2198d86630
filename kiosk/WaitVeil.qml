// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Anjungan.Ui

// Covers the page while the number is being made: at once against a second touch, visibly only when it takes a while.
Item {
    id: veil

    property bool shown: false

    visible: shown
    onShownChanged: {
        panel.visible = false
        if (shown)
            delay.restart()
        else
            delay.stop()
    }

    Timer {
        id: delay
        interval: 300
        onTriggered: panel.visible = true
    }
    MouseArea {
        anchors.fill: parent
    }
    Rectangle {
        id: panel
        objectName: "wait-veil"
        visible: false
        anchors.fill: parent
        color: Theme.background

        EmptyState {
            width: parent.width - 2 * Theme.margin
            anchors.centerIn: parent
            iconName: "timer-sand"
            title: qsTr("One moment…")
            text: qsTr("Your number is being made.")
        }
    }
}
