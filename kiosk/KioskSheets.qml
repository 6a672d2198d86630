// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
import Anjungan.Kiosk

// Everything that may lie over a page.
Item {
    id: sheets

    required property KioskViewModel vm

    KioskSheet {
        objectName: "sheet-reading"
        vm: sheets.vm
        kind: KioskViewModel.Sheet.Reading
        dismissible: true
        iconName: "contrast-text"
        title: qsTr("Text & contrast")
        text: qsTr("Only for you, until you are done.")

        ReadingChoices {
            settings: sheets.vm.settings
            Layout.fillWidth: true
        }
        TouchButton {
            objectName: "reading-done"
            variant: "primary"
            text: qsTr("Done")
            Layout.fillWidth: true
            Layout.topMargin: Theme.smallGap
            onClicked: sheets.vm.closeSheet()
        }
    }
    KioskSheet {
        objectName: "sheet-help"
        vm: sheets.vm
        kind: KioskViewModel.Sheet.Help
        dismissible: true
        iconName: "person"
        title: qsTr("Staff will gladly help you")
        text: sheets.vm.welcome.helpPlace

        TouchButton {
            objectName: "help-done"
            variant: "primary"
            text: qsTr("Back to the kiosk")
            Layout.fillWidth: true
            onClicked: sheets.vm.closeSheet()
        }
    }
    KioskSheet {
        objectName: "sheet-idle"
        vm: sheets.vm
        kind: KioskViewModel.Sheet.Idle
        iconName: "clock"
        title: qsTr("Are you still there?")
        text: qsTr("In %1 seconds the kiosk starts again from the first page.").arg(sheets.vm.secondsLeft)

        ProgressLine {
            value: sheets.vm.partLeft
            tone: "accent"
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.smallGap
        }
        TouchButton {
            objectName: "idle-more"
            variant: "accent"
            text: qsTr("Yes, more time please")
            Layout.fillWidth: true
            onClicked: sheets.vm.moreTime()
        }
        TouchButton {
            objectName: "idle-finish"
            text: qsTr("I am done")
            Layout.fillWidth: true
            onClicked: sheets.vm.finish()
        }
    }
    KioskSheet {
        objectName: "sheet-problem"
        vm: sheets.vm
        kind: KioskViewModel.Sheet.Problem
        iconName: "alert-circle"
        tone: "warn"
        title: sheets.vm.problem.title
        text: sheets.vm.problem.text

        PlainText {
            visible: text !== ""
            text: sheets.vm.welcome.helpPlace === "" ? "" : qsTr("Staff can help: %1.").arg(sheets.vm.welcome.helpPlace)
            color: Theme.quietInk
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.smallGap
        }
        TouchButton {
            objectName: "problem-retry"
            visible: sheets.vm.problem.mayRetry
            variant: "accent"
            text: qsTr("Try again")
            iconName: "refresh"
            Layout.fillWidth: true
            onClicked: sheets.vm.retry()
        }
        TouchButton {
            objectName: "problem-back"
            variant: sheets.vm.problem.mayRetry ? "outline" : "primary"
            text: qsTr("Back")
            Layout.fillWidth: true
            onClicked: sheets.vm.closeSheet()
        }
    }
}
