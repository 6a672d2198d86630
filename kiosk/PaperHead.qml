// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
import Anjungan.Kiosk

// What is known of the paper: never more than the printer said.
RowLayout {
    id: head

    required property paperView paper

    spacing: Theme.gap

    IconBadge {
        iconName: head.paper.icon
        iconColor: head.paper.tone === "good" ? Theme.inkOnGood : Theme.toneInk(head.paper.tone)
        color: head.paper.tone === "good" ? Theme.good : Theme.toneTint(head.paper.tone)
        round: true
        Layout.alignment: Qt.AlignTop
    }
    ColumnLayout {
        spacing: Math.round(Theme.tinyGap / 2)
        Layout.fillWidth: true

        PlainText {
            objectName: "paper-title"
            text: head.paper.title
            font: Theme.text.title
            Layout.fillWidth: true
            Accessible.role: Accessible.Heading
        }
        PlainText {
            text: head.paper.text
            color: Theme.quietInk
            Layout.fillWidth: true
        }
    }
    Icon {
        visible: head.paper.pointsDown
        name: "arrow-down"
        color: Theme.good
        size: Math.round(Theme.text.title.pixelSize * 1.4)
        Layout.preferredWidth: size
        Layout.alignment: Qt.AlignVCenter
    }
}
