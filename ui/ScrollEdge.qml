// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Shows over a Flickable where there is more: a line in the margin at its right, and a button at its foot that goes a page
// on.
Item {
    id: edge

    required property Flickable view
    // What the button says to a reader.
    property string moreName

    readonly property bool needed: view.contentHeight > view.height + 1
    readonly property bool atEnd: view.contentY >= view.contentHeight + view.originY - view.height - 2

    function pageDown(): void {
        const last = view.originY + view.contentHeight - view.height
        slide.from = view.contentY
        slide.to = Math.min(last, view.contentY + Math.round(view.height * 0.8))
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

    Pressable {
        id: more
        objectName: "moreButton"
        visible: edge.needed && !edge.atEnd
        accessibleName: edge.moreName
        focusPolicy: Qt.NoFocus
        minimumHeight: Theme.isCounter ? 44 : Theme.target
        minimumWidth: minimumHeight
        width: minimumWidth
        height: minimumHeight
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        onClicked: edge.pageDown()

        background: Rectangle {
            radius: height / 2
            color: more.pressed ? Theme.pressed : Theme.surface
            border.width: Theme.lineWidth
            border.color: Theme.controlLine
        }
        contentItem: Icon {
            name: "chevron-down"
            color: more.pressed ? Theme.inkOnPressed : Theme.primary
        }
    }
}
