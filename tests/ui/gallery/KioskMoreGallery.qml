// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui

Rectangle {
    color: Theme.background

    TouchScroll {
        anchors.top: parent.top
        anchors.topMargin: Theme.margin - Theme.tinyGap
        anchors.bottom: keyboard.top
        anchors.bottomMargin: Theme.gap
        x: Theme.margin
        width: parent.width - 2 * Theme.margin

        ColumnLayout {
            width: parent.width
            spacing: Theme.gap

            PageHeader {
                title: "Pilih layanan"
                subtitle: "Dinas Kependudukan dan Pencatatan Sipil"
                backText: "Kembali"
                Layout.fillWidth: true
            }
            SearchField {
                placeholderText: "Cari: KTP, SIM, paspor, air bersih"
                clearText: "Hapus"
                text: Theme.textScale > 1.3 ? "" : "kartu"
                Layout.fillWidth: true
            }
            ListRow {
                title: "KTP-el hilang, rusak, atau perubahan data di luar daerah"
                meta: [{icon: "clock", text: "Tunggu 10–20 menit", tone: "primary"}, {icon: "fee", text: "Biaya dikonfirmasi petugas"}]
                Layout.fillWidth: true
            }
            ListRow {
                title: "Surat pindah dan datang"
                meta: [{icon: "clock", text: "Tutup hari ini. Buka besok, Selasa 07.30", tone: "warn"}]
                closed: true
                actionText: "Lihat syarat"
                Layout.fillWidth: true
            }
            Card {
                Layout.fillWidth: true
                ColumnLayout {
                    anchors.fill: parent
                    spacing: Theme.smallGap
                    PlainText {
                        text: "NOMOR ANTREAN ANDA"
                        font: Theme.text.overline
                        color: Theme.quietInk
                        Layout.alignment: Qt.AlignHCenter
                    }
                    NumberText {
                        text: "A-012"
                        font: Theme.text.number
                        color: Theme.primaryInk
                        fitWidth: parent.width
                        Layout.alignment: Qt.AlignHCenter
                    }
                    Divider {
                        Layout.fillWidth: true
                    }
                    GridLayout {
                        columns: Theme.textScale > 1.3 ? 1 : 2
                        columnSpacing: Theme.gap
                        QrImage {
                            rows: Array.from({length: 25}, (_, y) => Array.from({length: 25}, (_, x) => (x * x * 7 + y * 3 + x * y) % 5 < 2 ? "1" : "0").join(""))
                            implicitWidth: 200
                            implicitHeight: 200
                        }
                        Banner {
                            tone: "good"
                            iconName: "printer"
                            title: "Silakan ambil kertas Anda"
                            text: "Di bawah layar, sebelah kanan"
                            Layout.fillWidth: true
                        }
                    }
                }
            }
            CheckRow {
                text: "Kartu Keluarga lama"
                Layout.fillWidth: true
            }
            CheckRow {
                text: "Buku nikah atau kutipan akta perkawinan"
                interactive: true
                checked: true
                Layout.fillWidth: true
            }
            ButtonRow {
                Layout.fillWidth: true
                TouchButton {
                    text: "Cetak ulang"
                    iconName: "printer"
                }
                TouchButton {
                    text: "Tambah waktu"
                    iconName: "clock"
                }
                TouchButton {
                    text: "Selesai"
                    variant: "primary"
                }
            }
            ProgressLine {
                value: 0.7
                tone: "accent"
                Layout.fillWidth: true
            }
            Banner {
                tone: "warn"
                title: "Kertas hampir habis"
                text: "Ingat nomor ini, atau tekan Cetak ulang."
                Layout.fillWidth: true
            }
            Banner {
                tone: "bad"
                title: "Pencetak tidak tersambung"
                Layout.fillWidth: true
                TouchButton {
                    text: "Panggil petugas"
                    iconName: "raise-hand"
                }
            }
            ButtonRow {
                Layout.fillWidth: true
                TouchButton {
                    text: "Utama"
                    variant: "accent"
                }
                TouchButton {
                    text: "Tenang"
                    variant: "quiet"
                }
                TouchButton {
                    text: "Lembut"
                    variant: "tint"
                }
                TouchButton {
                    text: "Batalkan"
                    variant: "danger"
                }
                TouchButton {
                    text: "Mati"
                    enabled: false
                }
            }
        }
    }
    TouchKeyboard {
        id: keyboard
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap
        x: Theme.gap
        width: parent.width - 2 * Theme.gap
        spaceLabel: "Spasi"
        eraseName: "Hapus huruf"
        enterLabel: "Cari"
    }
}
