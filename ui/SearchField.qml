// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

// One line to type in, for keys and for TouchKeyboard: connect its `typed` and `erased` to typeText() and erase().
T.TextField {
    id: control

    property string iconName: "magnify"
    // The words of the button that empties the field; without them there is none.
    property string clearText
    property string accessibleName: placeholderText

    readonly property int before: iconName === "" ? 0 : glyph.size + Theme.gap

    function typeText(words: string): void {
        insert(cursorPosition, words)
    }

    function erase(): void {
        if (selectionEnd > selectionStart)
            remove(selectionStart, selectionEnd)
        else if (cursorPosition > 0)
            remove(cursorPosition - 1, cursorPosition)
    }

    implicitWidth: 320
    implicitHeight: Math.max(Theme.isCounter ? Theme.target : Theme.primaryTarget + Theme.tinyGap,
                             Math.ceil(contentHeight) + topPadding + bottomPadding,
                             Math.ceil(hint.implicitHeight) + topPadding + bottomPadding)
    leftPadding: Theme.padding + before
    rightPadding: Theme.padding + (wipe.visible ? wipe.width : 0)
    topPadding: Theme.smallGap
    bottomPadding: Theme.smallGap
    verticalAlignment: TextInput.AlignVCenter
    font: Theme.text.label
    color: Theme.ink
    selectionColor: Theme.primary
    selectedTextColor: Theme.inkOnPrimary
    placeholderTextColor: Theme.quietInk
    inputMethodHints: Qt.ImhNoPredictiveText
    Accessible.role: Accessible.EditableText
    Accessible.name: accessibleName

    background: Rectangle {
        radius: Theme.radius
        color: Theme.surface
        border.width: control.activeFocus ? Theme.focusWidth : Theme.lineWidth
        border.color: control.activeFocus ? Theme.primary : Theme.controlLine
    }

    cursorDelegate: Rectangle {
        visible: control.activeFocus
        width: Math.max(3, Theme.lineWidth)
        color: Theme.primary
    }

    Icon {
        id: glyph
        name: control.iconName
        color: Theme.quietInk
        x: Theme.padding
        anchors.verticalCenter: parent.verticalCenter
    }
    PlainText {
        id: hint
        visible: control.length === 0 && control.preeditText === ""
        text: control.placeholderText
        font.family: control.font.family
        font.pixelSize: control.font.pixelSize
        color: Theme.quietInk
        x: control.leftPadding
        width: control.width - control.leftPadding - control.rightPadding
        anchors.verticalCenter: parent.verticalCenter
        Accessible.ignored: true
    }
    TouchButton {
        id: wipe
        objectName: "clearButton"
        visible: control.clearText !== "" && control.length > 0
        text: control.clearText
        iconName: "close"
        variant: "quiet"
        focusPolicy: Qt.NoFocus
        anchors.right: parent.right
        anchors.rightMargin: Theme.smallGap
        anchors.verticalCenter: parent.verticalCenter
        onClicked: control.clear()
    }
}
