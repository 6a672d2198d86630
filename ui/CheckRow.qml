// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

// A box and words. By itself only something to read (what to bring); `interactive` makes it a box to tick.
Pressable {
    id: control

    property bool interactive: false

    checkable: interactive
    enabled: interactive
    focusPolicy: interactive ? Qt.StrongFocus : Qt.NoFocus
    minimumHeight: interactive ? Theme.target : 0
    leftPadding: interactive ? Theme.tinyGap : 0
    rightPadding: leftPadding
    topPadding: Theme.tinyGap
    bottomPadding: Theme.tinyGap
    Accessible.role: interactive ? Accessible.CheckBox : Accessible.ListItem
    Accessible.checkable: interactive
    Accessible.checked: checked

    background: Rectangle {
        radius: Theme.smallRadius
        color: control.pressed ? Theme.primaryTint : "transparent"
    }

    contentItem: RowLayout {
        spacing: Theme.isCounter ? 12 : Theme.smallGap + 4

        Rectangle {
            implicitWidth: Math.round(Theme.text.body.pixelSize * 1.32)
            implicitHeight: implicitWidth
            radius: Math.round(implicitWidth * 0.2)
            color: control.checked ? Theme.primary : Theme.surface
            border.width: control.checked ? 0 : Math.max(2, Theme.lineWidth)
            border.color: Theme.controlLine
            Layout.alignment: Qt.AlignTop

            Icon {
                anchors.centerIn: parent
                visible: control.checked
                name: "check"
                color: Theme.onPrimary
                size: Math.round(parent.width * 0.8)
            }
        }
        PlainText {
            text: control.text
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter
            Accessible.ignored: true
        }
    }
}
