// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// A band over the whole width at the top of a window, on every page: what nobody may overlook about this site. Without a
// text there is none. Sheets leave it free as long as the window binds Theme.markHeight to its height.
Rectangle {
    id: control

    required property string text
    property font font: Theme.isCounter ? Theme.text.label : Theme.text.bodyStrong

    objectName: "site-mark"
    visible: text !== ""
    implicitHeight: visible ? Math.ceil(label.implicitHeight) + 2 * Math.round(font.pixelSize * 0.4) : 0
    height: implicitHeight
    color: Theme.warn
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Icon {
        id: glyph
        name: "alert"
        color: Theme.inkOnWarn
        size: Math.round(control.font.pixelSize * 1.2)
        x: label.x + Math.round((label.width - label.paintedWidth) / 2) - label.before
        anchors.verticalCenter: parent.verticalCenter
    }
    PlainText {
        id: label
        // The icon before the words belongs to what is centred.
        readonly property int before: Math.round(glyph.size * 1.4)
        readonly property int inset: Math.round(control.font.pixelSize * 0.7)

        text: control.text
        font: control.font
        color: Theme.inkOnWarn
        horizontalAlignment: Text.AlignHCenter
        x: inset + before
        width: control.width - 2 * inset - before
        anchors.verticalCenter: parent.verticalCenter
        Accessible.ignored: true
    }
}
