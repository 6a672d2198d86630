// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui

// The ticket's code, and what it is good for.
Rectangle {
    id: panel

    required property var rows
    required property string title
    required property string text

    implicitHeight: grid.implicitHeight + 2 * Theme.gap
    radius: Theme.smallRadius
    color: Theme.primaryTint
    border.width: Theme.highContrast ? Theme.lineWidth : 0
    border.color: Theme.line

    GridLayout {
        id: grid
        anchors.fill: parent
        anchors.margins: Theme.gap
        columns: Theme.textScale < 1.8 ? 2 : 1
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap

        Rectangle {
            implicitWidth: code.width + Theme.tinyGap
            implicitHeight: implicitWidth
            radius: Theme.smallRadius / 2
            color: "#FFFFFF"

            QrImage {
                id: code
                objectName: "ticket-qr"
                rows: panel.rows
                width: Math.round(232 * Theme.unit)
                height: width
                anchors.centerIn: parent
            }
        }
        ColumnLayout {
            spacing: Theme.tinyGap
            Layout.fillWidth: true

            PlainText {
                text: panel.title
                font: Theme.text.heading
                color: Theme.primaryInk
                Layout.fillWidth: true
            }
            PlainText {
                text: panel.text
                font: Theme.text.caption
                color: Theme.primaryInk
                Layout.fillWidth: true
            }
        }
    }
}
