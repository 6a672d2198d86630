// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui

// How many: by touch one at a time, by keys with the arrows or by typing the figure.
FocusScope {
    id: stepper

    required property int value
    required property int most
    required property string label

    signal asked(value: int)

    // Digits go on from here until something else is pressed.
    property int typed: 0

    implicitWidth: row.implicitWidth
    implicitHeight: row.implicitHeight
    activeFocusOnTab: true
    Accessible.role: Accessible.SpinBox
    Accessible.name: label + ", " + value

    onActiveFocusChanged: typed = 0

    function step(by: int): void {
        typed = 0
        asked(value + by)
    }

    Keys.onPressed: event => {
        event.accepted = true
        if (event.key === Qt.Key_Left || event.key === Qt.Key_Minus) {
            stepper.step(-1)
        } else if (event.key === Qt.Key_Right || event.key === Qt.Key_Plus) {
            stepper.step(1)
        } else if (event.key >= Qt.Key_0 && event.key <= Qt.Key_9) {
            const next = stepper.typed * 10 + event.key - Qt.Key_0
            stepper.typed = next > stepper.most ? event.key - Qt.Key_0 : next
            stepper.asked(stepper.typed)
        } else if (event.key === Qt.Key_Backspace) {
            stepper.typed = Math.floor(stepper.value / 10)
            stepper.asked(stepper.typed)
        } else {
            event.accepted = false
        }
    }

    FocusRing {
        shown: stepper.activeFocus
        around: Theme.smallRadius
    }
    RowLayout {
        id: row
        anchors.fill: parent
        spacing: Theme.smallGap

        TouchButton {
            objectName: "quantity-less"
            accessibleName: qsTr("One less")
            text: "−" // not translated: a sign
            enabled: stepper.value > 1
            minimumWidth: Theme.target
            autoRepeat: true
            focusPolicy: Qt.NoFocus
            onClicked: stepper.step(-1)
        }
        Item {
            implicitHeight: figure.implicitHeight
            Layout.minimumWidth: Math.round(figure.font.pixelSize * 2.4)
            Layout.fillWidth: true

            NumberText {
                id: figure
                objectName: "quantity"
                anchors.centerIn: parent
                text: "" + stepper.value
                font.family: Theme.fontFamily
                font.pixelSize: Math.round(Theme.text.heading.pixelSize * 1.2)
                font.weight: Font.Bold
            }
        }
        TouchButton {
            objectName: "quantity-more"
            accessibleName: qsTr("One more")
            text: "+" // not translated: a sign
            enabled: stepper.value < stepper.most
            minimumWidth: Theme.target
            autoRepeat: true
            focusPolicy: Qt.NoFocus
            onClicked: stepper.step(1)
        }
    }
}
