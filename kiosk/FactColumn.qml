// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Anjungan.Ui

// A fact among others beside it: icon, what it is, how much. It takes the width it is given.
Item {
    id: column

    required property string label
    required property string value
    property string iconName

    height: amount.y + amount.height

    Icon {
        id: glyph
        name: column.iconName
        size: Math.round(Theme.text.heading.pixelSize * 1.25)
        anchors.horizontalCenter: parent.horizontalCenter
    }
    PlainText {
        id: name
        y: glyph.size + Math.round(Theme.tinyGap / 2)
        width: column.width
        text: column.label
        font: Theme.text.caption
        color: Theme.quietInk
        horizontalAlignment: Text.AlignHCenter
    }
    PlainText {
        id: amount
        y: name.y + name.height
        width: column.width
        text: column.value
        font: Theme.text.label
        horizontalAlignment: Text.AlignHCenter
    }
}
