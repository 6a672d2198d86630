// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
import Anjungan.Kiosk

// The number, larger than anything else, with and without paper.
Item {
    id: page

    required property KioskViewModel vm

    // Where room is scarce the number comes first, and all but the last button scrolls with it.
    readonly property bool scarce: Theme.textScale > 1.8 || Theme.lowReach && Theme.textScale > 1.2

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.lowReach ? Theme.wideGap : Math.round(Theme.margin * 0.8)
        anchors.bottomMargin: Theme.wideGap
        spacing: Theme.gap

        PaperHead {
            visible: !page.scarce
            paper: page.vm.paper
            Layout.fillWidth: true
            Layout.fillHeight: false
        }
        TouchScroll {
            moreName: qsTr("Show more")
            Layout.fillWidth: true
            Layout.fillHeight: true

            ColumnLayout {
                width: parent.width
                spacing: Theme.gap

                Card {
                    Layout.fillWidth: true

                    ColumnLayout {
                        anchors.fill: parent
                        spacing: Theme.gap

                        PlainText {
                            text: qsTr("YOUR QUEUE NUMBER")
                            font: Theme.text.overline
                            color: Theme.quietInk
                            horizontalAlignment: Text.AlignHCenter
                            Layout.fillWidth: true
                        }
                        NumberText {
                            objectName: "ticket-number"
                            text: page.vm.ticket.number
                            font: Theme.text.number
                            color: Theme.primaryInk
                            tabular: false
                            trimmed: true
                            fitWidth: page.width - 2 * Theme.margin - 2 * Theme.padding
                            Layout.alignment: Qt.AlignHCenter
                            Layout.topMargin: Theme.smallGap
                            Layout.bottomMargin: Theme.smallGap
                        }
                        Chip {
                            visible: page.vm.ticket.classes !== ""
                            text: page.vm.ticket.classes
                            iconName: "priority"
                            Layout.alignment: Qt.AlignHCenter
                            Layout.maximumWidth: page.width - 2 * Theme.margin - 2 * Theme.padding
                        }
                        TicketErrands {
                            model: page.vm.ticket.errands
                            Layout.fillWidth: true
                            Layout.fillHeight: false
                        }
                        QrPanel {
                            visible: page.vm.ticket.qrRows.length > 0
                            rows: page.vm.ticket.qrRows
                            title: page.vm.ticket.qrTitle
                            text: page.vm.ticket.qrText
                            Layout.fillWidth: true
                        }
                    }
                }
                PaperHead {
                    visible: page.scarce
                    paper: page.vm.paper
                    Layout.fillWidth: true
                }
                TouchButton {
                    objectName: "reprint-below"
                    visible: page.scarce
                    enabled: page.vm.paper.mayReprint
                    text: qsTr("Print again")
                    iconName: "printer"
                    Layout.fillWidth: true
                    onClicked: page.vm.reprint()
                }
                TouchButton {
                    objectName: "more-time-below"
                    visible: page.scarce
                    text: qsTr("More time")
                    iconName: "clock"
                    Layout.fillWidth: true
                    onClicked: page.vm.moreTime()
                }
                PlainText {
                    visible: page.vm.ticket.requirements.length > 0
                    text: qsTr("What to have ready")
                    font: Theme.text.heading
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.tinyGap
                }
                Repeater {
                    model: page.vm.ticket.requirements

                    ColumnLayout {
                        id: group
                        required property var modelData
                        spacing: Theme.tinyGap
                        Layout.fillWidth: true

                        PlainText {
                            visible: text !== ""
                            text: group.modelData.heading
                            font: Theme.text.captionStrong
                            color: Theme.quietInk
                            Layout.fillWidth: true
                        }
                        Repeater {
                            model: group.modelData.items

                            CheckRow {
                                required property string modelData
                                text: modelData
                                Layout.fillWidth: true
                            }
                        }
                    }
                }
            }
        }
        ButtonRow {
            Layout.fillWidth: true
            Layout.fillHeight: false

            TouchButton {
                objectName: "reprint"
                // It keeps its place while it is not its turn: nothing moves under the hand.
                visible: !page.scarce
                enabled: page.vm.paper.mayReprint
                text: qsTr("Print again")
                iconName: "printer"
                minimumHeight: Theme.primaryTarget
                onClicked: page.vm.reprint()
            }
            TouchButton {
                objectName: "more-time"
                visible: !page.scarce
                text: qsTr("More time")
                iconName: "clock"
                minimumHeight: Theme.primaryTarget
                onClicked: page.vm.moreTime()
            }
            TouchButton {
                objectName: "finish"
                variant: "primary"
                text: qsTr("Done")
                onClicked: page.vm.finish()
            }
        }
        ProgressLine {
            value: page.vm.partLeft
            tone: "accent"
            accessibleName: countdown.text
            Layout.fillWidth: true
        }
        PlainText {
            id: countdown
            objectName: "countdown"
            text: qsTr("Back to the first page in %1 seconds").arg(page.vm.secondsLeft)
            font: Theme.text.caption
            color: Theme.quietInk
            Layout.fillWidth: true
        }
    }
}
