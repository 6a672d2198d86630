// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

// The head of a page: the way back, what this page is, and of what. What is put inside stands at the right.
RowLayout {
    id: control

    required property string title
    property string subtitle
    // The back button's words; without them there is none.
    property string backText
    default property alias trailing: side.data

    signal back()

    spacing: Theme.gap

    TouchButton {
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
        Layout.minimumHeight: control.backText === "" ? 0 : Theme.isCounter ? Theme.target : Theme.primaryTarget

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
