// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan.Ui

// Counters or people to choose from, as cards in a grid; arrows walk, Enter chooses.
GridView {
    id: grid

    // "counter" shows a badge, "person" an icon.
    required property string kind
    required property real textScale

    signal chosen(row: int)

    readonly property int across: Math.max(1, Math.floor(width / (290 * textScale)))

    cellWidth: Math.floor(width / across)
    cellHeight: Math.round(88 * textScale)
    boundsBehavior: Flickable.StopAtBounds
    clip: interactive
    interactive: contentHeight > height
    keyNavigationEnabled: true
    Accessible.role: Accessible.List

    delegate: Item {
        id: cell
        required property int index
        required property string key
        required property string lead
        required property string title
        required property string subtitle
        required property string section
        required property bool taken

        width: grid.cellWidth
        height: grid.cellHeight

        Pressable {
            id: choice
            objectName: grid.kind + "-" + cell.key
            anchors.fill: parent
            anchors.rightMargin: Theme.gap
            anchors.bottomMargin: Theme.gap
            leftPadding: Theme.gap
            rightPadding: Theme.gap
            focus: true
            ringRadius: Theme.smallRadius
            accessibleName: cell.title + ", " + cell.section + ", " + cell.subtitle
            onClicked: grid.chosen(cell.index)

            background: Rectangle {
                radius: Theme.smallRadius
                color: choice.pressed ? Theme.primaryTint : Theme.surface
                border.width: choice.activeFocus ? Theme.focusWidth : Theme.lineWidth
                border.color: choice.activeFocus ? Theme.focus : Theme.line
            }
            contentItem: RowLayout {
                spacing: Theme.gap

                CounterBadge {
                    visible: grid.kind === "counter"
                    label: cell.lead
                    quiet: cell.taken
                }
                Icon {
                    visible: grid.kind === "person"
                    name: "account"
                    size: Math.round(Theme.text.heading.pixelSize * 1.5)
                    color: cell.taken ? Theme.quietInk : Theme.primary
                    Layout.preferredWidth: size
                    Layout.preferredHeight: size
                }
                ColumnLayout {
                    spacing: 2
                    Layout.fillWidth: true

                    PlainText {
                        text: grid.kind === "counter" ? cell.section : cell.title
                        font: Theme.text.label
                        maximumLineCount: 2
                        Layout.fillWidth: true
                        Accessible.ignored: true
                    }
                    PlainText {
                        visible: text !== ""
                        text: cell.subtitle
                        font: cell.taken ? Theme.text.captionStrong : Theme.text.caption
                        color: cell.taken ? Theme.primaryInk : Theme.quietInk
                        Layout.fillWidth: true
                        Accessible.ignored: true
                    }
                }
            }
        }
    }

    ScrollEdge {
        parent: grid
        anchors.fill: parent
        view: grid
        moreName: qsTr("More below")
        z: 2
    }
}
