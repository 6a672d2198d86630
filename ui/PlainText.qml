// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Text that wraps and is never cut; never markup.
Text {
    font: Theme.text.body
    color: Theme.ink
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
