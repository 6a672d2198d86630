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

    readonly property real shrink: fitWidth > 0 && cells.implicitWidth > fitWidth ? fitWidth / cells.implicitWidth : 1
    readonly property real digitWidth: Math.ceil(digit.advanceWidth)

    implicitWidth: Math.ceil(cells.implicitWidth * shrink)
    implicitHeight: Math.ceil(metrics.height * shrink)
    baselineOffset: metrics.ascent * shrink

    Accessible.role: Accessible.StaticText
    Accessible.name: text

    // Zero is the widest figure of a grotesque.
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
                width: character >= "0" && character <= "9" ? control.digitWidth : implicitWidth
            }
        }
    }
}
