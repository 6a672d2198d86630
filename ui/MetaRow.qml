// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

// Small facts side by side, each an icon and a few words; they wrap to more lines where they must.
// An entry is `{icon, text, tone}`; the tone is "primary", "quiet" (if absent), "good", "warn" or "bad".
Flow {
    id: flow

    required property var items
    property font font: Theme.text.caption
    // Set where the row lies on a colour of its own, such as under a finger.
    property color overrideColor: "transparent"

    spacing: Theme.smallGap

    function inkOf(tone: string): color {
        if (overrideColor.a > 0)
            return overrideColor
        return tone === "primary" ? Theme.primaryInk : tone === "" || tone === "quiet" ? Theme.quietInk : Theme.toneInk(tone)
    }

    Repeater {
        model: flow.items

        Item {
            id: entry
            required property var modelData
            readonly property string icon: modelData.icon ?? ""
            readonly property string words: modelData.text ?? ""
            readonly property string tone: modelData.tone ?? ""
            readonly property color ink: flow.inkOf(tone)
            readonly property int before: icon === "" ? 0 : glyph.size + Math.round(glyph.size * 0.35)

            width: Math.min(Math.ceil(before + label.implicitWidth) + Theme.gap, flow.width)
            height: label.height

            Icon {
                id: glyph
                name: entry.icon
                visible: entry.icon !== ""
                color: entry.tone === "primary" && flow.overrideColor.a === 0 ? Theme.primary : entry.ink
                size: Math.round(flow.font.pixelSize * 1.15)
                y: Math.round((label.firstLine - size) / 2)
            }
            PlainText {
                id: label
                readonly property real firstLine: implicitHeight / Math.max(1, lineCount)
                x: entry.before
                width: entry.width - entry.before
                text: entry.words
                font: flow.font
                color: entry.ink
            }
        }
    }
}
