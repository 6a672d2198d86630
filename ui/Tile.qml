// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

// A large thing to choose: icon, title, subtitle. Wraps and grows.
Pressable {
    id: control

    required property string title
    property string subtitle
    property string iconName
    // "plain", "accent" (the one thing to do, twice as heavy) or "tint" (a quiet invitation).
    property string variant: "plain"
    // The icon on a tinted square; without it the icon stands free at the title's height.
    property bool framed: true
    // Large words need its place more.
    property bool showChevron: variant !== "plain" && Theme.textScale < 1.5
    // Not available now, but still to be read.
    property bool closed: false
    // The subtitle says why it is closed; otherwise it invites all the same.
    property bool warns: closed

    readonly property bool heavy: variant === "accent"
    readonly property color titleColor: pressed ? (heavy ? Theme.inkOnAccent : Theme.inkOnPressed)
        : heavy ? Theme.inkOnAccent : variant === "tint" ? Theme.primaryInk : Theme.ink
    readonly property color subtitleColor: pressed ? titleColor
        : heavy ? Theme.quietInkOnAccent : warns ? Theme.warn : closed ? Theme.primary : Theme.quietInk
    readonly property color iconColor: pressed && !heavy ? Theme.inkOnPressed : heavy ? Theme.inkOnAccent : Theme.primary

    minimumHeight: heavy ? Theme.primaryTarget * 2 : Theme.primaryTarget
    leftPadding: heavy ? Math.round(Theme.padding * 1.3) : Theme.gap
    rightPadding: heavy ? Theme.padding : Theme.gap
    topPadding: heavy ? Theme.padding : Theme.gap
    bottomPadding: topPadding
    text: title
    accessibleName: subtitle === "" ? title : title + ", " + subtitle

    background: Rectangle {
        radius: Theme.radius
        color: control.pressed ? (control.heavy ? Theme.accentPressed : Theme.pressed)
            : control.heavy ? Theme.accent
            : control.closed ? Theme.closed
            : control.variant === "tint" ? Theme.primaryTint : Theme.surface
        border.width: control.heavy || control.variant === "tint" && !Theme.highContrast ? 0 : Theme.lineWidth
        border.color: control.pressed ? color : Theme.line
    }

    contentItem: RowLayout {
        spacing: control.heavy ? Math.round(Theme.padding * 1.2) : Theme.gap

        IconBadge {
            visible: control.iconName !== "" && control.framed
            iconName: visible ? control.iconName : ""
            size: control.heavy ? Math.round(Theme.primaryTarget * 1.58) : Math.round(Theme.text.heading.pixelSize * 2.3)
            color: control.heavy ? (Theme.highContrast ? Theme.inkOnAccent : Theme.surface)
                 : control.pressed || control.closed ? "transparent" : Theme.primaryTint
            iconColor: control.heavy ? (Theme.highContrast ? Theme.accent : Theme.primaryDeep) : control.iconColor
            Layout.alignment: Qt.AlignVCenter
        }
        Icon {
            visible: control.iconName !== "" && !control.framed
            name: visible ? control.iconName : ""
            color: control.iconColor
            size: Math.round(Theme.text.heading.pixelSize * 1.5)
            Layout.preferredWidth: size
            Layout.preferredHeight: size
            Layout.alignment: control.variant === "plain" ? Qt.AlignTop : Qt.AlignVCenter
        }
        ColumnLayout {
            spacing: Theme.tinyGap
            Layout.fillWidth: true
            Layout.alignment: control.framed || control.variant !== "plain" ? Qt.AlignVCenter : Qt.AlignTop

            PlainText {
                text: control.title
                font: control.heavy ? Theme.text.title : control.variant === "tint" ? Theme.text.label : Theme.text.heading
                color: control.titleColor
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            PlainText {
                text: control.subtitle
                visible: control.subtitle !== ""
                font: control.heavy ? Theme.text.body : Theme.text.caption
                color: control.subtitleColor
                Layout.fillWidth: true
                Accessible.ignored: true
            }
        }
        Icon {
            visible: control.showChevron
            name: "chevron-right"
            color: control.heavy ? control.titleColor : control.iconColor
            size: Math.round(Theme.text.heading.pixelSize * (control.heavy ? 1.7 : 1.3))
            Layout.preferredWidth: size
            Layout.preferredHeight: size
        }
    }
}
