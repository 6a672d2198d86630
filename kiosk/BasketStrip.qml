// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
import Anjungan.Kiosk

// The services that were chosen for this ticket so far; each can be taken out again.
Card {
    id: strip

    required property KioskViewModel vm

    // Only what to do with it, not what is in it.
    property bool terse: false

    readonly property bool onList: vm.page === KioskViewModel.Page.Agencies || vm.page === KioskViewModel.Page.Services
        || vm.page === KioskViewModel.Page.Search

    objectName: "basket"
    fill: Theme.primaryTint
    outline: "transparent"
    padding: Theme.gap

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.smallGap

        PlainText {
            visible: !strip.terse
            text: qsTr("On your ticket")
            font: Theme.text.captionStrong
            color: Theme.primaryInk
            Layout.fillWidth: true
        }
        Flow {
            visible: !strip.terse
            spacing: Theme.smallGap
            Layout.fillWidth: true

            Repeater {
                model: strip.vm.basket

                TouchButton {
                    required property string serviceId
                    required property string title
                    objectName: "basket-remove-" + serviceId
                    text: title
                    iconName: "close-circle"
                    labelFont: Theme.text.captionStrong
                    accessibleName: qsTr("Remove %1").arg(title)
                    width: Math.min(implicitWidth, parent.width)
                    onClicked: strip.vm.removeFromBasket(serviceId)
                }
            }
        }
        TouchButton {
            objectName: "take-basket"
            visible: strip.onList
            variant: "accent"
            text: qsTr("Take the number now")
            iconName: "ticket"
            Layout.fillWidth: true
            onClicked: strip.vm.takeBasket()
        }
    }
}
