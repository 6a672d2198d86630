// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
// The C++ side of our own module is not imported by itself.
import Anjungan.Counter

// How the service ended, for the reports: choosing the outcome closes it, way and number stay as they are.
Sheet {
    id: sheet

    required property DeskViewModel desk

    signal dismissed()

    title: qsTr("How did the service end?")
    text: qsTr("It is recorded when you finish. Without a choice it is \"%1\".").arg(desk.acts.outcomes[0])
    dismissible: true
    onClosed: dismissed()
    onOpened: choices.itemAt(sheet.desk.acts.outcome).forceActiveFocus(Qt.TabFocusReason)

    GridLayout {
        columns: sheet.availableWidth / Theme.text.userScale >= 440 ? 2 : 1
        columnSpacing: Theme.gap
        rowSpacing: Theme.smallGap
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.smallGap

        PlainText {
            text: qsTr("Way")
            font: Theme.text.label
            Layout.minimumWidth: Math.round(Theme.text.label.pixelSize * 5)
        }
        RowLayout {
            spacing: Theme.smallGap
            Layout.fillWidth: true

            Repeater {
                model: sheet.desk.acts.ways

                TouchButton {
                    id: wayButton
                    required property int index
                    required property string modelData
                    objectName: "way-" + index
                    text: modelData
                    variant: sheet.desk.acts.way === index ? "tint" : "outline"
                    iconName: sheet.desk.acts.way === index ? "check-circle" : "circle-empty"
                    minimumWidth: 0
                    leftPadding: 12
                    rightPadding: 12
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Accessible.checkable: true
                    Accessible.checked: sheet.desk.acts.way === index
                    onClicked: sheet.desk.acts.chooseWay(wayButton.index)
                }
            }
        }
        PlainText {
            text: qsTr("Quantity")
            font: Theme.text.label
            Layout.minimumWidth: Math.round(Theme.text.label.pixelSize * 5)
        }
        QuantityStepper {
            objectName: "quantity-stepper"
            label: qsTr("Quantity")
            value: sheet.desk.acts.quantity
            most: sheet.desk.acts.quantityMax
            Layout.fillWidth: true
            onAsked: value => sheet.desk.acts.setQuantity(value)
        }
    }
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
