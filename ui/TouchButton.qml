// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// A button: `text`, and as asked an icon, a second line, and the key that does the same. It grows with its words.
Pressable {
    id: control

    // "accent" (the one thing to do), "primary", "outline", "quiet", "tint" or "danger".
    property string variant: "outline"
    property string iconName
    property string sublabel
    property string shortcutHint
    // Words at the left edge instead of the middle; always so where a key is shown at the right.
    property bool leading: shortcutHint !== ""
    // As high as a primary target.
    property bool large: variant === "accent" || variant === "primary"
    property font labelFont: large ? Theme.text.heading : Theme.text.label

    readonly property bool filled: variant === "accent" || variant === "primary" || variant === "danger"
    readonly property color fill: !enabled ? Theme.closed
        : pressed ? (variant === "accent" ? Theme.accentPressed
                     : variant === "primary" && !Theme.highContrast ? Theme.primaryDeep : Theme.pressed)
        : variant === "accent" ? Theme.accent
        : variant === "primary" ? Theme.primary
        : variant === "danger" ? Theme.bad
        : variant === "tint" ? Theme.primaryTint
        : variant === "quiet" ? Theme.background : Theme.surface
    readonly property color textColor: !enabled ? Theme.quietInk
        : pressed ? (variant === "accent" ? Theme.inkOnAccent : Theme.inkOnPressed)
        : variant === "accent" ? Theme.inkOnAccent
        : variant === "primary" ? Theme.inkOnPrimary
        : variant === "danger" ? Theme.inkOnBad
        : variant === "tint" ? Theme.primaryInk
        : variant === "quiet" || Theme.isCounter ? Theme.ink : Theme.primary
    readonly property color iconColor: enabled && !pressed && !filled ? Theme.primary : textColor
    readonly property color quietColor: !enabled || pressed || variant === "primary" || variant === "danger" ? textColor
        : variant === "accent" ? Theme.quietInkOnAccent : variant === "tint" ? Theme.primaryInk : Theme.quietInk

    minimumHeight: large ? Theme.primaryTarget : Theme.target
    leftPadding: Math.round(18 * Theme.unit)
    rightPadding: leftPadding
    topPadding: Theme.isCounter ? 8 : Theme.smallGap
    bottomPadding: topPadding
    accessibleName: sublabel === "" ? text : text + ", " + sublabel
    ringRadius: large ? Theme.radius : Theme.smallRadius

    background: Rectangle {
        radius: control.ringRadius
        color: control.fill
        border.width: control.filled && control.enabled || control.variant === "tint" && !Theme.highContrast ? 0 : Theme.lineWidth
        border.color: !control.enabled ? Theme.line
            : control.pressed ? control.fill
            : control.variant === "outline" && !Theme.isCounter ? Theme.primary : Theme.line
    }

    contentItem: ButtonContent {
        text: control.text
        sublabel: control.sublabel
        iconName: control.iconName
        hint: control.shortcutHint
        leading: control.leading
        labelFont: control.labelFont
        textColor: control.textColor
        iconColor: control.iconColor
        quietColor: control.quietColor
    }
}
