// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// The named fonts of a face. Reached as `Theme.text.title` and so on.
QtObject {
    id: roles

    required property string profile
    required property string family
    required property real densityScale
    required property real userScale

    // A ticket number where it is the page's subject.
    readonly property font number: make(240, 104, 240, Font.Bold, -2)
    // A number among other things: a row, a clock, a statistic.
    readonly property font figure: make(44, 32, 112, Font.Bold, 0)
    readonly property font hero: make(70, 36, 72, Font.Bold, -1)
    readonly property font title: make(48, 24, 52, Font.Bold, -0.5)
    readonly property font heading: make(36, 20, 40, Font.DemiBold, 0)
    readonly property font label: make(30, 17, 36, Font.DemiBold, 0)
    readonly property font body: make(30, 17, 36, Font.Normal, 0)
    readonly property font bodyStrong: make(30, 17, 36, Font.DemiBold, 0)
    readonly property font caption: make(28, 16, 32, Font.Normal, 0)
    readonly property font captionStrong: make(28, 16, 32, Font.Medium, 0)
    // Short words in capitals above a number.
    readonly property font overline: make(28, 16, 34, Font.Medium, 2.5)

    function make(kiosk: int, counter: int, display: int, weight: int, spacing: real): font {
        const base = profile === "counter" ? counter : profile === "display" ? display : kiosk
        return Qt.font({
            family: family,
            pixelSize: pixels(base),
            weight: weight,
            letterSpacing: spacing * pixels(base) / base
        })
    }

    // Up to 40 pixels a size is multiplied in full; what is larger already gains as many pixels as 40 would, so that twice
    // the text does not mean one word a line.
    function pixels(base: int): int {
        const dense = profile === "display" ? base * densityScale : grow(base, densityScale)
        return Math.round(grow(dense, userScale))
    }

    function grow(size: real, scale: real): real {
        return size <= 40 ? size * scale : size + 40 * (scale - 1)
    }
}
