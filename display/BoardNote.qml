// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui

// A quiet card beside the calls: something to know or to do.
Rectangle {
    id: control

    required property BoardScale sizes
    required property string title
    property string text
    property string iconName: "information"
    property string tone: "info"

    readonly property color ink: tone === "info" ? Theme.primaryInk : Theme.toneInk(tone)

    implicitHeight: row.implicitHeight + 2 * sizes.px(20)
    radius: sizes.px(22)
    color: Theme.toneTint(tone)
    border.width: Theme.highContrast ? Theme.lineWidth : 0
    border.color: ink
    Accessible.role: Accessible.StaticText
    Accessible.name: text === "" ? title : title + ". " + text

    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: control.sizes.px(24)
        anchors.rightMargin: control.sizes.px(24)
        anchors.verticalCenter: parent.verticalCenter
        spacing: control.sizes.px(20)

        Icon {
            name: control.iconName
            color: control.ink
            size: control.sizes.px(54)
            Layout.alignment: Qt.AlignVCenter
        }
        ColumnLayout {
            spacing: control.sizes.px(2)
            Layout.fillWidth: true

            PlainText {
                text: control.title
                font: control.sizes.font(36, Font.Bold)
                color: control.ink
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            PlainText {
                text: control.text
                visible: text !== ""
                font: control.sizes.font(32, Font.Medium)
                color: control.ink
                Layout.fillWidth: true
                Accessible.ignored: true
            }
        }
    }
}
