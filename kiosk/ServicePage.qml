// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
import Anjungan.Kiosk

// One service: for which case, what to bring, what it costs, how long one waits; and its number.
KioskPage {
    id: page

    title: vm.service.title
    subtitle: vm.service.agency
    tellsItself: true

    TouchScroll {
        anchors.fill: parent
        moreName: qsTr("Show more")

        ColumnLayout {
            width: parent.width
            spacing: Theme.gap

            PlainText {
                visible: page.scarce
                text: page.title
                font: Theme.text.title
                Layout.fillWidth: true
            }
            PlainText {
                visible: page.scarce
                text: page.subtitle
                color: Theme.quietInk
                Layout.fillWidth: true
            }
            Banner {
                objectName: "service-closed"
                visible: page.vm.service.closed
                tone: "warn"
                iconName: "clock"
                title: page.vm.service.closedLine
                text: qsTr("Here is what to bring when it is open.")
                Layout.fillWidth: true
            }
            PlainText {
                visible: page.vm.service.cases.length > 0
                text: qsTr("Which is yours?")
                font: Theme.text.heading
                Layout.fillWidth: true
            }
            ColumnLayout {
                visible: page.vm.service.cases.length > 0
                spacing: Theme.smallGap
                Layout.fillWidth: true

                Repeater {
                    model: page.vm.service.cases

                    CaseRow {
                        required property int index
                        required property string modelData
                        objectName: "case-" + index
                        text: modelData
                        chosen: index === page.vm.service.caseIndex
                        Layout.fillWidth: true
                        onClicked: page.vm.chooseCase(index)
                    }
                }
            }
            PlainText {
                text: qsTr("What to bring")
                font: Theme.text.heading
                Layout.fillWidth: true
                Layout.topMargin: Theme.tinyGap
            }
            Card {
                Layout.fillWidth: true

                ColumnLayout {
                    anchors.fill: parent
                    spacing: Theme.tinyGap

                    Repeater {
                        model: page.vm.service.requirements

                        CheckRow {
                            required property string modelData
                            text: modelData
                            Layout.fillWidth: true
                        }
                    }
                    PlainText {
                        visible: page.vm.service.requirements.length === 0
                        text: page.vm.service.cases.length > 0 ? qsTr("Choose above, and it will be listed here.")
                                                               : qsTr("Nothing in particular.")
                        color: Theme.quietInk
                        Layout.fillWidth: true
                    }
                }
            }
            Card {
                Layout.fillWidth: true

                ColumnLayout {
                    anchors.fill: parent
                    spacing: Theme.smallGap

                    FactRow {
                        label: qsTr("Fee")
                        value: page.vm.service.fee
                        note: page.vm.service.feeNote
                        iconName: "cash"
                        Layout.fillWidth: true
                    }
                    Divider {
                        visible: !page.vm.service.closed
                        Layout.fillWidth: true
                    }
                    FactRow {
                        visible: !page.vm.service.closed
                        label: qsTr("Expected wait")
                        value: page.vm.service.wait
                        iconName: "clock"
                        Layout.fillWidth: true
                    }
                    Divider {
                        visible: !page.vm.service.closed
                        Layout.fillWidth: true
                    }
                    FactRow {
                        visible: !page.vm.service.closed
                        label: qsTr("Ahead of you")
                        value: page.vm.service.ahead
                        iconName: "people"
                        Layout.fillWidth: true
                    }
                    Divider {
                        visible: page.vm.service.standard !== ""
                        Layout.fillWidth: true
                    }
                    FactRow {
                        visible: page.vm.service.standard !== ""
                        label: qsTr("At the counter")
                        value: page.vm.service.standard
                        iconName: "timer"
                        Layout.fillWidth: true
                    }
                }
            }
            BasketStrip {
                visible: page.scarce && page.vm.basket.count > 0
                vm: page.vm
                Layout.fillWidth: true
            }
            TouchButton {
                objectName: "add-another-below"
                visible: page.vm.mayAddAnother && page.scarce
                text: qsTr("Add another service")
                iconName: "plus"
                Layout.fillWidth: true
                onClicked: page.vm.addAnother()
            }
        }
    }
    footer: [
        TouchButton {
            objectName: "add-another"
            visible: page.vm.mayAddAnother && !page.scarce
            text: qsTr("Add another service")
            iconName: "plus"
            Layout.fillWidth: true
            onClicked: page.vm.addAnother()
        },
        TouchButton {
            objectName: "take"
            visible: !page.vm.service.closed
            variant: "accent"
            text: page.vm.takeLabel
            iconName: "ticket"
            minimumHeight: Math.round(Theme.primaryTarget * 1.25)
            Layout.fillWidth: true
            onClicked: page.vm.take()
        }
    ]
}
