// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
import Anjungan.Kiosk

// How large and how strong the words are.
ColumnLayout {
    id: choices

    required property KioskSettings settings

    spacing: Theme.smallGap

    PlainText {
        text: qsTr("Text size")
        font: Theme.text.label
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: Theme.smallGap
        Layout.fillWidth: true

        Repeater {
            model: [100, 150, 200]

            ChoiceButton {
                required property int modelData
                objectName: "text-" + modelData
                text: "A" // not translated: a letter as a sample
                sampleSize: Math.round(34 * Theme.unit * modelData / 100)
                accessibleName: qsTr("%1 percent").arg(modelData)
                chosen: choices.settings.textPercent === modelData
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onClicked: choices.settings.textPercent = modelData
            }
        }
    }
    PlainText {
        text: qsTr("Contrast")
        font: Theme.text.label
        Layout.fillWidth: true
        Layout.topMargin: Theme.smallGap
    }
    GridLayout {
        columns: Theme.textScale < 1.8 ? 2 : 1
        columnSpacing: Theme.smallGap
        rowSpacing: Theme.smallGap
        Layout.fillWidth: true

        ChoiceButton {
            objectName: "contrast-normal"
            text: qsTr("Normal")
            chosen: !choices.settings.highContrast
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: choices.settings.highContrast = false
        }
        ChoiceButton {
            objectName: "contrast-high"
            text: qsTr("Strong")
            chosen: choices.settings.highContrast
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: choices.settings.highContrast = true
        }
    }
}
