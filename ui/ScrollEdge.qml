// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

// Shows over a Flickable where there is more: a line in the margin at its right, and a strip at its foot that goes a page
// on. The strip has the whole width, so that no half line of text stands beside or under it; it leaves at the end. A view
// too low to give up a strip has a round button in its corner instead.
Item {
    id: edge

    required property Flickable view
    // What the strip says.
    property string moreName
    // What the view lies on.
    property color ground: Theme.background

    readonly property bool needed: view.contentHeight > view.height + 1
    readonly property bool atEnd: view.contentY >= view.contentHeight + view.originY - view.height - 2
    readonly property bool roomy: view.height >= 5 * more.height
    // What the strip takes of the view.
    readonly property int footRoom: roomy ? more.height : 0

    function pageDown(): void {
        const last = view.originY + view.contentHeight - view.height
        slide.from = view.contentY
        slide.to = Math.min(last, view.contentY + Math.round((view.height - footRoom) * 0.85))
        if (slide.duration === 0)
            view.contentY = slide.to
        else
            slide.restart()
    }

    NumberAnimation {
        id: slide
        target: edge.view
        property: "contentY"
        duration: Theme.durationLong
        easing.type: Easing.OutCubic
    }

    Rectangle {
        id: track
        visible: edge.needed
        anchors.left: parent.right
        anchors.leftMargin: Theme.isCounter ? 4 : Math.round(18 * Theme.unit)
        width: Theme.isCounter ? 4 : Math.round(6 * Theme.unit)
        height: parent.height
        radius: width / 2
        color: Theme.track
        border.width: Theme.highContrast ? 1 : 0
        border.color: Theme.line

        Rectangle {
            width: parent.width
            radius: width / 2
            height: Math.max(parent.width * 4, Math.round(parent.height * edge.view.visibleArea.heightRatio))
            y: Math.round((parent.height - height) * Math.max(0, Math.min(1,
                edge.view.visibleArea.yPosition / Math.max(0.0001, 1 - edge.view.visibleArea.heightRatio))))
            color: Theme.highContrast ? Theme.accent : Theme.quietInk
        }
    }

    // The content sinks into the strip.
    Rectangle {
        visible: more.visible && edge.roomy && !Theme.highContrast
        width: parent.width
        height: Theme.gap
        anchors.bottom: more.top
        gradient: Gradient {
            GradientStop { position: 0; color: Qt.rgba(edge.ground.r, edge.ground.g, edge.ground.b, 0) }
            GradientStop { position: 1; color: edge.ground }
        }
    }
    Pressable {
        id: more
        objectName: "moreButton"
        visible: edge.needed && !edge.atEnd
        accessibleName: edge.moreName
        focusPolicy: Qt.NoFocus
        minimumHeight: Theme.isCounter ? 44 : Theme.target
        padding: 0
        width: edge.roomy ? parent.width : minimumHeight
        height: minimumHeight
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        onClicked: edge.pageDown()

        background: Rectangle {
            color: more.pressed ? Theme.pressed : edge.ground
            radius: edge.roomy ? 0 : height / 2
            border.width: edge.roomy ? 0 : Theme.lineWidth
            border.color: Theme.controlLine

            Rectangle {
                visible: Theme.highContrast && edge.roomy
                width: parent.width
                height: Theme.thinLine
                color: Theme.line
            }
        }
        contentItem: MoreContent {
            text: edge.roomy ? edge.moreName : ""
            color: more.pressed ? Theme.inkOnPressed : Theme.primary
        }
    }
}
