// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
// The C++ side of our own module is not imported by itself.
import Anjungan.Counter

// Somebody's PIN, by keys or by touch; never shown.
Sheet {
    id: sheet

    required property PinEntryViewModel entry

    signal dismissed()

    title: entry.title
    text: entry.text
    iconName: "lock"
    dismissible: true
    widest: 480
    onClosed: dismissed()
    onOpened: field.forceActiveFocus(Qt.TabFocusReason)

    SearchField {
        id: field
        objectName: "pin-field"
        focus: true
        iconName: "dots-horizontal"
        placeholderText: qsTr("PIN")
        text: sheet.entry.typed
        font: Theme.text.heading
        echoMode: TextInput.Password
        maximumLength: 32
        inputMethodHints: Qt.ImhDigitsOnly | Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
        validator: RegularExpressionValidator { regularExpression: /[0-9]*/ }
        Layout.fillWidth: true
        onTextChanged: sheet.entry.typed = text
        onAccepted: sheet.entry.submit()
    }
    PlainText {
        objectName: "pin-answer"
        visible: text !== ""
        text: sheet.entry.answer
        font: Theme.text.bodyStrong
        color: Theme.warn
        Layout.fillWidth: true
        Accessible.role: Accessible.AlertMessage
    }
    TouchKeyboard {
        digitsOnly: true
        spaceLabel: qsTr("Space")
        eraseName: qsTr("Erase")
        enterLabel: qsTr("Go on")
        Layout.fillWidth: true
        onTyped: text => field.typeText(text)
        onErased: field.erase()
        onEntered: sheet.entry.submit()
    }
    TouchButton {
        objectName: "pin-close"
        text: qsTr("Back")
        Layout.fillWidth: true
        onClicked: sheet.dismissed()
    }
}
