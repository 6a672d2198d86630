// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// A short fact in a pill: an icon, words or a count.
Rectangle {
    id: control

    required property string text
    property string iconName
    // A tone of the theme, or "deep" for one that lies on primaryDeep.
    property string tone: "info"
    property font font: tone === "deep" ? Theme.text.body : Theme.text.captionStrong

    readonly property color ink: tone === "deep" ? Theme.inkOnPrimaryDeep
        : tone === "info" ? Theme.primaryInk : Theme.toneInk(tone)
    readonly property int before: iconName === "" ? 0 : glyph.size + Math.round(glyph.size * 0.4)
    readonly property int sidePadding: Math.round(font.pixelSize * (tone === "deep" ? 1.2 : 0.75))

    implicitWidth: Math.ceil(label.implicitWidth) + before + 2 * sidePadding
    implicitHeight: Math.ceil(label.implicitHeight + font.pixelSize * (tone === "deep" ? 0.9 : 0.45))
    radius: Math.min(height / 2, Math.round(font.pixelSize * 1.1))
    color: tone === "deep" ? Theme.primaryRaised : Theme.toneTint(tone)
    border.width: Theme.highContrast ? Theme.lineWidth : 0
    border.color: Theme.line
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Icon {
        id: glyph
        visible: control.iconName !== ""
        name: control.iconName
        color: control.tone === "deep" ? Theme.quietInkOnPrimaryDeep : control.tone === "info" ? Theme.primary : control.ink
        size: Math.round(control.font.pixelSize * 1.05)
        x: control.sidePadding
        anchors.verticalCenter: parent.verticalCenter
    }
    PlainText {
        id: label
        text: control.text
        font: control.font
        color: control.ink
        x: control.sidePadding + control.before
        width: control.width - control.before - 2 * control.sidePadding
        anchors.verticalCenter: parent.verticalCenter
        horizontalAlignment: control.iconName === "" ? Text.AlignHCenter : Text.AlignLeft
        Accessible.ignored: true
    }
}
