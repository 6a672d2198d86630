// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
// The C++ side of our own module is not imported by itself.
import Anjungan.Counter

// Who is at the counter: the number, what for, how long, and what she was to bring.
ColumnLayout {
    id: card

    required property DeskViewModel desk
    required property bool narrow

    readonly property var citizen: desk.citizen

    spacing: Theme.gap

    GridLayout {
        columns: card.narrow ? 1 : 2
        columnSpacing: Theme.margin + Theme.tinyGap
        rowSpacing: Theme.smallGap
        Layout.fillWidth: true

        ColumnLayout {
            spacing: Theme.tinyGap
            Layout.alignment: Qt.AlignTop

            PlainText {
                objectName: "citizen-state"
                text: card.citizen.stateText
                font: Theme.text.overline
                color: Theme.quietInk
                wrapMode: Text.NoWrap
            }
            NumberText {
                objectName: "citizen-number"
                text: card.citizen.number
                font.family: Theme.fontFamily
                font.weight: Font.Bold
                font.pixelSize: Math.round(Theme.text.number.pixelSize * (card.narrow ? 0.72 : 1))
                font.letterSpacing: -2
                color: Theme.primaryInk
                trimmed: true
                fitWidth: card.narrow ? card.width : Math.round(card.width * 0.44)
                Layout.topMargin: Theme.smallGap
                Layout.bottomMargin: Theme.tinyGap
            }
        }
        ColumnLayout {
            spacing: Theme.smallGap
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop

            PlainText {
                objectName: "citizen-service"
                text: card.citizen.service
                font: Theme.text.heading
                Layout.fillWidth: true
            }
            PlainText {
                objectName: "citizen-errand"
                visible: text !== ""
                text: card.citizen.errand
                font: Theme.text.caption
                color: Theme.quietInk
                Layout.fillWidth: true
            }
            MetaRow {
                items: card.citizen.facts
                Layout.fillWidth: true
            }
            ProgressLine {
                value: card.citizen.progress
                tone: card.citizen.late ? "warn" : "info"
                opacity: card.citizen.serving ? 1 : 0
                Layout.fillWidth: true
                Layout.topMargin: Theme.tinyGap
            }
        }
    }
    Flow {
        objectName: "citizen-chips"
        visible: card.citizen.needs.length + card.citizen.classes.length > 0
        spacing: Theme.smallGap
        Layout.fillWidth: true

        Repeater {
            model: card.citizen.needs

            Chip {
                required property var modelData
                iconName: modelData.icon
                text: modelData.text
                tone: "warn"
            }
        }
        Repeater {
            model: card.citizen.classes

            Chip {
                required property var modelData
                iconName: modelData.icon
                text: modelData.text
            }
        }
        PlainText {
            visible: card.citizen.classes.length > 0
            text: card.citizen.confirmed ? qsTr("confirmed by staff") : qsTr("as declared: please confirm by looking")
            font: Theme.text.caption
            color: Theme.quietInk
            wrapMode: Text.NoWrap
            topPadding: Theme.tinyGap
        }
    }
    Rectangle {
        objectName: "citizen-note"
        visible: card.citizen.note !== ""
        radius: Theme.smallRadius
        color: Theme.primaryTint
        border.width: Theme.highContrast ? Theme.lineWidth : 0
        border.color: Theme.line
        implicitHeight: noteRow.implicitHeight + 2 * Theme.smallGap
        Layout.fillWidth: true

        RowLayout {
            id: noteRow
            anchors.fill: parent
            anchors.margins: Theme.smallGap
            anchors.leftMargin: Theme.gap
            spacing: Theme.gap

            Icon {
                name: "message-text"
                Layout.preferredWidth: size
                Layout.preferredHeight: size
            }
            PlainText {
                text: qsTr("From the counter before: %1").arg(card.citizen.note)
                color: Theme.primaryInk
                Layout.fillWidth: true
            }
        }
    }
    RowLayout {
        spacing: Theme.gap
        Layout.fillWidth: true

        PlainText {
            text: qsTr("To bring")
            font: Theme.text.label
            verticalAlignment: Text.AlignVCenter
            Layout.alignment: Qt.AlignTop
            Layout.preferredHeight: 44
            visible: needs.count > 0
        }
        Flow {
            spacing: Theme.smallGap
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop

            Repeater {
                model: card.desk.requirements.caseTitles

                TouchButton {
                    id: caseButton
                    required property int index
                    required property string modelData
                    text: modelData
                    variant: card.desk.requirements.currentCase === index ? "tint" : "outline"
                    minimumHeight: 44
                    minimumWidth: 0
                    width: Math.min(implicitWidth, parent.width)
                    topPadding: 4
                    bottomPadding: 4
                    labelFont: Theme.text.captionStrong
                    focusPolicy: Qt.TabFocus
                    Accessible.checkable: true
                    Accessible.checked: card.desk.requirements.currentCase === index
                    onClicked: card.desk.requirements.chooseCase(caseButton.index)
                }
            }
        }
        OutcomeButton {
            acts: card.desk.acts
            visible: !card.narrow
            Layout.alignment: Qt.AlignTop
        }
    }
    GridLayout {
        columns: card.narrow ? 1 : 2
        columnSpacing: Theme.padding
        rowSpacing: 0
        Layout.fillWidth: true

        Repeater {
            id: needs
            model: card.desk.requirements

            CheckRow {
                required property int index
                required property bool ticked
                required property var model
                objectName: "requirement-" + index
                text: model.text
                interactive: true
                checkable: false
                checked: ticked
                minimumHeight: 48
                focusPolicy: Qt.TabFocus
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                onClicked: card.desk.requirements.toggle(index)
            }
        }
    }
    OutcomeButton {
        acts: card.desk.acts
        visible: card.narrow
        Layout.fillWidth: true
    }
}
