// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Anjungan.Ui

// Proves that every text can be read on what it lies on, in both contrasts, and that sizes keep their promises.
TestCase {
    name: "Theme"

    function init(): void {
        Theme.resetForNextPerson()
        Theme.siteColours = {}
        Theme.panel = Qt.size(0, 0)
        Theme.diagonalInches = 0
        Theme.profile = "kiosk"
    }

    function cleanupTestCase(): void {
        init()
    }

    // [text, what it lies on]
    readonly property var textPairs: [
        ["ink", "background"], ["ink", "surface"], ["ink", "closed"], ["ink", "primaryTint"],
        ["quietInk", "background"], ["quietInk", "surface"], ["quietInk", "closed"], ["quietInk", "primaryTint"],
        ["primary", "background"], ["primary", "surface"], ["primary", "closed"], ["primary", "primaryTint"],
        ["primaryInk", "primaryTint"], ["primaryInk", "surface"], ["primaryInk", "background"], ["primaryInk", "closed"],
        ["inkOnPrimary", "primary"], ["inkOnPrimaryDeep", "primaryDeep"], ["inkOnPrimaryDeep", "primaryRaised"],
        ["quietInkOnPrimaryDeep", "primaryDeep"], ["quietInkOnPrimaryDeep", "primaryRaised"],
        ["inkOnAccent", "accent"], ["quietInkOnAccent", "accent"], ["inkOnAccent", "accentPressed"],
        ["inkOnPressed", "pressed"], ["accentOnDeep", "primaryDeep"],
        ["good", "surface"], ["good", "background"], ["good", "goodTint"], ["inkOnGood", "good"],
        ["warn", "surface"], ["warn", "background"], ["warn", "warnTint"], ["warn", "closed"], ["inkOnWarn", "warn"],
        ["bad", "surface"], ["bad", "background"], ["bad", "badTint"], ["inkOnBad", "bad"]
    ]
    // Large text, icons and the edges of controls.
    readonly property var largePairs: [
        ["accentOnDeep", "primaryRaised"], ["primaryDeep", "accent"], ["controlLine", "surface"],
        ["controlLine", "background"], ["focus", "background"], ["focus", "surface"], ["focusOnDeep", "primaryDeep"]
    ]

    function test_contrast_data(): var {
        let rows = []
        for (const high of [false, true]) {
            for (const pair of textPairs)
                rows.push({tag: pair.join(" on ") + (high ? ", high" : ""), text: pair[0], ground: pair[1], high: high, least: 4.5})
            for (const pair of largePairs)
                rows.push({tag: pair.join(" on ") + (high ? ", high" : ""), text: pair[0], ground: pair[1], high: high, least: 3})
        }
        return rows
    }

    function test_contrast(data: var): void {
        Theme.highContrast = data.high
        // Black on yellow needs no second dark: primaryDeep is a ground there, never a text.
        if (data.high && data.text === "primaryDeep")
            return
        verify(Theme[data.text] !== undefined, data.text)
        verify(Theme[data.ground] !== undefined, data.ground)
        const ratio = Theme.contrast(Theme[data.text], Theme[data.ground])
        verify(ratio >= data.least, data.tag + " is " + ratio.toFixed(2))
    }

    function test_contrastOfKnownPairs(): void {
        fuzzyCompare(Theme.contrast(Qt.color("black"), Qt.color("white")), 21, 0.01)
        fuzzyCompare(Theme.contrast(Qt.color("#777777"), Qt.color("white")), 4.48, 0.01)
    }

    function test_highContrastIsThreeColours(): void {
        Theme.highContrast = true
        const allowed = ["#000000", "#ffffff", "#ffd400"]
        for (const pair of textPairs) {
            verify(allowed.includes(String(Theme[pair[0]])), pair[0])
            verify(allowed.includes(String(Theme[pair[1]])), pair[1])
        }
        compare(Theme.lineWidth, 4)
    }

    function test_siteColours(): void {
        Theme.setColours({accent: "#88CC44"})
        compare(String(Theme.accent), "#88cc44")
        Theme.highContrast = true
        compare(String(Theme.accent), "#ffd400")
        ignoreWarning("Theme has no colour named acent")
        Theme.setColours({acent: "red"})
    }

    function test_targets_data(): var {
        return [
            {tag: "kiosk", target: 72, primary: 96, margin: 64, gap: 24},
            {tag: "counter", target: 64, primary: 64, margin: 28, gap: 14},
            {tag: "display", target: 72, primary: 96, margin: 56, gap: 24}
        ]
    }

    function test_targets(data: var): void {
        Theme.profile = data.tag
        verify(Theme.target >= data.target)
        verify(Theme.primaryTarget >= data.primary)
        compare(Theme.margin, data.margin)
        compare(Theme.gap, data.gap)
    }

    readonly property var roles: ["number", "figure", "hero", "title", "heading", "label", "body", "bodyStrong", "caption",
                                  "captionStrong", "overline"]

    function smallest(): int {
        return Math.min(...roles.map(role => Theme.text[role].pixelSize))
    }

    function test_textKeepsItsMillimetres(): void {
        Theme.panel = Qt.size(1080, 1920)
        Theme.diagonalInches = 32
        verify(smallest() >= 28)
        verify(smallest() * 0.727 / Theme.pixelsPerMillimetre >= 7.3)
        Theme.diagonalInches = 24
        verify(smallest() >= 37)
        verify(smallest() * 0.727 / Theme.pixelsPerMillimetre >= 7.3)
        // A larger panel of the same pixels never shrinks what a hand's breadth away must be read.
        Theme.diagonalInches = 43
        verify(smallest() >= 28)
        Theme.profile = "counter"
        verify(smallest() >= 16)
    }

    function test_finePanelIsTheSameDesign(): void {
        Theme.panel = Qt.size(2160, 3840)
        Theme.diagonalInches = 32
        compare(Theme.margin, 128)
        verify(smallest() >= 56)
        compare(Theme.lineWidth, 4)
    }

    function test_displayCapitals(): void {
        Theme.profile = "display"
        Theme.panel = Qt.size(1920, 1080)
        Theme.diagonalInches = 43
        verify(Theme.text.number.pixelSize >= Theme.pixelSizeForCapital(61))
        verify(Theme.text.figure.pixelSize >= Theme.pixelSizeForCapital(40))
    }

    function test_twiceTheText(): void {
        const body = Theme.text.body.pixelSize
        const title = Theme.text.title.pixelSize
        Theme.textScale = 2
        compare(Theme.text.body.pixelSize, 2 * body)
        verify(Theme.text.title.pixelSize > title)
        Theme.textScale = 9
        compare(Theme.text.body.pixelSize, 2 * body)
    }

    function test_lowReach(): void {
        compare(Theme.reachTop(1080, 1920), 0)
        Theme.lowReach = true
        compare(Theme.reachTop(1080, 1920), 768)
        compare(Theme.reachTop(1920, 1080), 0)
    }

    function test_motion(): void {
        verify(Theme.durationShort >= 150 && Theme.durationLong <= 250)
        Theme.reducedMotion = true
        compare(Theme.durationShort, 0)
        compare(Theme.durationLong, 0)
    }

    function test_weightsAreDifferentFaces(): void {
        Theme.profile = "kiosk"
        let last = 0
        for (const weight of [Font.Normal, Font.Medium, Font.DemiBold, Font.Bold]) {
            const probe = createTemporaryQmlObject("import QtQuick; TextMetrics { text: 'Kartu Keluarga' }", this)
            probe.font = Qt.font({family: Theme.fontFamily, pixelSize: 100, weight: weight})
            verify(probe.advanceWidth > last, "weight " + weight)
            last = probe.advanceWidth
        }
    }

    function test_icons(): void {
        for (const name of IconCatalogue.names())
            compare(IconCatalogue.glyph(name).length, 1)
        for (const name of ["id-card", "passport", "wheelchair", "printer-alert", "language", "low-reach", "voice", "pregnant"])
            verify(IconCatalogue.contains(name), name)
        compare(IconCatalogue.glyph(""), "")
        ignoreWarning(/no icon is named "nonsense"/)
        compare(IconCatalogue.glyph("nonsense"), IconCatalogue.glyph("unknown"))
    }
}
