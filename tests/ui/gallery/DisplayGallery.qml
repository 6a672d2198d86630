// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan.Ui

Rectangle {
    color: Theme.primaryDeep

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.margin
        anchors.bottomMargin: 110
        spacing: Theme.gap

        RowLayout {
            spacing: Theme.gap
            IconBadge {
                iconName: "building"
                color: Theme.accent
                iconColor: Theme.inkOnAccent
                size: 64
            }
            PlainText {
                text: "Mal Pelayanan Publik Kabupaten Contoh"
                font: Theme.text.label
                color: Theme.inkOnPrimaryDeep
                Layout.fillWidth: true
            }
            NumberText {
                text: "11.41"
                font: Theme.text.title
                color: Theme.inkOnPrimaryDeep
            }
        }
        Rectangle {
            radius: Theme.radius
            color: Theme.accent
            Layout.fillWidth: true
            Layout.fillHeight: true
            NumberText {
                x: Theme.padding
                anchors.verticalCenter: parent.verticalCenter
                text: "A-012"
                font: Theme.text.number
                color: Theme.inkOnAccent
            }
        }
        Repeater {
            model: ["C-004", "D-111"]
            Rectangle {
                id: row
                required property string modelData
                radius: Theme.radius
                color: Theme.primaryRaised
                border.width: Theme.highContrast ? Theme.lineWidth : 0
                border.color: Theme.line
                implicitHeight: number.implicitHeight
                Layout.fillWidth: true
                NumberText {
                    id: number
                    x: Theme.padding
                    text: row.modelData
                    color: Theme.inkOnPrimaryDeep
                }
                NumberText {
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.padding
                    text: "Loket 11"
                    color: Theme.accentOnDeep
                }
            }
        }
        RowLayout {
            spacing: Theme.gap
            Banner {
                tone: "warn"
                iconName: "information"
                title: "Terlewat: A-007, C-002"
                text: "Silakan hubungi petugas"
                Layout.fillWidth: true
            }
            Chip {
                tone: "deep"
                iconName: "clock"
                text: "Zona 1"
            }
        }
    }
    Marquee {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 28
        x: Theme.margin
        width: parent.width - 2 * Theme.margin
        messages: ["SIM keliling hari ini di Kecamatan Kelapa", "Layanan kependudukan libur Rabu", "Perpustakaan anak buka di lantai 1"]
    }
}
