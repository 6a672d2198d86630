// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
// The C++ side of our own module is not imported by itself.
import Anjungan.Counter

// Who waits, who is parked, who was missed.
Rectangle {
    id: panel

    required property DeskViewModel desk

    color: Theme.surface

    function focusList(): void {
        rows.forceActiveFocus(Qt.TabFocusReason)
        if (rows.currentIndex < 0)
            rows.currentIndex = 0
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            spacing: 0
            Layout.fillWidth: true
            Layout.fillHeight: false

            CounterTab {
                objectName: "list-waiting"
                text: qsTr("Waiting")
                count: panel.desk.waiting.count
                stacked: true
                current: panel.desk.list === DeskViewModel.Waiting
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.fillHeight: true
                onClicked: panel.desk.list = DeskViewModel.Waiting
            }
            CounterTab {
                objectName: "list-parked"
                text: qsTr("Parked")
                count: panel.desk.parked.count
                stacked: true
                current: panel.desk.list === DeskViewModel.Parked
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.fillHeight: true
                onClicked: panel.desk.list = DeskViewModel.Parked
            }
            CounterTab {
                objectName: "list-missed"
                text: qsTr("Missed")
                count: panel.desk.missed.count
                stacked: true
                current: panel.desk.list === DeskViewModel.Missed
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.fillHeight: true
                onClicked: panel.desk.list = DeskViewModel.Missed
            }
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            TouchList {
                id: rows
                objectName: "leg-list"
                anchors.fill: parent
                spacing: 0
                clip: true
                model: panel.desk.shownList
                currentIndex: -1
                moreName: qsTr("More below")
                ground: Theme.surface
                delegate: LegRowDelegate {
                    width: ListView.view.width
                    onOpened: row => panel.desk.openRow(row)
                }
            }
            EmptyState {
                anchors.centerIn: parent
                width: parent.width - 2 * Theme.margin
                visible: rows.count === 0
                iconName: panel.desk.list === DeskViewModel.Waiting ? "account-multiple"
                        : panel.desk.list === DeskViewModel.Parked ? "pause" : "account-off"
                title: panel.desk.list === DeskViewModel.Waiting ? qsTr("Nobody is waiting")
                     : panel.desk.list === DeskViewModel.Parked ? qsTr("Nobody is parked") : qsTr("Nobody was missed")
                text: panel.desk.list === DeskViewModel.Waiting ? qsTr("New numbers appear here by themselves.")
                    : panel.desk.list === DeskViewModel.Parked ? qsTr("Who must fetch a paper waits here.")
                                                               : qsTr("Who did not come when called waits here.")
            }
        }
        Divider {
            Layout.fillWidth: true
        }
        ColumnLayout {
            spacing: Theme.smallGap
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.margins: Theme.gap

            RowLayout {
                spacing: Theme.gap
                Layout.fillWidth: true
                Layout.fillHeight: false

                PlainText {
                    objectName: "list-more"
                    visible: text !== ""
                    text: panel.desk.shownList.moreText
                    font: Theme.text.captionStrong
                    color: Theme.primaryInk
                    wrapMode: Text.NoWrap
                    leftPadding: Theme.tinyGap
                }
                Pressable {
                    id: why
                    objectName: "why-next"
                    text: panel.desk.whyQuestion
                    enabled: text !== ""
                    focusPolicy: Qt.TabFocus
                    minimumHeight: 44
                    padding: Theme.tinyGap
                    ringRadius: 8
                    Layout.fillWidth: true
                    onClicked: panel.desk.askWhyNext()
                    background: Rectangle {
                        radius: 8
                        color: why.pressed ? Theme.primaryTint : "transparent"
                    }
                    contentItem: PlainText {
                        text: why.text === "" ? qsTr("Nobody can be called now") : why.text
                        font: Theme.text.captionStrong
                        color: why.enabled ? Theme.primary : Theme.quietInk
                        verticalAlignment: Text.AlignVCenter
                        Accessible.ignored: true
                    }
                }
            }
            TouchButton {
                objectName: "act-take-number"
                text: qsTr("Call a number")
                iconName: "ticket-confirmation"
                shortcutHint: "F7"
                focusPolicy: Qt.TabFocus
                Layout.fillWidth: true
                onClicked: panel.desk.acts.perform(DeskActs.TakeNumber)
            }
        }
    }
}
