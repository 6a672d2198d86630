// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui

// A quiet line over what it may cover: nothing else moves when it comes and goes.
Rectangle {
    id: notice

    required property string text
    required property string tone
    property string action // what may be done about it; empty: nothing

    signal acted()

    implicitHeight: row.implicitHeight + 2 * Theme.gap
    radius: Theme.radius
    color: Theme.toneTint(tone)
    border.width: Theme.lineWidth
    border.color: Theme.highContrast ? Theme.line : Theme.toneInk(tone)
    visible: text !== ""
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.padding
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gap

        Icon {
            name: Theme.toneIcon(notice.tone)
            color: Theme.toneInk(notice.tone)
            size: Math.round(Theme.text.heading.pixelSize * 1.4)
            Layout.preferredWidth: size
            Layout.preferredHeight: size
        }
        PlainText {
            objectName: "notice-text"
            text: notice.text
            font: Theme.text.bodyStrong
            color: notice.tone === "info" ? Theme.primaryInk : Theme.toneInk(notice.tone)
            Layout.fillWidth: true
            Accessible.ignored: true
        }
        TouchButton {
            objectName: "notice-action"
            text: notice.action
            iconName: "check"
            visible: notice.action !== ""
            onClicked: notice.acted()
        }
    }
}
