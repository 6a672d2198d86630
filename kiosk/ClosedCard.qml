// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui

// Stands where a number is taken otherwise: no numbers now, why, and when again.
Card {
    id: card

    property string text

    padding: Math.round(Theme.padding * 1.3)

    RowLayout {
        anchors.fill: parent
        spacing: Math.round(Theme.padding * 1.2)

        IconBadge {
            iconName: "clock"
            iconColor: Theme.warn
            color: Theme.warnTint
            size: Math.round(Theme.primaryTarget * 1.3)
            round: true
        }
        ColumnLayout {
            spacing: Theme.tinyGap
            Layout.fillWidth: true

            PlainText {
                text: qsTr("No numbers right now")
                font: Theme.text.title
                Layout.fillWidth: true
            }
            PlainText {
                text: card.text
                color: Theme.warn
                font: Theme.text.bodyStrong
                Layout.fillWidth: true
            }
            PlainText {
                text: qsTr("You can already read what to bring.")
                color: Theme.quietInk
                Layout.fillWidth: true
            }
        }
    }
}
