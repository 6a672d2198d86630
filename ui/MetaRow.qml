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

    readonly property int columnGap: Theme.smallGap + Theme.gap
    readonly property int rowGap: Theme.tinyGap

    implicitWidth: 0
    implicitHeight: 0
    onWidthChanged: settle()

    property bool settling: false

    // Places the entries and takes their size at once: a positioner settles a frame late, and the layout around it would
    // stay wrong. Once more where the new size was answered with another width.
    function settle(): void {
        if (settling)
            return
        settling = true
        let before = -1
        for (let round = 0; round < 3 && before !== width; ++round) {
            before = width
            place(width > 0 ? width : 100000)
        }
        settling = false
    }

    function place(space: real): void {
        let x = 0
        let y = 0
        let lineHeight = 0
        let oneLine = 0
        for (let i = 0; i < entries.count; ++i) {
            const entry = entries.itemAt(i)
            if (!entry)
                continue
            if (x > 0 && x + entry.implicitWidth > space) {
                x = 0
                y += lineHeight + rowGap
                lineHeight = 0
            }
            entry.width = Math.min(entry.implicitWidth, space)
            entry.x = x
            entry.y = y
            x += entry.width + columnGap
            lineHeight = Math.max(lineHeight, entry.height)
            oneLine += (i > 0 ? columnGap : 0) + entry.implicitWidth
        }
        implicitWidth = oneLine
        implicitHeight = y + lineHeight
    }

    function inkOf(tone: string): color {
        if (overrideColor.a > 0)
            return overrideColor
        return tone === "primary" ? Theme.primaryInk : tone === "" || tone === "quiet" ? Theme.quietInk : Theme.toneInk(tone)
    }

    Repeater {
        id: entries
        model: control.items
        onItemAdded: control.settle()
        onItemRemoved: control.settle()

        Item {
            id: entry
            required property var modelData
            readonly property string icon: modelData.icon ?? ""
            readonly property string words: modelData.text ?? ""
            readonly property string tone: modelData.tone ?? ""
            readonly property color ink: control.inkOf(tone)
            readonly property int before: icon === "" ? 0 : glyph.size + Math.round(glyph.size * 0.35)

            // Not the label's own implicitWidth: it is told of in the middle of a layout that must not be given a new width.
            implicitWidth: before + Math.ceil(measure.advanceWidth) + 2
            height: label.height
            onImplicitWidthChanged: control.settle()
            onHeightChanged: control.settle()

            TextMetrics {
                id: measure
                font: control.font
                text: entry.words
            }
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
