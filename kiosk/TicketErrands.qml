// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan.Ui

// The services of a ticket: a single one large, several as a list in their order.
ColumnLayout {
    id: errands

    // Maps as in TicketView::errands.
    required property var model

    readonly property bool single: model.length === 1
    readonly property var first: single ? model[0] : ({ service: "", agency: "", wait: "", ahead: "", place: "" })

    spacing: Theme.gap

    ColumnLayout {
        visible: errands.single
        spacing: Theme.tinyGap
        Layout.fillWidth: true

        PlainText {
            text: errands.first.service
            font: Theme.text.heading
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        PlainText {
            text: errands.first.agency
            font: Theme.text.caption
            color: Theme.quietInk
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
    }
    Divider {
        Layout.fillWidth: true
    }
    Item {
        id: facts
        readonly property bool beside: Theme.textScale < 1.2
        // Never so narrow that a word would stand a letter a line, not even before the first layout.
        readonly property int columnWidth: Math.max(Math.round(240 * Theme.unit),
                                                    beside ? Math.floor((width - 2 * Theme.smallGap) / 3) : width)

        visible: errands.single
        implicitHeight: beside ? Math.max(wait.height, ahead.height, room.height) : room.y + room.height
        Layout.fillWidth: true

        FactColumn {
            id: wait
            width: facts.columnWidth
            label: qsTr("Expected wait")
            value: errands.first.wait
            iconName: "clock"
        }
        FactColumn {
            id: ahead
            x: facts.beside ? facts.columnWidth + Theme.smallGap : 0
            y: facts.beside ? 0 : wait.height + Theme.gap
            width: facts.columnWidth
            label: qsTr("Ahead of you")
            value: errands.first.ahead
            iconName: "people"
        }
        FactColumn {
            id: room
            x: facts.beside ? 2 * (facts.columnWidth + Theme.smallGap) : 0
            y: facts.beside ? 0 : ahead.y + ahead.height + Theme.gap
            width: facts.columnWidth
            label: qsTr("Waiting room")
            value: errands.first.place
            iconName: "map-marker"
        }
    }
    Repeater {
        model: errands.single ? [] : errands.model

        RowLayout {
            id: errand
            required property int index
            required property var modelData
            spacing: Theme.gap
            Layout.fillWidth: true

            Rectangle {
                implicitWidth: Math.round(Theme.text.label.pixelSize * 1.8)
                implicitHeight: implicitWidth
                radius: implicitWidth / 2
                color: Theme.primaryTint
                border.width: Theme.highContrast ? Theme.lineWidth : 0
                border.color: Theme.line
                Layout.alignment: Qt.AlignTop

                PlainText {
                    anchors.centerIn: parent
                    text: errand.index + 1
                    font: Theme.text.label
                    color: Theme.primaryInk
                }
            }
            ColumnLayout {
                spacing: Theme.tinyGap
                Layout.fillWidth: true

                PlainText {
                    text: errand.modelData.service
                    font: Theme.text.label
                    Layout.fillWidth: true
                }
                MetaRow {
                    items: [
                        { icon: "clock", text: errand.modelData.wait, tone: "primary" },
                        { icon: "map-marker", text: errand.modelData.place, tone: "quiet" }
                    ]
                    Layout.fillWidth: true
                }
            }
        }
    }
}
