// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui

// A fact among others beside it: icon, what it is, how much.
ColumnLayout {
    id: column

    required property string label
    required property string value
    property string iconName

    spacing: Math.round(Theme.tinyGap / 2)

    Icon {
        name: column.iconName
        size: Math.round(Theme.text.heading.pixelSize * 1.25)
        Layout.alignment: Qt.AlignHCenter
    }
    PlainText {
        text: column.label
        font: Theme.text.caption
        color: Theme.quietInk
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }
    PlainText {
        text: column.value
        font: Theme.text.label
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }
}
