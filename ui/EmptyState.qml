// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

// What a place says while it has nothing to show: icon, title, text, and what is put inside.
ColumnLayout {
    id: control

    required property string title
    property string text
    property string iconName: "information-outline"
    property string tone: "info"
    // Where room is scarce the words come first.
    property bool showIcon: true
    default property alias actions: extra.data

    spacing: Theme.smallGap

    IconBadge {
        visible: control.showIcon
        iconName: control.iconName
        iconColor: Theme.toneInk(control.tone)
        color: Theme.toneTint(control.tone)
        size: Math.round(Theme.text.heading.pixelSize * 4)
        round: true
        Layout.alignment: Qt.AlignHCenter
        Layout.bottomMargin: Theme.tinyGap
    }
    PlainText {
        text: control.title
        font: Theme.text.title
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }
    PlainText {
        text: control.text
        visible: control.text !== ""
        color: Theme.quietInk
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }
    ColumnLayout {
        id: extra
        spacing: Theme.gap
        visible: visibleChildren.length > 0
        Layout.topMargin: Theme.gap
        Layout.alignment: Qt.AlignHCenter
    }
}
