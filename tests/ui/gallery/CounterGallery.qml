// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan.Ui

Rectangle {
    color: Theme.background

    Rectangle {
        id: side
        width: 420
        height: parent.height
        color: Theme.surface

        ColumnLayout {
            anchors.fill: parent
            anchors.topMargin: Theme.gap
            spacing: Theme.smallGap
            RowLayout {
                spacing: Theme.gap
                Layout.leftMargin: Theme.gap + Theme.tinyGap
                PlainText {
                    text: "Menunggu"
                    font: Theme.text.heading
                }
                Chip {
                    text: "11"
                }
            }
            TouchList {
                Layout.fillWidth: true
                Layout.fillHeight: true
                spacing: 0
                model: ["A-015", "A-013", "A-009", "A-111", "A-016", "A-017", "A-018", "A-019", "A-020"]
                delegate: ListRow {
                    required property string modelData
                    width: ListView.view.width
                    required property int index
                    lead: modelData
                    title: "Kartu Keluarga"
                    meta: [index === 2 ? {text: "Lewat batas tunggu", tone: "warn"} : {text: "Antrean biasa"}]
                    trailing: "14 mnt"
                    trailingTone: index === 2 ? "warn" : "neutral"
                    flat: true
                    emphasis: index === 0
                    showChevron: false
                }
            }
        }
    }
    TouchScroll {
        anchors.left: side.right
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.margins: Theme.margin

        ColumnLayout {
            width: parent.width
            spacing: Theme.gap

            PageHeader {
                title: "Loket 3"
                subtitle: "Disdukcapil"
                backText: "Kembali"
                Layout.fillWidth: true
                Chip {
                    iconName: "online"
                    tone: "good"
                    text: "Tersambung"
                }
                TouchButton {
                    text: "Istirahat"
                    iconName: "pause"
                    variant: "quiet"
                }
            }
            Card {
                Layout.fillWidth: true
                ColumnLayout {
                    anchors.fill: parent
                    spacing: Theme.smallGap
                    PlainText {
                        text: "SEDANG DILAYANI"
                        font: Theme.text.overline
                        color: Theme.quietInk
                    }
                    RowLayout {
                        spacing: Theme.margin
                        NumberText {
                            text: "A-012"
                            font: Theme.text.number
                            color: Theme.primaryInk
                        }
                        ColumnLayout {
                            PlainText {
                                text: "Kartu Keluarga (baru / perubahan)"
                                font: Theme.text.heading
                                Layout.fillWidth: true
                            }
                            MetaRow {
                                items: [{icon: "clock", text: "6 mnt dari 15 mnt", tone: "primary"}, {icon: "people", text: "menunggu 12 mnt"}]
                                Layout.fillWidth: true
                            }
                            ProgressLine {
                                value: 0.4
                                Layout.fillWidth: true
                            }
                        }
                    }
                    CheckRow {
                        text: "Kartu Keluarga lama"
                        interactive: true
                        checked: true
                        Layout.fillWidth: true
                    }
                    CheckRow {
                        text: "Bukti perubahan data"
                        interactive: true
                        Layout.fillWidth: true
                    }
                }
            }
            RowLayout {
                spacing: Theme.gap
                TouchButton {
                    text: "Selesai & panggil berikutnya"
                    sublabel: "F2  ·  berikutnya A-015"
                    iconName: "check-circle"
                    variant: "primary"
                    leading: true
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 3
                }
                ButtonRow {
                    mostColumns: 2
                    Layout.fillWidth: true
                    Layout.preferredWidth: 3
                    TouchButton {
                        text: "Selesai saja"
                        iconName: "check"
                        shortcutHint: "F8"
                        Layout.fillWidth: true
                    }
                    TouchButton {
                        text: "Tunda"
                        iconName: "pause"
                        shortcutHint: "F5"
                        Layout.fillWidth: true
                    }
                    TouchButton {
                        text: "Pindahkan"
                        iconName: "transfer"
                        shortcutHint: "F6"
                        enabled: false
                        Layout.fillWidth: true
                    }
                    TouchButton {
                        text: "Urungkan"
                        iconName: "undo"
                        shortcutHint: "F9"
                        Layout.fillWidth: true
                    }
                }
            }
            Banner {
                tone: "warn"
                title: "Tidak tersambung sejak 09.12"
                text: "3 catatan menunggu dikirim. Layani dengan memindai kertas antrean."
                Layout.fillWidth: true
            }
            SearchField {
                placeholderText: "Nomor antrean"
                Layout.fillWidth: true
            }
        }
    }
}
