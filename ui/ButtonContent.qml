// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

// What stands inside a TouchButton: icon, words, second line, key.
Item {
    id: content

    required property string text
    required property string sublabel
    required property string iconName
    required property string hint
    required property bool leading
    required property font labelFont
    required property color textColor
    required property color iconColor
    required property color quietColor

    implicitWidth: row.implicitWidth
    implicitHeight: row.implicitHeight

    RowLayout {
        id: row
        width: content.leading ? content.width : Math.min(Math.ceil(implicitWidth) + 1, content.width)
        anchors.verticalCenter: parent.verticalCenter
        x: content.leading ? 0 : Math.round((content.width - width) / 2)
        spacing: Theme.isCounter ? 12 : Theme.smallGap

        Icon {
            name: content.iconName
            visible: name !== ""
            color: content.iconColor
            size: Math.round(content.labelFont.pixelSize * (content.sublabel === "" ? 1.15 : 1.7))
            Layout.preferredWidth: size
            Layout.preferredHeight: size
        }
        ColumnLayout {
            spacing: 2
            Layout.fillWidth: true

            PlainText {
                text: content.text
                visible: text !== ""
                font: content.labelFont
                color: content.textColor
                horizontalAlignment: content.leading || content.iconName !== ""
                    || content.sublabel !== "" ? Text.AlignLeft : Text.AlignHCenter
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            PlainText {
                text: content.sublabel
                visible: text !== ""
                font: Theme.text.caption
                color: content.quietColor
                Layout.fillWidth: true
                Accessible.ignored: true
            }
        }
        PlainText {
            text: content.hint
            visible: text !== ""
            font: Theme.text.caption
            color: content.quietColor
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
