// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

// A button of the bar at the bottom: icon over words. `emphasis` for the one that always helps, `active` for a switch
// that is on.
Pressable {
    id: control

    property string iconName
    property bool emphasis: false
    property bool active: false
    // The width at which its longest word still stands whole.
    readonly property int narrowest: Math.ceil(words.implicitWidth) + leftPadding + rightPadding + 2

    minimumHeight: Math.max(Theme.target, Math.round(Theme.primaryTarget * 1.35))
    leftPadding: Theme.tinyGap
    rightPadding: Theme.tinyGap
    topPadding: Theme.smallGap
    bottomPadding: Theme.smallGap
    ringRadius: Theme.radius
    Accessible.checkable: active
    Accessible.checked: active

    // One word a line: as wide as the longest.
    Text {
        id: words
        visible: false
        text: control.text.replace(/\s+/g, "\n")
        font: Theme.text.captionStrong
        textFormat: Text.PlainText
        Accessible.ignored: true
    }

    background: Rectangle {
        radius: Theme.radius
        color: control.pressed ? Theme.pressed : control.emphasis ? Theme.primaryTint : Theme.background
        border.width: control.active ? Theme.focusWidth : Theme.highContrast ? Theme.lineWidth : 0
        border.color: control.active ? Theme.primary : Theme.line
    }

    contentItem: ColumnLayout {
        spacing: Math.round(Theme.tinyGap / 2)

        Item { Layout.fillHeight: true }
        Icon {
            name: control.iconName
            color: control.pressed ? Theme.inkOnPressed : Theme.primary
            size: Math.round(Theme.text.caption.pixelSize * 1.4)
            Layout.alignment: Qt.AlignHCenter
        }
        PlainText {
            text: control.text
            font: Theme.text.captionStrong
            color: control.pressed ? Theme.inkOnPressed : Theme.ink
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
            Accessible.ignored: true
        }
        Item { Layout.fillHeight: true }
    }
}
