// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Anjungan.Ui

// A counter's number as it hangs above it.
Rectangle {
    id: control

    required property string label
    property int size: Math.round(Theme.text.heading.pixelSize * 2)
    property bool quiet: false

    implicitWidth: Math.max(size, words.implicitWidth + Theme.gap)
    implicitHeight: size
    radius: Math.round(size * 0.25)
    color: quiet ? Theme.primaryTint : Theme.primary
    border.width: quiet && Theme.highContrast ? Theme.lineWidth : 0
    border.color: Theme.line
    Accessible.ignored: true

    PlainText {
        id: words
        anchors.centerIn: parent
        text: control.label
        font.family: Theme.fontFamily
        font.weight: Font.Bold
        font.pixelSize: Math.round(control.size * 0.55)
        color: control.quiet ? Theme.primaryInk : Theme.inkOnPrimary
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
