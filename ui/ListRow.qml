// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

// One line of a list one may choose from. A closed row is still pressable: it leads to why and when.
Pressable {
    id: control

    required property string title
    property string subtitle
    // See MetaRow.
    property var meta: []
    property string iconName
    property bool closed: false
    // Words at the right instead of a chevron.
    property string actionText
    property bool showChevron: actionText === ""

    readonly property color titleColor: pressed ? Theme.onPressed : Theme.ink

    minimumHeight: Theme.primaryTarget
    leftPadding: Theme.padding + Theme.tinyGap
    rightPadding: Theme.padding
    topPadding: Theme.isCounter ? 12 : Theme.wideGap - 4
    bottomPadding: topPadding
    text: title
    accessibleName: spoken()

    function spoken(): string {
        let words = title
        if (subtitle !== "")
            words += ", " + subtitle
        for (let i = 0; i < meta.length; ++i)
            words += ", " + meta[i].text
        return actionText === "" ? words : words + ", " + actionText
    }

    background: Rectangle {
        radius: Theme.radius
        color: control.pressed ? Theme.pressed : control.closed ? Theme.closed : Theme.surface
        border.width: Theme.lineWidth
        border.color: control.pressed ? color : Theme.line
    }

    contentItem: RowLayout {
        spacing: Theme.gap

        IconBadge {
            visible: control.iconName !== ""
            iconName: control.iconName
            color: control.pressed || control.closed ? "transparent" : Theme.primaryTint
            iconColor: control.pressed ? Theme.onPressed : Theme.primary
        }
        ColumnLayout {
            spacing: Math.round(Theme.tinyGap * 1.5)
            Layout.fillWidth: true

            PlainText {
                text: control.title
                font: Theme.text.heading
                color: control.titleColor
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            PlainText {
                text: control.subtitle
                visible: control.subtitle !== ""
                font: Theme.text.caption
                color: control.pressed ? Theme.onPressed : Theme.quietInk
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            MetaRow {
                items: control.meta
                visible: control.meta.length > 0
                overrideColor: control.pressed ? Theme.onPressed : "transparent"
                Layout.fillWidth: true
            }
        }
        PlainText {
            text: control.actionText
            visible: control.actionText !== ""
            font: Theme.text.bodyStrong
            color: control.pressed ? Theme.onPressed : Theme.primary
            horizontalAlignment: Text.AlignRight
            Layout.maximumWidth: Math.round(control.availableWidth * 0.4)
            Accessible.ignored: true
        }
        Icon {
            visible: control.showChevron
            name: "chevron-right"
            color: control.pressed ? Theme.onPressed : Theme.quietInk
            Layout.preferredWidth: size
            Layout.preferredHeight: size
        }
    }
}
