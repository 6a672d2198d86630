// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
// The C++ side of our own module is not imported by itself.
import Anjungan.Counter

// The questions that lie over the desk, one at a time.
Item {
    id: sheets

    required property DeskViewModel desk

    signal ended()

    function end(): void {
        sheets.desk.closeSheet()
        ended()
    }

    LegActsSheet {
        leg: sheets.desk.legSheet
        visible: sheets.desk.sheet === DeskViewModel.LegSheet
        onDismissed: sheets.desk.closeSheet()
        onClosed: sheets.ended()
    }
    TransferSheet {
        transfer: sheets.desk.transfer
        visible: sheets.desk.sheet === DeskViewModel.TransferSheet
        onDismissed: sheets.desk.closeSheet()
        onClosed: sheets.ended()
    }
    NumberSheet {
        entry: sheets.desk.numberEntry
        visible: sheets.desk.sheet === DeskViewModel.NumberSheet
        onDismissed: sheets.desk.closeSheet()
        onClosed: sheets.ended()
    }
    OutcomeSheet {
        desk: sheets.desk
        visible: sheets.desk.sheet === DeskViewModel.OutcomeSheet
        onDismissed: sheets.desk.closeSheet()
        onClosed: sheets.ended()
    }
    Sheet {
        id: why
        title: sheets.desk.whyQuestion
        text: sheets.desk.whyText
        iconName: "help-circle-outline"
        dismissible: true
        visible: sheets.desk.sheet === DeskViewModel.WhySheet
        onClosed: sheets.end()
        onOpened: understood.forceActiveFocus(Qt.TabFocusReason)

        TouchButton {
            id: understood
            objectName: "why-close"
            focus: true
            text: qsTr("Understood")
            variant: "primary"
            Layout.fillWidth: true
            onClicked: sheets.desk.closeSheet()
        }
    }
    Sheet {
        id: leave
        title: qsTr("Close %1 and sign out?").arg(sheets.desk.counterTitle)
        text: sheets.desk.signOutText
        iconName: "sign-out"
        dismissible: true
        visible: sheets.desk.sheet === DeskViewModel.SignOutSheet
        onClosed: sheets.end()
        onOpened: leaveButton.forceActiveFocus(Qt.TabFocusReason)

        ButtonRow {
            Layout.fillWidth: true

            TouchButton {
                objectName: "sign-out-cancel"
                text: qsTr("Stay")
                large: true
                onClicked: sheets.desk.closeSheet()
            }
            TouchButton {
                id: leaveButton
                objectName: "sign-out-confirm"
                focus: true
                text: qsTr("Close and sign out")
                variant: "primary"
                onClicked: sheets.desk.signOut()
            }
        }
    }
}
