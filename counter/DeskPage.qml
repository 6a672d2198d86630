// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
// The C++ side of our own module is not imported by itself.
import Anjungan.Counter

// The desk: who waits at the left, who is here and what can be done at the right. A narrow window, or large words, show one
// part at a time.
FocusScope {
    id: page

    required property CounterViewModel vm

    readonly property DeskViewModel desk: vm.desk
    readonly property real textScale: Theme.text.userScale
    readonly property bool narrow: width / textScale < 1100
    readonly property int edge: narrow ? Theme.gap : Theme.margin
    // What a narrow window shows: 0 the citizen, 1 the lists, 2 the staff.
    property int part: 0
    readonly property bool occupied: desk.citizen.present

    onOccupiedChanged: if (occupied) part = 0

    Keys.onPressed: event => {
        if (page.desk.acts.press(event.key, event.modifiers, event.isAutoRepeat)) {
            event.accepted = true
        } else if (event.key === Qt.Key_Down && !event.isAutoRepeat) {
            page.part = 1
            panel.focusList()
            event.accepted = true
        } else if (event.key === Qt.Key_Escape) {
            page.part = 0
            page.forceActiveFocus()
            event.accepted = true
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.background
    }

    CounterTopBar {
        id: bar
        vm: page.vm
        narrow: page.narrow
        width: parent.width
    }
    Rectangle {
        id: tabs
        visible: page.narrow
        y: bar.height
        width: parent.width
        height: visible ? tabRow.implicitHeight : 0
        color: Theme.surface

        RowLayout {
            id: tabRow
            width: parent.width
            spacing: 0

            CounterTab {
                objectName: "part-citizen"
                text: qsTr("Counter")
                current: page.part === 0
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                onClicked: page.part = 0
            }
            CounterTab {
                objectName: "part-lists"
                text: qsTr("Queue")
                count: page.desk.waiting.count
                current: page.part === 1
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                onClicked: page.part = 1
            }
            CounterTab {
                objectName: "part-staff"
                text: qsTr("Staff")
                current: page.part === 2
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                onClicked: page.part = 2
            }
        }
    }
    LegPanel {
        id: panel
        desk: page.desk
        visible: !page.narrow || page.part === 1
        y: bar.height + tabs.height
        width: page.narrow ? parent.width : Math.round(390 * page.textScale)
        height: parent.height - y

        Rectangle {
            visible: !page.narrow
            width: Theme.thinLine
            height: parent.height
            anchors.right: parent.right
            color: Theme.line
        }
    }
    StaffPanel {
        desk: page.desk
        textScale: page.textScale
        visible: page.narrow && page.part === 2
        x: page.edge
        y: bar.height + tabs.height + page.edge
        width: parent.width - 2 * page.edge
        height: parent.height - y - page.edge
    }
    Card {
        id: card
        visible: !page.narrow || page.part === 0
        x: page.narrow ? page.edge : panel.width + page.edge
        y: bar.height + tabs.height + (page.narrow ? page.edge : Theme.wideGap)
        width: parent.width - x - page.edge
        height: actArea.y - y - (page.narrow ? Theme.gap : Theme.wideGap)
        padding: page.narrow ? Theme.padding : 26

        TouchScroll {
            id: scroll
            anchors.fill: parent
            moreName: qsTr("More below")
            ground: Theme.surface

            Item {
                width: parent.width
                implicitHeight: page.desk.citizen.present ? citizenCard.implicitHeight
                                                          : Math.max(emptyCard.implicitHeight, scroll.height)
                height: implicitHeight

                CitizenCard {
                    id: citizenCard
                    desk: page.desk
                    narrow: page.narrow && width / page.textScale < 620
                    visible: page.desk.citizen.present
                    width: parent.width
                }
                EmptyDeskCard {
                    id: emptyCard
                    desk: page.desk
                    visible: !page.desk.citizen.present
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width
                }
            }
        }
    }
    CounterActs {
        id: actArea
        visible: !page.narrow || page.part === 0
        acts: page.desk.acts
        textScale: page.textScale
        x: page.narrow ? page.edge : panel.width + page.edge
        y: page.narrow ? parent.height - height - page.edge : figures.y - height - Theme.wideGap
        width: parent.width - x - page.edge
        height: implicitHeight
    }
    CounterFigures {
        id: figures
        desk: page.desk
        textScale: page.textScale
        visible: !page.narrow && !notice.visible
        x: panel.width + page.edge
        y: parent.height - height - Theme.margin
        width: parent.width - x - page.edge
        height: implicitHeight
    }
    // Where the figures are, or the foot of the card: it covers, it does not push.
    CounterNotice {
        id: notice
        objectName: "notice"
        text: page.vm.noticeText
        tone: page.vm.noticeTone
        action: page.vm.noticeAction
        onActed: page.vm.confirmClock()
        x: actArea.x
        y: page.narrow ? (actArea.visible ? actArea.y : parent.height) - height - Theme.gap : figures.y + figures.height - height
        width: actArea.width
        height: page.narrow ? implicitHeight : Math.max(implicitHeight, figures.height)
    }
    DeskSheets {
        desk: page.desk
        onEnded: page.forceActiveFocus()
    }
}
