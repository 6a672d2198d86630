// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
// The C++ side of our own module is not imported by itself.
import Anjungan.Counter

// Sending a citizen on: type to find the service, leave a note, send.
Sheet {
    id: sheet

    required property TransferViewModel transfer

    signal dismissed()

    title: qsTr("Transfer %1").arg(transfer.number)
    text: qsTr("Now: %1. The citizen keeps the number and the time of arrival.").arg(transfer.service)
    dismissible: true
    widest: 680
    onClosed: dismissed()
    onOpened: filter.forceActiveFocus(Qt.TabFocusReason)

    SearchField {
        id: filter
        objectName: "transfer-filter"
        focus: true
        placeholderText: qsTr("Find a service or an agency")
        text: sheet.transfer.filter
        Layout.fillWidth: true
        Layout.topMargin: -Theme.smallGap
        onTextChanged: sheet.transfer.filter = text
        onAccepted: sheet.transfer.chooseFirst()
        Keys.onDownPressed: services.forceActiveFocus(Qt.TabFocusReason)
    }
    Card {
        padding: 0
        radius: Theme.smallRadius
        Layout.fillWidth: true
        Layout.preferredHeight: Math.round(Theme.target * 3.4)

        TouchList {
            id: services
            objectName: "transfer-list"
            anchors.fill: parent
            anchors.margins: Theme.lineWidth
            // The card's round corners stay free.
            anchors.bottomMargin: Theme.smallRadius / 2
            anchors.topMargin: Theme.smallRadius / 2
            spacing: 0
            clip: true
            model: sheet.transfer.services
            currentIndex: 0
            moreName: qsTr("More below")
            ground: Theme.surface
            delegate: ListRow {
                id: row
                required property int index
                required property bool chosen
                required property string section
                required property var model
                objectName: "transfer-service-" + model.key
                width: ListView.view.width
                title: model.title
                subtitle: section + "  ·  " + model.subtitle
                actionText: chosen ? qsTr("Chosen") : ""
                emphasis: chosen
                showChevron: false
                flat: true
                minimumHeight: Theme.target
                onClicked: sheet.transfer.choose(row.index)
            }

            PlainText {
                visible: services.count === 0
                anchors.centerIn: parent
                width: parent.width - 2 * Theme.padding
                text: qsTr("No service is called that.")
                color: Theme.quietInk
                horizontalAlignment: Text.AlignHCenter
            }
        }
    }
    SearchField {
        id: note
        objectName: "transfer-note"
        iconName: "message-text"
        placeholderText: qsTr("Note for the next counter (no personal data)")
        text: sheet.transfer.note
        maximumLength: 250
        Layout.fillWidth: true
        onTextChanged: sheet.transfer.note = text
        onAccepted: sheet.transfer.send()
    }
    PlainText {
        visible: text !== ""
        text: sheet.transfer.noteProblem
        font: Theme.text.captionStrong
        color: Theme.bad
        Layout.fillWidth: true
    }
    ButtonRow {
        Layout.fillWidth: true
        Layout.topMargin: Theme.smallGap

        TouchButton {
            objectName: "transfer-close"
            text: qsTr("Do not transfer")
            large: true
            onClicked: sheet.dismissed()
        }
        TouchButton {
            objectName: "transfer-send"
            text: qsTr("Transfer")
            iconName: "swap-horizontal"
            variant: "primary"
            enabled: sheet.transfer.ready
            onClicked: sheet.transfer.send()
        }
    }
}
