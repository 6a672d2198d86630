// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui

Rectangle {
    color: Theme.background

    EmptyState {
        anchors.horizontalCenter: parent.horizontalCenter
        y: 160
        width: parent.width - 2 * Theme.margin
        iconName: "magnify"
        title: "Belum ada yang cocok"
        text: "Coba kata lain, atau pilih instansi."
        TouchButton {
            text: "Lihat semua instansi"
            iconName: "bank"
        }
    }
    Sheet {
        title: "Masih di sini?"
        text: "Layar kembali ke awal dalam 15 detik, supaya data Anda tidak terlihat orang lain."
        iconName: "clock"
        Component.onCompleted: Qt.callLater(open)
        TouchButton {
            text: "Tambah waktu"
            variant: "primary"
            Layout.fillWidth: true
        }
        TouchButton {
            text: "Selesai"
            Layout.fillWidth: true
        }
    }
}
