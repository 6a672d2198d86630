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
    // A number before the words, and a short fact after them.
    property string lead
    property string trailing
    property string trailingTone: "neutral"
    // One of many in a dense list: no card of its own, a line below.
    property bool flat: false
    // The one that comes next.
    property bool emphasis: false

    readonly property color titleColor: pressed ? Theme.inkOnPressed : Theme.ink

    minimumHeight: Theme.primaryTarget
    leftPadding: flat ? Theme.gap + Theme.tinyGap : Theme.padding + Theme.tinyGap
    rightPadding: flat ? leftPadding : Theme.padding
    topPadding: Theme.isCounter ? 12 : Theme.wideGap - 4
    bottomPadding: topPadding
    text: title
    accessibleName: spoken()

    function spoken(): string {
        let words = lead === "" ? title : lead + ", " + title
        if (subtitle !== "")
            words += ", " + subtitle
        for (let i = 0; i < meta.length; ++i)
            words += ", " + meta[i].text
        if (trailing !== "")
            words += ", " + trailing
        return actionText === "" ? words : words + ", " + actionText
    }

    background: Rectangle {
        radius: control.flat ? 0 : Theme.radius
        color: control.pressed ? Theme.pressed : control.emphasis ? Theme.primaryTint
             : control.closed ? Theme.closed : Theme.surface
        border.width: control.flat ? 0 : Theme.lineWidth
        border.color: control.pressed ? color : Theme.line

        Rectangle {
            visible: control.emphasis
            width: Theme.focusWidth + 1
            height: parent.height
            color: Theme.primary
        }
        Divider {
            visible: control.flat && !control.emphasis
            x: control.leftPadding
            width: parent.width - control.leftPadding - control.rightPadding
            anchors.bottom: parent.bottom
        }
    }

    contentItem: RowLayout {
        spacing: Theme.gap

        IconBadge {
            visible: control.iconName !== ""
            iconName: control.iconName
            color: control.pressed || control.closed ? "transparent" : Theme.primaryTint
            iconColor: control.pressed ? Theme.inkOnPressed : Theme.primary
        }
        NumberText {
            text: control.lead
            visible: control.lead !== ""
            font.family: Theme.fontFamily
            font.pixelSize: Math.round(Theme.text.heading.pixelSize * 1.1)
            font.weight: Font.Bold
            color: control.titleColor
        }
        ColumnLayout {
            spacing: control.flat ? 0 : Math.round(Theme.tinyGap * 1.5)
            Layout.fillWidth: true

            PlainText {
                text: control.title
                font: control.flat ? Theme.text.body : Theme.text.heading
                color: control.titleColor
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            PlainText {
                text: control.subtitle
                visible: control.subtitle !== ""
                font: Theme.text.caption
                color: control.pressed ? Theme.inkOnPressed : Theme.quietInk
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            MetaRow {
                items: control.meta
                visible: control.meta.length > 0
                overrideColor: control.pressed ? Theme.inkOnPressed : "transparent"
                Layout.fillWidth: true
            }
        }
        PlainText {
            text: control.actionText
            visible: control.actionText !== ""
            font: Theme.text.bodyStrong
            color: control.pressed ? Theme.inkOnPressed : Theme.primary
            horizontalAlignment: Text.AlignRight
            Layout.maximumWidth: Math.round(control.availableWidth * 0.4)
            Accessible.ignored: true
        }
        PlainText {
            text: control.trailing
            visible: control.trailing !== ""
            color: control.pressed ? Theme.inkOnPressed : Theme.toneInk(control.trailingTone)
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Icon {
            visible: control.showChevron
            name: "chevron-right"
            color: control.pressed ? Theme.inkOnPressed : Theme.quietInk
            Layout.preferredWidth: size
            Layout.preferredHeight: size
        }
    }
}
