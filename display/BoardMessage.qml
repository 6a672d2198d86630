// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui

// What the board says while nobody is called.
Item {
    id: control

    required property BoardScale sizes
    required property string iconName
    required property string title
    property string text
    property string hours

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: -control.sizes.px(16)
        anchors.leftMargin: control.sizes.px(40)
        anchors.rightMargin: control.sizes.px(40)
        spacing: control.sizes.px(28)

        Rectangle {
            implicitWidth: control.sizes.px(190)
            implicitHeight: implicitWidth
            radius: implicitWidth / 2
            color: Theme.primaryRaised
            border.width: Theme.highContrast ? Theme.lineWidth : 0
            border.color: Theme.line
            Layout.alignment: Qt.AlignHCenter
            Layout.bottomMargin: control.sizes.px(8)

            Icon {
                anchors.centerIn: parent
                name: control.iconName
                color: Theme.accentOnDeep
                size: control.sizes.px(104)
            }
        }
        PlainText {
            objectName: "board-message-title"
            text: control.title
            font: control.sizes.font(104, Font.Bold)
            color: Theme.inkOnPrimaryDeep
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 0.95
            Layout.fillWidth: true
        }
        PlainText {
            objectName: "board-message-text"
            text: control.text
            visible: text !== ""
            font: control.sizes.font(48, Font.Medium)
            color: Theme.quietInkOnPrimaryDeep
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Rectangle {
            visible: control.hours !== ""
            color: Theme.primaryRaised
            radius: control.sizes.px(24)
            border.width: Theme.highContrast ? Theme.lineWidth : 0
            border.color: Theme.line
            implicitWidth: hoursRow.implicitWidth + control.sizes.px(72)
            implicitHeight: hoursRow.implicitHeight + control.sizes.px(44)
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: control.sizes.px(16)

            Row {
                id: hoursRow
                anchors.centerIn: parent
                spacing: control.sizes.px(20)

                Icon {
                    name: "clock"
                    color: Theme.accentOnDeep
                    size: control.sizes.px(48)
                    anchors.verticalCenter: parent.verticalCenter
                }
                PlainText {
                    objectName: "board-hours"
                    text: qsTr("Open today %1").arg(control.hours)
                    font: control.sizes.font(44, Font.DemiBold)
                    color: Theme.inkOnPrimaryDeep
                    wrapMode: Text.NoWrap
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: control.sizes.px(28)
                    width: Math.min(implicitWidth, control.width - control.sizes.px(80 + 72 + 68))
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
        }
    }
}
