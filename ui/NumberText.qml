// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

// A number or a clock on one line, its digits in cells of one width: Qt 6.4 cannot ask the font for tabular figures, and a
// clock must not tremble. Other characters keep their own width.
Item {
    id: control

    required property string text
    property font font: Theme.text.figure
    property color color: Theme.ink
    // Shrinks the whole to this width; 0 for never.
    property real fitWidth: 0
    // Without cells: the digits as the font sets them, for a number that does not change where it stands.
    property bool tabular: true

    readonly property real shrink: fitWidth > 0 && cells.implicitWidth > fitWidth ? fitWidth / cells.implicitWidth : 1
    // Only as high as its capitals, for a number that fills a panel.
    property bool trimmed: false

    // A zero is the widest figure; its own margins are more than cells need.
    readonly property int digitWidth: Math.round(digit.advanceWidth * 0.95)
    readonly property real capitalHeight: font.pixelSize * 0.727

    implicitWidth: Math.ceil(cells.implicitWidth * shrink)
    implicitHeight: Math.ceil((trimmed ? capitalHeight : metrics.height) * shrink)
    baselineOffset: (trimmed ? capitalHeight : metrics.ascent) * shrink

    Accessible.role: Accessible.StaticText
    Accessible.name: text

    TextMetrics {
        id: digit
        font: control.font
        text: "0"
    }
    FontMetrics {
        id: metrics
        font: control.font
    }

    Row {
        id: cells
        y: control.trimmed ? -Math.round((metrics.ascent - control.capitalHeight) * control.shrink) : 0
        scale: control.shrink
        transformOrigin: Item.TopLeft

        Repeater {
            model: control.text.length

            Text {
                required property int index
                readonly property string character: control.text.charAt(index)

                text: character
                font: control.font
                color: control.color
                textFormat: Text.PlainText
                horizontalAlignment: Text.AlignHCenter
                width: control.tabular && character >= "0" && character <= "9" ? control.digitWidth : implicitWidth
            }
        }
    }
}
