// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui

Rectangle {
    color: Theme.background

    Rectangle {
        id: head
        width: parent.width
        height: headColumn.implicitHeight + 2 * Theme.margin + 32
        color: Theme.primaryDeep

        ColumnLayout {
            id: headColumn
            x: Theme.margin
            y: 52
            width: parent.width - 2 * Theme.margin
            spacing: Theme.gap

            RowLayout {
                spacing: Theme.smallGap + 4
                IconBadge {
                    iconName: "building"
                    size: 72
                    color: Theme.accent
                    iconColor: Theme.inkOnAccent
                }
                ColumnLayout {
                    spacing: 0
                    PlainText {
                        text: "Mal Pelayanan Publik"
                        font: Theme.text.bodyStrong
                        color: Theme.inkOnPrimaryDeep
                        Layout.fillWidth: true
                    }
                    PlainText {
                        text: "Kabupaten Contoh"
                        font: Theme.text.caption
                        color: Theme.quietInkOnPrimaryDeep
                        Layout.fillWidth: true
                    }
                }
                ColumnLayout {
                    spacing: 0
                    NumberText {
                        text: "09.41"
                        color: Theme.inkOnPrimaryDeep
                        Layout.alignment: Qt.AlignRight
                    }
                    PlainText {
                        text: "Senin, 23 November 2026"
                        font: Theme.text.caption
                        color: Theme.quietInkOnPrimaryDeep
                        horizontalAlignment: Text.AlignRight
                        Layout.fillWidth: true
                    }
                }
            }
            PlainText {
                text: "Selamat datang. Apa keperluan Anda?"
                font: Theme.text.hero
                color: Theme.inkOnPrimaryDeep
                Layout.fillWidth: true
                Layout.topMargin: Theme.gap
            }
            Flow {
                spacing: Theme.smallGap
                Layout.fillWidth: true
                Chip {
                    tone: "deep"
                    iconName: "clock"
                    text: "Buka sampai 16.00"
                }
                Chip {
                    tone: "deep"
                    iconName: "people"
                    text: "37 orang menunggu"
                }
            }
        }
    }
    TouchScroll {
        anchors.top: head.bottom
        anchors.topMargin: -32
        anchors.bottom: bar.top
        x: Theme.margin
        width: parent.width - 2 * Theme.margin

        ColumnLayout {
            width: parent.width
            spacing: Theme.gap

            Tile {
                title: "Ambil nomor antrean"
                subtitle: "Pilih instansi dan layanan"
                iconName: "ticket-confirmation"
                variant: "accent"
                Layout.fillWidth: true
            }
            PlainText {
                text: "Paling sering"
                font: Theme.text.label
                color: Theme.quietInk
                Layout.topMargin: Theme.tinyGap
            }
            GridLayout {
                columns: Theme.textScale > 1.3 ? 1 : 2
                columnSpacing: Theme.gap
                rowSpacing: Theme.gap
                Tile {
                    title: "KTP-el"
                    subtitle: "Tunggu 5–10 menit"
                    iconName: "id-card"
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                }
                Tile {
                    title: "Kartu Keluarga"
                    subtitle: "Tunggu 10–20 menit"
                    iconName: "family-card"
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                }
                Tile {
                    title: "SKCK"
                    subtitle: "Langsung dilayani"
                    iconName: "police"
                    objectName: "pressedTile"
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                }
                Tile {
                    title: "Pajak kendaraan"
                    subtitle: "Tutup. Buka besok 07.30"
                    iconName: "vehicle"
                    closed: true
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                }
                Tile {
                    title: "Saya punya janji"
                    subtitle: "Pindai atau ketik kode"
                    iconName: "scan"
                    framed: false
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                }
                Tile {
                    title: "Berkas saya sudah jadi?"
                    subtitle: "Pindai tanda terima"
                    iconName: "document-ready"
                    framed: false
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                }
            }
            Tile {
                title: "Sudah dilayani? Nilai pelayanan kami"
                iconName: "survey"
                variant: "tint"
                framed: false
                Layout.fillWidth: true
            }
        }
    }
    BottomBar {
        id: bar
        width: parent.width
        anchors.bottom: parent.bottom
        BarButton {
            text: "Bahasa Language"
            iconName: "language"
        }
        BarButton {
            text: "Tulisan & kontras"
            iconName: "contrast-text"
            active: true
        }
        BarButton {
            text: "Turunkan layar"
            iconName: "low-reach"
        }
        BarButton {
            text: "Panduan suara"
            iconName: "voice"
        }
        BarButton {
            text: "Bantuan petugas"
            iconName: "help"
            emphasis: true
        }
    }
}
