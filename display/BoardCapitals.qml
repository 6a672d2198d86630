// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Anjungan.Ui

// One line of large text, only as high as its capitals, so that it stands where the eye sees it stand.
Item {
    id: control

    required property string text
    required property int pixelSize
    property color color: Theme.ink
    property int weight: Font.Bold
    // Shrinks the text to this width; 0 for never.
    property real fitWidth: 0

    readonly property real naturalWidth: metrics.advanceWidth
    readonly property int shownSize: fitWidth > 0 && naturalWidth > fitWidth
                                     ? Math.max(1, Math.floor(pixelSize * fitWidth / naturalWidth)) : pixelSize
    readonly property real capitalHeight: shownSize * 0.727

    implicitWidth: Math.ceil(label.implicitWidth)
    implicitHeight: Math.round(capitalHeight)
    baselineOffset: implicitHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    TextMetrics {
        id: metrics
        font: Qt.font({ family: Theme.fontFamily, pixelSize: control.pixelSize, weight: control.weight,
                        letterSpacing: -control.pixelSize / 80 })
        text: control.text
    }
    Text {
        id: label
        y: control.implicitHeight - baselineOffset
        text: control.text
        textFormat: Text.PlainText
        color: control.color
        font: Qt.font({ family: Theme.fontFamily, pixelSize: control.shownSize, weight: control.weight,
                        letterSpacing: -control.shownSize / 80 })
        Accessible.ignored: true
    }
}
