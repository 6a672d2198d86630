// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

// Small facts side by side, each an icon and a few words; they wrap to more lines where they must.
// An entry is `{icon, text, tone}`; the tone is "primary", "quiet" (if absent), "good", "warn" or "bad".
Item {
    id: control

    required property var items
    property font font: Theme.text.caption
    // Set where the row lies on a colour of its own, such as under a finger.
    property color overrideColor: "transparent"

    implicitWidth: onOneLine()
    implicitHeight: flow.implicitHeight

    function onOneLine(): real {
        let sum = 0
        for (let i = 0; i < entries.count; ++i)
            sum += entries.itemAt(i)?.implicitWidth ?? 0
        return sum + Math.max(0, entries.count - 1) * flow.spacing
    }

    function inkOf(tone: string): color {
        if (overrideColor.a > 0)
            return overrideColor
        return tone === "primary" ? Theme.primaryInk : tone === "" || tone === "quiet" ? Theme.quietInk : Theme.toneInk(tone)
    }

    Flow {
        id: flow
        width: control.width
        spacing: Theme.smallGap

        Repeater {
            id: entries
            model: control.items

            Item {
                id: entry
                required property var modelData
                readonly property string icon: modelData.icon ?? ""
                readonly property string words: modelData.text ?? ""
                readonly property string tone: modelData.tone ?? ""
                readonly property color ink: control.inkOf(tone)
                readonly property int before: icon === "" ? 0 : glyph.size + Math.round(glyph.size * 0.35)

                implicitWidth: Math.ceil(before + label.implicitWidth) + Theme.gap
                width: Math.min(implicitWidth, control.width)
                height: label.height

                Icon {
                    id: glyph
                    name: entry.icon
                    visible: entry.icon !== ""
                    color: entry.tone === "primary" && control.overrideColor.a === 0 ? Theme.primary : entry.ink
                    size: Math.round(control.font.pixelSize * 1.15)
                    y: Math.round((label.firstLine - size) / 2)
                }
                PlainText {
                    id: label
                    readonly property real firstLine: implicitHeight / Math.max(1, lineCount)
                    x: entry.before
                    width: entry.width - entry.before
                    text: entry.words
                    font: control.font
                    color: entry.ink
                }
            }
        }
    }
}
