// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Anjungan.Ui

// One fact of a list: what it is at the left, how much at the right; below each other where there is no room.
Item {
    id: row

    required property string label
    required property string value
    property string note
    property string iconName

    readonly property bool narrow: Theme.textScale > 1.2
    readonly property int valueWidth: narrow ? width : Math.round(width * 0.58)
    readonly property int alignment: narrow ? Text.AlignLeft : Text.AlignRight

    implicitHeight: Math.max(name.height, amount.y + amount.height + (more.visible ? more.height : 0))

    Icon {
        id: glyph
        name: row.iconName
        y: Math.round((Theme.text.body.pixelSize * 1.21 - size) / 2)
    }
    PlainText {
        id: name
        x: glyph.size + Theme.smallGap
        width: (row.narrow ? row.width : row.width - row.valueWidth) - x
        text: row.label
        color: Theme.quietInk
    }
    PlainText {
        id: amount
        x: row.width - row.valueWidth
        y: row.narrow ? name.height : 0
        width: row.valueWidth
        text: row.value
        font: Theme.text.bodyStrong
        horizontalAlignment: row.alignment
    }
    PlainText {
        id: more
        visible: row.note !== ""
        x: amount.x
        y: amount.y + amount.height
        width: row.valueWidth
        text: row.note
        font: Theme.text.caption
        color: Theme.quietInk
        horizontalAlignment: row.alignment
    }
}
