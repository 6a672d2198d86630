// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
// The C++ side of our own module is not imported by itself.
import Anjungan.Counter

// What may be done with one number of the lists.
Sheet {
    id: sheet

    required property LegSheetViewModel leg

    signal dismissed()

    title: leg.confirmsCancel ? qsTr("Cancel %1?").arg(leg.number) : leg.number + "  ·  " + leg.service
    text: leg.confirmsCancel ? qsTr("This errand ends for good. The citizen would need a new number.") : leg.status
    iconName: leg.confirmsCancel ? "alert" : ""
    tone: leg.confirmsCancel ? "bad" : "info"
    dismissible: true
    onClosed: dismissed()
    onOpened: callButton.enabled ? callButton.forceActiveFocus(Qt.TabFocusReason) : closeButton.forceActiveFocus(Qt.TabFocusReason)

    PlainText {
        visible: sheet.leg.note !== "" && !sheet.leg.confirmsCancel
        text: qsTr("Note: %1").arg(sheet.leg.note)
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.tinyGap
    }
    MetaRow {
        objectName: "leg-needs"
        visible: sheet.leg.needs.length > 0 && !sheet.leg.confirmsCancel
        items: sheet.leg.needs
        font: Theme.text.label
        Layout.fillWidth: true
    }
    PlainText {
        objectName: "leg-confirmed"
        visible: text !== "" && !sheet.leg.confirmsCancel
        text: sheet.leg.confirmedText
        font: Theme.text.label
        color: Theme.primaryInk
        Layout.fillWidth: true
    }
    PlainText {
        visible: priority.visible
        text: qsTr("Declared priority: %1").arg(sheet.leg.classes)
        font: Theme.text.label
        Layout.fillWidth: true
    }
    GridLayout {
        id: priority
        visible: sheet.leg.canConfirm && !sheet.leg.confirmsCancel
        columns: sheet.availableWidth / Theme.text.userScale >= 440 ? 2 : 1
        columnSpacing: Theme.smallGap
        rowSpacing: Theme.smallGap
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.smallGap

        TouchButton {
            objectName: "leg-priority-right"
            text: qsTr("Priority is right")
            iconName: "account-check"
            leading: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: sheet.leg.confirmPriority()
        }
        TouchButton {
            objectName: "leg-priority-wrong"
            text: qsTr("Not priority")
            iconName: "close"
            leading: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: sheet.leg.denyPriority()
        }
    }
    TouchButton {
        id: callButton
        objectName: "leg-call"
        focus: true
        visible: !sheet.leg.confirmsCancel
        text: qsTr("Call this number")
        sublabel: sheet.leg.callHint
        iconName: "bullhorn"
        variant: "primary"
        leading: true
        enabled: sheet.leg.canCall
        Layout.fillWidth: true
        onClicked: sheet.leg.call()
    }
    GridLayout {
        visible: !sheet.leg.confirmsCancel
        columns: sheet.availableWidth / Theme.text.userScale >= 440 ? 2 : 1
        columnSpacing: Theme.smallGap
        rowSpacing: Theme.smallGap
        Layout.fillWidth: true

        TouchButton {
            objectName: "leg-return"
            visible: sheet.leg.canReturn
            text: qsTr("Back to the queue")
            iconName: "undo-variant"
            leading: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: sheet.leg.returnToQueue()
        }
        TouchButton {
            objectName: "leg-park"
            visible: sheet.leg.canPark
            text: qsTr("Park")
            iconName: "pause"
            leading: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: sheet.leg.park()
        }
        TouchButton {
            objectName: "leg-miss"
            visible: sheet.leg.canMiss
            text: qsTr("No-show")
            iconName: "account-off"
            leading: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: sheet.leg.miss()
        }
        TouchButton {
            objectName: "leg-transfer"
            visible: sheet.leg.canTransfer
            text: qsTr("Transfer")
            iconName: "swap-horizontal"
            leading: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: sheet.leg.transfer()
        }
        TouchButton {
            objectName: "leg-cancel"
            text: qsTr("Cancel this errand")
            iconName: "close-circle-outline"
            leading: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: sheet.leg.cancel()
        }
        TouchButton {
            id: closeButton
            objectName: "leg-close"
            text: qsTr("Do nothing")
            variant: "quiet"
            leading: true
            iconName: "close"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: sheet.dismissed()
        }
    }
    ButtonRow {
        visible: sheet.leg.confirmsCancel
        Layout.fillWidth: true

        TouchButton {
            objectName: "leg-cancel-keep"
            text: qsTr("Keep it")
            large: true
            onClicked: sheet.leg.keep()
        }
        TouchButton {
            objectName: "leg-cancel-confirm"
            text: qsTr("Cancel this errand")
            variant: "danger"
            large: true
            onClicked: sheet.leg.confirmCancel()
        }
    }
}
