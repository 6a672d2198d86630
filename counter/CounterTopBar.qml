// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
// The C++ side of our own module is not imported by itself.
import Anjungan.Counter

// Which counter, who sits here, and whether the machine is connected.
Rectangle {
    id: bar

    required property CounterViewModel vm
    // A narrow window: break, person and sign-out stand elsewhere.
    required property bool narrow

    implicitHeight: row.implicitHeight + 2 * row.anchors.margins
    color: Theme.surface

    RowLayout {
        id: row
        anchors.fill: parent
        anchors.leftMargin: bar.narrow ? Theme.gap : Theme.padding
        anchors.rightMargin: anchors.leftMargin
        anchors.margins: Theme.smallGap
        spacing: Theme.gap

        CounterBadge {
            label: bar.vm.desk.counterLabel
        }
        GridLayout {
            columns: bar.narrow ? 1 : 2
            columnSpacing: Theme.gap
            rowSpacing: 0
            Layout.fillWidth: true

            PlainText {
                objectName: "counter-title"
                text: bar.vm.desk.counterTitle
                font: Theme.text.heading
                wrapMode: Text.NoWrap
            }
            PlainText {
                text: bar.vm.desk.agencyName
                color: Theme.quietInk
                Layout.fillWidth: true
            }
        }
        Icon {
            name: bar.vm.connectionIcon
            color: Theme.toneInk(bar.vm.connectionTone)
            Layout.preferredWidth: size
            Layout.preferredHeight: size
        }
        PlainText {
            objectName: "connection"
            text: bar.vm.connectionText
            font: Theme.text.caption
            color: Theme.quietInk
            Layout.leftMargin: -Theme.tinyGap
            Layout.maximumWidth: Math.round(bar.width * 0.3)
        }
        TouchButton {
            objectName: "act-pause"
            visible: !bar.narrow
            text: bar.vm.desk.paused ? qsTr("End the break") : qsTr("Break")
            iconName: bar.vm.desk.paused ? "play" : "pause"
            shortcutHint: "F10"
            variant: "quiet"
            minimumHeight: Math.max(48, Math.round(Theme.text.label.pixelSize * 2.6))
            focusPolicy: Qt.TabFocus
            onClicked: bar.vm.desk.acts.perform(DeskActs.TogglePause)
        }
        TouchButton {
            objectName: "sign-out"
            visible: !bar.narrow
            text: bar.vm.desk.staffName
            accessibleName: qsTr("%1, sign out").arg(bar.vm.desk.staffName)
            iconName: "sign-out"
            variant: "quiet"
            leading: true
            minimumHeight: Math.max(48, Math.round(Theme.text.label.pixelSize * 2.6))
            topPadding: 4
            bottomPadding: 4
            labelFont: text.length > 24 ? Theme.text.captionStrong : Theme.text.label
            focusPolicy: Qt.TabFocus
            Layout.maximumWidth: Math.round(bar.width * 0.3)
            onClicked: bar.vm.desk.askSignOut()
        }
        NumberText {
            objectName: "clock"
            text: bar.vm.clockText
            font: Theme.text.heading
        }
    }
    Divider {
        width: parent.width
        anchors.bottom: parent.bottom
    }
}
