// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
// The C++ side of our own module is not imported by itself.
import Anjungan.Counter

// What can be done, at fixed places: the next thing to do, large, and the others beside or below it.
GridLayout {
    id: grid

    required property DeskActs acts
    // How much one pixel of the usual text has become.
    required property real textScale

    readonly property real room: width / textScale
    readonly property bool beside: room >= 780
    readonly property int actColumns: room >= 540 ? 3 : room >= 320 ? 2 : 1

    // Large words in a wide window: no line to spare, but room beside the first act.
    readonly property bool undoBeside: !beside && room >= 540

    columns: beside || undoBeside ? 2 : 1
    columnSpacing: Theme.gap
    rowSpacing: Theme.smallGap + 4

    TouchButton {
        objectName: "act-primary"
        text: grid.acts.primaryLabel
        sublabel: grid.acts.primaryDetail
        iconName: grid.acts.primaryIcon
        variant: "primary"
        leading: true
        enabled: grid.acts.primaryLegal
        focusPolicy: Qt.TabFocus
        leftPadding: Theme.padding
        // Room for two lines where they may be needed, so that the words may change and the places stay.
        minimumHeight: Math.max(Math.round(Theme.primaryTarget * 1.2),
                                grid.room < 440 ? Math.ceil(Theme.text.heading.pixelSize * 2.5 + Theme.text.caption.pixelSize * 1.3) + 18 : 0)
        Layout.row: 0
        Layout.column: 0
        Layout.preferredWidth: grid.beside ? Math.round(grid.width * 0.32) : grid.undoBeside ? Math.round(grid.width * 0.6) : -1
        Layout.fillWidth: !grid.beside
        Layout.fillHeight: true
        onClicked: grid.acts.perform(DeskActs.Primary)
    }
    GridLayout {
        columns: grid.actColumns
        columnSpacing: grid.beside ? 12 : Theme.smallGap
        rowSpacing: grid.beside ? 12 : Theme.smallGap
        Layout.row: grid.beside ? 0 : 1
        Layout.column: grid.beside ? 1 : 0
        Layout.columnSpan: grid.undoBeside ? 2 : 1
        Layout.fillWidth: true
        Layout.fillHeight: true

        Repeater {
            model: grid.acts

            TouchButton {
                required property int act
                required property string label
                required property string keyText
                required property bool legal
                required property var model

                objectName: "act-" + keyText
                text: label
                iconName: model.iconName
                shortcutHint: keyText
                enabled: legal
                minimumHeight: Math.max(Theme.target, Math.ceil(Theme.text.label.pixelSize * 2.5) + 16)
                focusPolicy: Qt.TabFocus
                leftPadding: 14
                rightPadding: 12
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                onClicked: grid.acts.perform(act)
            }
        }
    }
    TouchButton {
        objectName: "act-undo"
        text: grid.acts.undoLabel
        iconName: "undo"
        shortcutHint: qsTr("Ctrl Z")
        leading: true
        enabled: grid.acts.undoLegal
        focusPolicy: Qt.TabFocus
        minimumHeight: grid.room < 540 ? Math.ceil(Theme.text.label.pixelSize * 2.5) + 10 : Math.max(44, Math.ceil(Theme.text.label.pixelSize * 1.4) + 14)
        topPadding: 4
        bottomPadding: 4
        leftPadding: 14
        rightPadding: 12
        labelFont: Theme.text.captionStrong
        Layout.row: grid.undoBeside ? 0 : grid.beside ? 1 : 2
        Layout.column: grid.undoBeside ? 1 : 0
        Layout.columnSpan: grid.beside ? 2 : 1
        Layout.fillWidth: true
        Layout.fillHeight: grid.undoBeside
        Layout.preferredWidth: grid.undoBeside ? Math.round(grid.width * 0.4) : -1
        onClicked: grid.acts.perform(DeskActs.Undo)
    }
}
