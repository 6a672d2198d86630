// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui

// A leg in a list: its number, what for, what is special about it, and how long it waits.
Pressable {
    id: control

    required property int index
    required property string number
    required property string service
    required property var facts
    required property string waited
    required property bool late
    required property bool next

    readonly property bool chosen: ListView.isCurrentItem && ListView.view.activeFocus

    signal opened(row: int)

    objectName: "leg-row-" + number
    minimumHeight: Theme.target + 4
    leftPadding: Theme.padding
    rightPadding: Theme.padding - Theme.tinyGap
    topPadding: 9
    bottomPadding: 9
    focusPolicy: Qt.ClickFocus
    accessibleName: spoken()

    function spoken(): string {
        let words = number + ", " + service
        for (let i = 0; i < facts.length; ++i)
            words += ", " + facts[i].text
        return words + ", " + waited
    }

    onClicked: opened(index)

    background: Rectangle {
        color: control.pressed ? Theme.pressed : control.next ? Theme.primaryTint : Theme.surface
        border.width: control.chosen ? Theme.focusWidth : 0
        border.color: Theme.focus

        Rectangle {
            visible: control.next
            width: Theme.focusWidth
            height: parent.height
            color: Theme.primary
        }
        Divider {
            visible: !control.next
            x: control.leftPadding
            width: parent.width - control.leftPadding - control.rightPadding
            anchors.bottom: parent.bottom
        }
    }

    contentItem: RowLayout {
        spacing: Theme.gap

        NumberText {
            text: control.number
            font.family: Theme.fontFamily
            font.pixelSize: Math.round(Theme.text.heading.pixelSize * 1.1)
            font.weight: Font.Bold
            color: control.pressed ? Theme.inkOnPressed : Theme.ink
            Layout.minimumWidth: Math.round(font.pixelSize * 3.5)
            Accessible.ignored: true
        }
        GridLayout {
            columns: 2
            columnSpacing: Theme.gap
            rowSpacing: 2
            Layout.fillWidth: true

            PlainText {
                text: control.service
                color: control.pressed ? Theme.inkOnPressed : Theme.ink
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                Accessible.ignored: true
            }
            PlainText {
                text: control.waited
                color: control.pressed ? Theme.inkOnPressed : control.late ? Theme.warn : Theme.quietInk
                wrapMode: Text.NoWrap
                Layout.alignment: Qt.AlignTop
                Accessible.ignored: true
            }
            MetaRow {
                items: control.facts
                font: Theme.text.captionStrong
                overrideColor: control.pressed ? Theme.inkOnPressed : "transparent"
                Layout.columnSpan: 2
                Layout.fillWidth: true
            }
        }
    }
}
