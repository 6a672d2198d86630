// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

// The head of a page: the way back, what this page is, and of what. What is put inside stands at the right.
GridLayout {
    id: control

    required property string title
    property string subtitle
    // The back button's words; without them there is none.
    property string backText
    default property alias trailing: side.data

    signal back()

    // Large words: the way back stands above the title.
    readonly property bool stacked: backText !== "" && width > 0 && backButton.implicitWidth > width * 0.34

    // A layout within a layout would take every height that is left.
    Layout.fillHeight: false

    columns: stacked ? 1 : 3
    columnSpacing: Theme.gap
    rowSpacing: Theme.smallGap

    TouchButton {
        id: backButton
        objectName: "backButton"
        visible: control.backText !== ""
        text: control.backText
        iconName: "arrow-left"
        variant: "outline"
        minimumHeight: Theme.isCounter ? Theme.target : Theme.primaryTarget
        Layout.alignment: Qt.AlignTop
        onClicked: control.back()
    }
    ColumnLayout {
        spacing: Theme.tinyGap / 2
        Layout.fillWidth: true
        Layout.minimumHeight: control.backText === "" || control.stacked ? 0 : Theme.isCounter ? Theme.target : Theme.primaryTarget

        Item { Layout.fillHeight: true }
        PlainText {
            text: control.title
            font: Theme.text.title
            Layout.fillWidth: true
            Accessible.role: Accessible.Heading
        }
        PlainText {
            text: control.subtitle
            visible: control.subtitle !== ""
            font: Theme.text.body
            color: Theme.quietInk
            Layout.fillWidth: true
        }
        Item { Layout.fillHeight: true }
    }
    RowLayout {
        id: side
        spacing: Theme.gap
        visible: visibleChildren.length > 0
    }
}
