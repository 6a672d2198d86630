// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
// The C++ side of our own module is not imported by itself.
import Anjungan.Counter

// How the service ended, for the reports.
Sheet {
    id: sheet

    required property DeskViewModel desk

    signal dismissed()

    title: qsTr("How did the service end?")
    text: qsTr("It is recorded when you finish. Without a choice it is \"%1\".").arg(desk.acts.outcomes[0])
    dismissible: true
    onClosed: dismissed()
    onOpened: choices.itemAt(sheet.desk.acts.outcome).forceActiveFocus(Qt.TabFocusReason)

    Repeater {
        id: choices
        model: sheet.desk.acts.outcomes

        TouchButton {
            id: choice
            required property int index
            required property string modelData
            objectName: "outcome-" + index
            focus: sheet.desk.acts.outcome === index
            text: modelData
            iconName: sheet.desk.acts.outcome === index ? "check-circle" : "circle-empty"
            variant: sheet.desk.acts.outcome === index ? "tint" : "outline"
            leading: true
            Layout.fillWidth: true
            KeyNavigation.down: choices.itemAt(index + 1)
            KeyNavigation.up: choices.itemAt(index - 1)
            onClicked: sheet.desk.chooseOutcome(choice.index)
        }
    }
}
