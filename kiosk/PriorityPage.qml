// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
import Anjungan.Kiosk

// Who must be given ease says so here; everybody else goes on with one touch.
KioskPage {
    id: page

    readonly property bool any: vm.classes.chosenCount > 0

    title: qsTr("Does any of these apply to you?")
    subtitle: qsTr("Touch all that apply. You will be served earlier.")
    withBasket: false
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
            GridLayout {
                columns: Theme.textScale < 1.2 ? 2 : 1
                columnSpacing: Theme.gap
                rowSpacing: Theme.gap
                Layout.fillWidth: true

                Repeater {
                    model: page.vm.classes

                    ClassTile {
                        required property int index
                        required property string name
                        required iconName
                        required chosen
                        objectName: "class-" + index
                        text: name
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredWidth: 1
                        Layout.columnSpan: Theme.textScale < 1.2 && page.vm.classes.count % 2 === 1
                                           && index === page.vm.classes.count - 1 ? 2 : 1
                        onClicked: page.vm.classes.toggle(index)
                    }
                }
            }
            PlainText {
                text: qsTr("Do you need help?")
                font: Theme.text.heading
                Layout.fillWidth: true
                Layout.topMargin: Theme.smallGap
            }
            GridLayout {
                columns: Theme.textScale < 1.2 ? 2 : 1
                columnSpacing: Theme.gap
                rowSpacing: Theme.gap
                Layout.fillWidth: true

                Repeater {
                    model: page.vm.needs

                    NeedTile {
                        required property int index
                        required property string name
                        required iconName
                        required chosen
                        objectName: "need-" + index
                        text: name
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredWidth: 1
                        onClicked: page.vm.needs.toggle(index)
                    }
                }
            }
            RowLayout {
                spacing: Theme.smallGap
                Layout.fillWidth: true
                Layout.topMargin: Theme.tinyGap

                Icon {
                    name: "information"
                    Layout.preferredWidth: size
                    Layout.alignment: Qt.AlignTop
                }
                PlainText {
                    text: qsTr("Staff will confirm it at the counter. Nothing of it is shown on the displays.")
                    font: Theme.text.caption
                    color: Theme.quietInk
                    Layout.fillWidth: true
                }
            }
        }
    }
    footer: [
        TouchButton {
            objectName: "take-priority"
            visible: page.any
            variant: "accent"
            text: qsTr("Yes, take a priority number")
            iconName: "priority"
            minimumHeight: Math.round(Theme.primaryTarget * 1.25)
            Layout.fillWidth: true
            onClicked: page.vm.takeWithPriority()
        },
        TouchButton {
            objectName: "take-ordinary"
            variant: page.any ? "outline" : "accent"
            large: true
            text: qsTr("No, the ordinary queue")
            minimumHeight: Math.round(Theme.primaryTarget * 1.25)
            Layout.fillWidth: true
            onClicked: page.vm.takeOrdinary()
        }
    ]
}
