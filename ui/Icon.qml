// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
// The C++ side of our own module is not imported by itself.
import Anjungan.Ui

// One glyph of the icon font by a readable name (see IconCatalogue). Decoration: the label beside it speaks.
Text {
    property string name
    property int size: Math.round(Theme.text.heading.pixelSize * 1.15)

    text: IconCatalogue.glyph(name)
    font.family: Theme.iconFamily
    font.pixelSize: size
    color: Theme.primary
    width: size
    height: size
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
    textFormat: Text.PlainText
    Accessible.ignored: true
}
