// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
// The C++ side of our own module is not imported by itself.
import Anjungan.Display

// Beside the calls: the time, the earlier calls as far as they fit, and what to know.
Rectangle {
    id: control

    required property BoardViewModel vm
    required property BoardScale sizes

    readonly property int padding: sizes.px(44)

    color: Theme.background

    function fits(row: int): bool {
        return earlier.y + earlierTitle.height + (row + 1) * sizes.px(88) <= notes.y - sizes.px(12)
    }

    Rectangle {
        visible: Theme.highContrast
        width: Theme.lineWidth
        height: parent.height
        color: Theme.line
    }
    GridLayout {
        id: clock
        readonly property bool narrow: time.implicitWidth + date.implicitWidth + columnSpacing > width

        columns: narrow ? 1 : 2
        x: control.padding
        y: control.sizes.px(36)
        width: parent.width - 2 * control.padding
        columnSpacing: control.sizes.px(16)
        rowSpacing: control.sizes.px(8)

        NumberText {
            id: time
            objectName: "board-time"
            text: control.vm.time
            font: control.sizes.font(80, Font.Bold)
            color: Theme.ink
        }
        Column {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter

            PlainText {
                objectName: "board-weekday"
                text: control.vm.weekday
                width: parent.width
                font: control.sizes.font(30, Font.DemiBold)
                color: Theme.ink
                horizontalAlignment: clock.narrow ? Text.AlignLeft : Text.AlignRight
            }
            PlainText {
                id: date
                objectName: "board-date"
                text: control.vm.date
                width: parent.width
                font: control.sizes.font(30, Font.Normal)
                color: Theme.quietInk
                horizontalAlignment: clock.narrow ? Text.AlignLeft : Text.AlignRight
            }
        }
    }
    ColumnLayout {
        id: earlier
        visible: control.vm.recentCalls.count > 0 && control.fits(0)
        x: control.padding
        anchors.top: clock.bottom
        anchors.topMargin: control.sizes.px(28)
        width: parent.width - 2 * control.padding
        spacing: 0

        PlainText {
            id: earlierTitle
            text: qsTr("Earlier calls")
            font: control.sizes.font(36, Font.DemiBold)
            color: Theme.quietInk
            Layout.fillWidth: true
        }
        Repeater {
            model: control.vm.recentCalls

            BoardRecentRow {
                required property int index
                objectName: "recent-row-" + index
                sizes: control.sizes
                visible: control.fits(index)
                Layout.fillWidth: true
            }
        }
    }

    ColumnLayout {
        id: notes
        x: control.padding
        anchors.bottom: parent.bottom
        anchors.bottomMargin: control.sizes.px(28)
        width: parent.width - 2 * control.padding
        spacing: control.sizes.px(18)

        BoardNote {
            objectName: "board-missed"
            visible: control.vm.missed.length > 0
            sizes: control.sizes
            tone: "warn"
            iconName: "information"
            title: qsTr("Missed: %1").arg(control.vm.missedLine)
            text: qsTr("Please speak to a member of staff")
            Layout.fillWidth: true
        }
        BoardNote {
            objectName: "board-voice-problem"
            visible: control.vm.voiceProblem !== ""
            sizes: control.sizes
            tone: "warn"
            iconName: "volume-off"
            title: control.vm.voiceProblem
            Layout.fillWidth: true
        }
        BoardNote {
            objectName: "board-help"
            // As long as there is room to spare.
            visible: control.vm.helpPlace !== "" && control.vm.recentCalls.count <= 2
                     && control.vm.missed.length === 0 && control.vm.voiceProblem === ""
            sizes: control.sizes
            iconName: "account"
            title: qsTr("Need help?")
            text: control.vm.helpPlace
            Layout.fillWidth: true
        }
        BoardNote {
            objectName: "board-phone-hint"
            visible: control.vm.phonePage
            sizes: control.sizes
            iconName: "qrcode-scan"
            text: qsTr("Scan the code on your slip to follow your turn")
            Layout.fillWidth: true
        }
    }
}
