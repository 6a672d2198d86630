// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
// The C++ side of our own module is not imported by itself.
import Anjungan.Counter

// In a narrow window: who sits here, the break, signing out, and the day's figures.
TouchScroll {
    id: panel

    required property DeskViewModel desk
    required property real textScale

    ColumnLayout {
        width: parent.width
        spacing: Theme.gap

        ListRow {
            title: panel.desk.staffName
            subtitle: panel.desk.counterTitle + "  ·  " + panel.desk.agencyName
            iconName: "account"
            showChevron: false
            enabled: false
            Layout.fillWidth: true
        }
        TouchButton {
            objectName: "act-pause-narrow"
            text: panel.desk.paused ? qsTr("End the break") : qsTr("Break")
            iconName: panel.desk.paused ? "play" : "pause"
            shortcutHint: "F10"
            focusPolicy: Qt.TabFocus
            Layout.fillWidth: true
            onClicked: panel.desk.acts.perform(DeskActs.TogglePause)
        }
        TouchButton {
            objectName: "sign-out-narrow"
            text: qsTr("Sign out")
            iconName: "sign-out"
            leading: true
            focusPolicy: Qt.TabFocus
            Layout.fillWidth: true
            onClicked: panel.desk.askSignOut()
        }
        CounterFigures {
            desk: panel.desk
            textScale: panel.textScale
            Layout.fillWidth: true
        }
    }
}
