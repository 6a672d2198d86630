// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// A question over the page: title, text, and buttons put inside. It dims the page, catches every touch beside it and keeps
// the keyboard's focus. open() and close(); Escape and a touch outside close it only where `dismissible`.
T.Popup {
    id: control

    required property string title
    property string text
    property string iconName
    property string tone: "info"
    property bool dismissible: false
    property int widest: Theme.isCounter ? 560 : Math.round(880 * Theme.unit)
    default property alias actions: buttons.data

    parent: T.Overlay.overlay
    modal: true
    focus: true
    dim: true
    closePolicy: dismissible ? T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside : T.Popup.NoAutoClose
    width: parent ? Math.min(widest, parent.width - 2 * Theme.margin) : widest
    height: parent ? Math.min(column.implicitHeight + topPadding + bottomPadding, parent.height - Theme.markHeight - 2 * Theme.gap) : 0
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: parent ? Math.max(Theme.markHeight + Theme.gap, Math.round(top + (parent.height - top - height) / 2)) : 0
    padding: Theme.isCounter ? 28 : Math.round(48 * Theme.unit)

    readonly property int reach: parent ? Math.max(Theme.markHeight, Theme.reachTop(parent.width, parent.height)) : 0
    readonly property int top: parent && parent.height - reach > height ? reach : Theme.markHeight

    // Made with the window's size, which is not the content's where a face is drawn smaller than it is.
    T.Overlay.modal: Item {
        id: dimmer

        Rectangle {
            y: Theme.markHeight
            width: dimmer.parent ? dimmer.parent.width : 0
            height: dimmer.parent ? dimmer.parent.height - y : 0
            color: Theme.scrim
        }
    }

    enter: Transition {
        NumberAnimation {
            property: "scale"
            from: 0.97
            to: 1
            duration: Theme.durationShort
            easing.type: Easing.OutCubic
        }
    }

    background: Rectangle {
        color: Theme.surface
        radius: Theme.radius
        border.width: Theme.lineWidth
        border.color: Theme.line
    }

    TouchScroll {
        anchors.fill: parent

        ColumnLayout {
            id: column
            width: parent.width
            spacing: Theme.smallGap
            Accessible.role: Accessible.Dialog
            Accessible.name: control.title

            IconBadge {
                visible: control.iconName !== ""
                iconName: control.iconName
                iconColor: Theme.toneInk(control.tone)
                color: Theme.toneTint(control.tone)
                size: Math.round(Theme.text.heading.pixelSize * 2.6)
                round: true
                Layout.bottomMargin: Theme.tinyGap
            }
            PlainText {
                text: control.title
                font: Theme.text.title
                Layout.fillWidth: true
            }
            PlainText {
                text: control.text
                visible: control.text !== ""
                color: Theme.quietInk
                Layout.fillWidth: true
            }
            ColumnLayout {
                id: buttons
                spacing: Theme.smallGap
                Layout.fillWidth: true
                Layout.topMargin: Theme.gap
            }
        }
    }
}
