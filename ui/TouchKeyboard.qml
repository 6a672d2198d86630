// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// Letters and digits for a finger. It only says what was pressed; whoever has the field does the writing.
ColumnLayout {
    id: control

    // Words on the keys that have any, given by the face.
    required property string spaceLabel
    required property string eraseName
    // The key that is finished with typing; without words there is none.
    property string enterLabel
    // Drawn and emitted in capitals.
    property bool capitals: true
    property bool digitsOnly: false
    // Characters beside the last letters, at most three.
    property string extras: "-./"

    readonly property var lines: digitsOnly ? ["123", "456", "789"] : ["1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM" + extras]
    readonly property int keyGap: Theme.isCounter ? 6 : Math.round(8 * Theme.unit)

    signal typed(text: string)
    signal erased()
    signal entered()

    spacing: keyGap
    implicitWidth: 600

    Repeater {
        model: control.lines

        RowLayout {
            id: line
            required property string modelData
            spacing: control.keyGap
            Layout.fillWidth: true
            // A line with fewer keys is indented, so that all keys are equally wide.
            readonly property int columns: control.digitsOnly ? 3 : 10
            readonly property real keyWidth: (control.width - (columns - 1) * control.keyGap) / columns
            Layout.leftMargin: Math.round((columns - modelData.length) * (keyWidth + control.keyGap) / 2)
            Layout.rightMargin: Layout.leftMargin

            Repeater {
                model: line.modelData.length

                KeyCap {
                    required property int index
                    readonly property string character: control.capitals ? line.modelData.charAt(index)
                                                                         : line.modelData.charAt(index).toLowerCase()
                    objectName: "key_" + character
                    text: character
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    onClicked: control.typed(character)
                }
            }
        }
    }
    RowLayout {
        spacing: control.keyGap
        Layout.fillWidth: true

        KeyCap {
            objectName: "key_space"
            visible: !control.digitsOnly
            text: control.spaceLabel
            Layout.fillWidth: true
            Layout.preferredWidth: 5
            onClicked: control.typed(" ")
        }
        KeyCap {
            objectName: "key_zero"
            visible: control.digitsOnly
            text: "0"
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            onClicked: control.typed("0")
        }
        KeyCap {
            objectName: "key_erase"
            accessibleName: control.eraseName
            iconName: "backspace"
            autoRepeat: true
            autoRepeatDelay: 500
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            onClicked: control.erased()
        }
        KeyCap {
            objectName: "key_enter"
            visible: control.enterLabel !== ""
            text: control.enterLabel
            strong: true
            Layout.fillWidth: true
            Layout.preferredWidth: 3
            onClicked: control.entered()
        }
    }
}
