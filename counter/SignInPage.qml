// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
// The C++ side of our own module is not imported by itself.
import Anjungan.Counter

// Which counter, and who sits there.
FocusScope {
    id: page

    required property CounterViewModel vm

    readonly property SignInViewModel signIn: vm.signIn
    readonly property real textScale: Theme.text.userScale
    readonly property bool narrow: width / textScale < 700
    readonly property int edge: narrow ? Theme.gap : Theme.margin
    readonly property bool choosesCounter: signIn.step === SignInViewModel.ChooseCounter

    onChoosesCounterChanged: focusChoices()
    Component.onCompleted: focusChoices()

    function focusChoices(): void {
        const grid = choosesCounter ? counters : people
        grid.currentIndex = 0
        grid.forceActiveFocus(Qt.TabFocusReason)
    }

    Keys.onEscapePressed: if (!page.choosesCounter) page.signIn.back()

    Rectangle {
        anchors.fill: parent
        color: Theme.background
    }
    Rectangle {
        id: bar
        width: parent.width
        height: barRow.implicitHeight + 2 * Theme.gap
        color: Theme.surface

        RowLayout {
            id: barRow
            anchors.fill: parent
            anchors.leftMargin: page.edge
            anchors.rightMargin: page.edge
            spacing: Theme.gap

            PlainText {
                text: page.signIn.siteName
                font: Theme.text.label
                Layout.fillWidth: true
            }
            Icon {
                name: page.vm.connectionIcon
                color: Theme.toneInk(page.vm.connectionTone)
                Layout.preferredWidth: size
                Layout.preferredHeight: size
            }
            PlainText {
                text: page.vm.connectionText
                font: Theme.text.caption
                color: Theme.quietInk
                Layout.maximumWidth: Math.round(page.width * 0.3)
            }
            NumberText {
                text: page.vm.clockText
                font: Theme.text.heading
            }
        }
        Divider {
            width: parent.width
            anchors.bottom: parent.bottom
        }
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.topMargin: bar.height + Theme.wideGap
        anchors.leftMargin: page.edge
        anchors.rightMargin: page.edge
        spacing: Theme.wideGap

        PageHeader {
            title: page.choosesCounter ? qsTr("Which counter do you open?") : qsTr("Who sits here?")
            subtitle: page.choosesCounter ? qsTr("A counter with a name on it is in use.")
                                          : page.signIn.counterTitle + "  ·  " + page.signIn.agencyName
            backText: page.choosesCounter ? "" : qsTr("Another counter")
            Layout.fillWidth: true
            Layout.fillHeight: false
            onBack: page.signIn.back()
        }
        CounterNotice {
            objectName: "sign-in-notice"
            text: page.vm.noticeText
            tone: page.vm.noticeTone
            Layout.fillWidth: true
        }
        CounterChoices {
            id: counters
            objectName: "counter-choices"
            kind: "counter"
            textScale: page.textScale
            model: page.signIn.counters
            visible: page.choosesCounter
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.rightMargin: -Theme.gap
            onChosen: row => page.signIn.chooseCounter(row)
        }
        CounterChoices {
            id: people
            objectName: "people-choices"
            kind: "person"
            textScale: page.textScale
            model: page.signIn.people
            visible: !page.choosesCounter && count > 0
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.rightMargin: -Theme.gap
            onChosen: row => page.signIn.choosePerson(row)
        }
        EmptyState {
            visible: !page.choosesCounter && people.count === 0
            iconName: "account-plus"
            title: qsTr("No staff are registered yet")
            text: qsTr("Ask the manager to register you; your name then appears here.")
            Layout.fillWidth: true
            Layout.fillHeight: false
        }
        Item {
            visible: !page.choosesCounter && people.count === 0
            Layout.fillHeight: true
        }
    }
    PinSheet {
        entry: page.signIn.pin
        visible: page.signIn.step === SignInViewModel.EnterPin
        onDismissed: if (page.signIn.step === SignInViewModel.EnterPin) page.signIn.back()
    }
    Sheet {
        id: takeOver
        title: qsTr("Take over %1?").arg(page.signIn.counterTitle)
        text: page.signIn.takeOverText
        iconName: "account-switch"
        tone: "warn"
        dismissible: true
        visible: page.signIn.step === SignInViewModel.ConfirmTakeOver
        onClosed: if (page.signIn.step === SignInViewModel.ConfirmTakeOver) page.signIn.back()
        onOpened: keep.forceActiveFocus(Qt.TabFocusReason)

        ButtonRow {
            Layout.fillWidth: true

            TouchButton {
                id: keep
                objectName: "take-over-cancel"
                focus: true
                text: qsTr("Leave it")
                large: true
                onClicked: page.signIn.back()
            }
            TouchButton {
                objectName: "take-over-confirm"
                text: qsTr("Take over")
                variant: "primary"
                onClicked: page.signIn.confirmTakeOver()
            }
        }
    }
}
