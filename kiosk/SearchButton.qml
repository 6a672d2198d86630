// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui

// Looks like a field and leads to the page where one types.
Pressable {
    id: control

    text: qsTr("Search: ID card, passport, clean water…")
    minimumHeight: Theme.primaryTarget + Theme.tinyGap
    leftPadding: Theme.padding
    rightPadding: Theme.padding

    background: Rectangle {
        radius: Theme.radius
        color: control.pressed ? Theme.pressed : Theme.surface
        border.width: Theme.lineWidth
        border.color: Theme.controlLine
    }
    contentItem: RowLayout {
        spacing: Theme.gap

        Icon {
            name: "magnify"
            color: control.pressed ? Theme.inkOnPressed : Theme.quietInk
            Layout.preferredWidth: size
        }
        PlainText {
            text: control.text
            font.family: Theme.fontFamily
            font.pixelSize: Theme.text.label.pixelSize
            color: control.pressed ? Theme.inkOnPressed : Theme.quietInk
            Layout.fillWidth: true
            Accessible.ignored: true
        }
    }
}
