// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick

// Everything a face looks like, and the settings a citizen or a site may change. One instance an engine.
//
// A face sets `profile`, `panel` and `diagonalInches` once at its start; the citizen changes `textScale`, `highContrast`,
// `lowReach` and `reducedMotion`; resetForNextPerson() undoes that. Sizes are pixels.
QtObject {
    id: theme

    // "kiosk", "counter" or "display".
    property string profile: "kiosk"
    property real textScale: 1.0
    property bool highContrast: false
    property bool lowReach: false
    property bool reducedMotion: false

    // The panel as configured: pixels, and the diagonal in inches. Unset, a profile's usual panel is assumed.
    property size panel: Qt.size(0, 0)
    property real diagonalInches: 0
    property real pixelsPerMillimetre: panelDensity(panel, diagonalInches)

    // What a band at the top of the window takes on every page, and no sheet may cover.
    property int markHeight: 0

    // A site's own colours by token name, in normal contrast only.
    property var siteColours: ({})

    property string fontFamily: "Inter"
    readonly property string iconFamily: "Material Design Icons"

    readonly property bool isKiosk: profile === "kiosk"
    readonly property bool isCounter: profile === "counter"
    readonly property bool isDisplay: profile === "display"

    readonly property TextRoles text: TextRoles {
        profile: theme.profile
        family: theme.fontFamily
        // Text grows with the panel's density so that it keeps its millimetres, and never shrinks below the profile's own.
        densityScale: theme.isCounter ? 1.0 : Math.max(1.0, theme.pixelsPerMillimetre / theme.usualDensity(theme.profile))
        userScale: Math.min(2.0, Math.max(1.0, theme.textScale))
    }

    // Colours. The second value is high contrast: black, white and yellow only.
    readonly property color background: pick("background", "#F5F3EE", "#000000")
    readonly property color surface: pick("surface", "#FFFFFF", "#000000")
    readonly property color line: pick("line", "#E1DFD8", "#FFFFFF")
    // The outline of what can be filled in or pressed, where only the outline shows it (3:1).
    readonly property color controlLine: pick("controlLine", "#52666C", "#FFFFFF")
    readonly property color closed: pick("closed", "#EFEDE7", "#000000")
    readonly property color ink: pick("ink", "#10252B", "#FFFFFF")
    readonly property color quietInk: pick("quietInk", "#52666C", "#FFFFFF")
    readonly property color primary: pick("primary", "#0B6B6F", "#FFD400")
    readonly property color inkOnPrimary: pick("inkOnPrimary", "#FFFFFF", "#000000")
    readonly property color primaryDeep: pick("primaryDeep", "#07484C", "#000000")
    readonly property color inkOnPrimaryDeep: pick("inkOnPrimaryDeep", "#FFFFFF", "#FFFFFF")
    readonly property color quietInkOnPrimaryDeep: pick("quietInkOnPrimaryDeep", "#C9DEDD", "#FFFFFF")
    // A panel or a chip that lies on primaryDeep.
    readonly property color primaryRaised: pick("primaryRaised", "#125A5E", "#000000")
    readonly property color primaryTint: pick("primaryTint", "#E3F1F0", "#000000")
    // Text on primaryTint, and large numbers on surface.
    readonly property color primaryInk: pick("primaryInk", "#07484C", "#FFD400")
    readonly property color accent: pick("accent", "#F2A541", "#FFD400")
    readonly property color inkOnAccent: pick("inkOnAccent", "#10252B", "#000000")
    readonly property color quietInkOnAccent: pick("quietInkOnAccent", "#4A3208", "#000000")
    // Accent as text or icon on primaryDeep and primaryRaised.
    readonly property color accentOnDeep: pick("accentOnDeep", "#F2A541", "#FFD400")
    readonly property color good: pick("good", "#2B774A", "#FFFFFF")
    readonly property color goodTint: pick("goodTint", "#E4F2E9", "#000000")
    readonly property color inkOnGood: pick("inkOnGood", "#FFFFFF", "#000000")
    readonly property color warn: pick("warn", "#8A4300", "#FFD400")
    readonly property color warnTint: pick("warnTint", "#FDF1DF", "#000000")
    readonly property color inkOnWarn: pick("inkOnWarn", "#FFFFFF", "#000000")
    readonly property color bad: pick("bad", "#B3261E", "#FFD400")
    readonly property color badTint: pick("badTint", "#FBE9E7", "#000000")
    readonly property color inkOnBad: pick("inkOnBad", "#FFFFFF", "#000000")
    // Under a finger.
    readonly property color pressed: pick("pressed", "#0B6B6F", "#FFFFFF")
    readonly property color inkOnPressed: pick("inkOnPressed", "#FFFFFF", "#000000")
    readonly property color accentPressed: pick("accentPressed", "#D98B22", "#FFFFFF")
    readonly property color focus: pick("focus", "#10252B", "#FFFFFF")
    readonly property color focusOnDeep: pick("focusOnDeep", "#FFFFFF", "#FFFFFF")
    // What lies under an open sheet.
    readonly property color scrim: highContrast ? "#D9000000" : "#8C10252B"
    readonly property color track: pick("track", "#E1DFD8", "#000000")

    // Space. `unit` is 1 on the panel the design was drawn for and grows on a finer one.
    readonly property real unit: isCounter || panel.width <= 0 ? 1.0
                                                               : Math.max(1.0, Math.min(panel.width, panel.height) / 1080)
    readonly property int margin: space(64, 28, 56)
    readonly property int gap: space(24, 14, 24)
    readonly property int wideGap: space(32, 20, 32)
    readonly property int smallGap: space(16, 8, 16)
    readonly property int tinyGap: space(8, 4, 8)
    readonly property int padding: space(32, 20, 40)
    readonly property int target: space(72, 64, 72)
    readonly property int primaryTarget: space(96, 64, 96)
    readonly property int radius: space(28, 20, 28)
    readonly property int smallRadius: space(20, 14, 20)
    readonly property int lineWidth: highContrast ? Math.round(4 * unit) : Math.round(2 * unit)
    readonly property int thinLine: highContrast ? Math.round(4 * unit) : Math.max(1, Math.round((isCounter ? 1 : 2) * unit))
    readonly property int focusWidth: Math.round(4 * unit)

    // Motion, in milliseconds.
    readonly property int durationShort: reducedMotion ? 0 : 150
    readonly property int durationLong: reducedMotion ? 0 : 250

    function resetForNextPerson(): void {
        textScale = 1.0
        highContrast = false
        lowReach = false
        reducedMotion = false
    }

    function setColours(colours: var): void {
        for (const name of Object.keys(colours)) {
            if (theme[name] === undefined)
                console.warn("Theme has no colour named", name)
        }
        siteColours = colours
    }

    // The pixel size at which a capital letter of `fontFamily` is that many millimetres high on this panel.
    function pixelSizeForCapital(millimetres: real): int {
        return Math.ceil(millimetres * pixelsPerMillimetre / 0.727)
    }

    // Where content begins on a page of that size: the lower 60 % of a portrait page while `lowReach`.
    function reachTop(width: real, height: real): int {
        return lowReach && height > width ? Math.round(height * 0.4) : 0
    }

    // Tones are "info", "good", "warn", "bad", "accent" and "neutral".
    function toneInk(tone: string): color {
        switch (tone) {
        case "good": return good
        case "warn": return warn
        case "bad": return bad
        case "accent": return inkOnAccent
        case "neutral": return quietInk
        default: return primary
        }
    }

    function toneTint(tone: string): color {
        switch (tone) {
        case "good": return goodTint
        case "warn": return warnTint
        case "bad": return badTint
        case "accent": return accent
        case "neutral": return background
        default: return primaryTint
        }
    }

    function toneIcon(tone: string): string {
        switch (tone) {
        case "good": return "check-circle"
        case "warn": return "alert"
        case "bad": return "alert-circle"
        default: return "information"
        }
    }

    // WCAG 2 contrast ratio of two opaque colours.
    function contrast(one: color, other: color): real {
        const a = luminance(one)
        const b = luminance(other)
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    }

    function luminance(value: color): real {
        return 0.2126 * linear(value.r) + 0.7152 * linear(value.g) + 0.0722 * linear(value.b)
    }

    function linear(channel: real): real {
        return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4)
    }

    function pick(name: string, normal: color, contrasting: color): color {
        if (highContrast)
            return contrasting
        return siteColours[name] !== undefined ? siteColours[name] : normal
    }

    function space(kiosk: int, counter: int, display: int): int {
        return Math.round((isCounter ? counter : isDisplay ? display : kiosk) * unit)
    }

    // Kiosk: 1080 x 1920 at 32 inches; display: 1920 x 1080 at 43; counter: 1366 x 768 at 15.6.
    function usualDensity(name: string): real {
        return name === "display" ? 2.017 : name === "counter" ? 3.955 : 2.711
    }

    function panelDensity(pixels: size, inches: real): real {
        if (pixels.width <= 0 || inches <= 0)
            return usualDensity(profile)
        return Math.sqrt(pixels.width * pixels.width + pixels.height * pixels.height) / (inches * 25.4)
    }
}
