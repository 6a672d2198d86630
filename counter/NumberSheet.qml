// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
// The C++ side of our own module is not imported by itself.
import Anjungan.Counter

// A number, typed or tapped: called where this counter may, else told where it belongs.
Sheet {
    id: sheet

    required property NumberEntryViewModel entry

    signal dismissed()

    title: qsTr("Call a number")
    text: qsTr("Digits alone stand for %1.").arg(entry.prefix)
    dismissible: true
    widest: 520
    onClosed: dismissed()
    onOpened: field.forceActiveFocus(Qt.TabFocusReason)

    SearchField {
        id: field
        objectName: "number-field"
        focus: true
        iconName: "ticket-confirmation"
        placeholderText: qsTr("Number, such as %1-012").arg(sheet.entry.prefix)
        text: sheet.entry.typed
        font: Theme.text.heading
        maximumLength: 9
        inputMethodHints: Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText
        Layout.fillWidth: true
        onTextEdited: sheet.entry.typed = text
        onTextChanged: sheet.entry.typed = text
        onAccepted: sheet.entry.submit()
    }
    PlainText {
        objectName: "number-answer"
        visible: text !== ""
        text: sheet.entry.answer
        font: Theme.text.bodyStrong
        color: sheet.entry.given === "" ? Theme.warn : Theme.ink
        Layout.fillWidth: true
        Accessible.role: Accessible.AlertMessage
    }
    NumberText {
        objectName: "number-given"
        visible: text !== ""
        text: sheet.entry.given
        font.family: Theme.fontFamily
        font.weight: Font.Bold
        font.pixelSize: Math.round(Theme.text.number.pixelSize * 0.6)
        color: Theme.primaryInk
        Layout.alignment: Qt.AlignHCenter
    }
    TouchButton {
        id: offer
        objectName: "number-offer"
        visible: sheet.entry.offerText !== ""
        text: sheet.entry.offerText
        iconName: sheet.entry.offerIcon
        variant: "primary"
        leading: true
        Layout.fillWidth: true
        onVisibleChanged: visible ? forceActiveFocus(Qt.TabFocusReason) : field.forceActiveFocus(Qt.TabFocusReason)
        onClicked: sheet.entry.accept()
    }
    TouchKeyboard {
        digitsOnly: true
        spaceLabel: qsTr("Space")
        eraseName: qsTr("Erase")
        enterLabel: qsTr("Call")
        Layout.fillWidth: true
        onTyped: text => field.typeText(text)
        onErased: field.erase()
        onEntered: sheet.entry.submit()
    }
    TouchButton {
        objectName: "number-close"
        text: qsTr("Close")
        variant: "quiet"
        Layout.fillWidth: true
        onClicked: sheet.dismissed()
    }
}
