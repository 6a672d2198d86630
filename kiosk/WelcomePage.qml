// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
import Anjungan.Kiosk

// The first page: take a number, the services people come for most, and what one may read before.
Item {
    id: page

    required property KioskViewModel vm

    readonly property bool wide: Theme.textScale < 1.2
    // Without frequent services what is left takes the room.
    readonly property bool bare: vm.frequent.count === 0

    TouchScroll {
        id: scroll
        anchors.fill: parent
        moreName: qsTr("Show more")

        Item {
            width: parent.width
            height: Math.max(scroll.height, header.height - header.overlap + column.implicitHeight + Theme.wideGap)

            WelcomeHeader {
                id: header
                visible: !Theme.lowReach
                width: parent.width
                height: visible ? implicitHeight : 0
                welcome: page.vm.welcome
                overlap: visible ? Theme.wideGap : -Theme.wideGap
            }
            ColumnLayout {
                id: column
                x: Theme.margin
                y: header.height - header.overlap
                width: parent.width - 2 * Theme.margin
                height: parent.height - y - Theme.wideGap
                spacing: Theme.gap

                Tile {
                    objectName: "take-number"
                    visible: page.vm.welcome.open
                    variant: "accent"
                    title: qsTr("Take a queue number")
                    subtitle: qsTr("Choose an agency and a service")
                    iconName: "ticket"
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.maximumHeight: Math.max(implicitHeight, Math.round(Theme.primaryTarget * (page.bare ? 4.5 : 3)))
                    onClicked: page.vm.start()
                }
                ClosedCard {
                    objectName: "site-closed"
                    visible: !page.vm.welcome.open
                    text: page.vm.welcome.closedLine
                    Layout.fillWidth: true
                }
                Repeater {
                    model: page.vm.welcome.notices

                    Banner {
                        required property var modelData
                        objectName: "notice"
                        title: modelData.title
                        text: modelData.text
                        tone: modelData.tone
                        iconName: modelData.icon
                        Layout.fillWidth: true
                    }
                }
                PlainText {
                    visible: page.vm.frequent.count > 0
                    text: qsTr("Most asked for")
                    font: Theme.text.label
                    color: Theme.quietInk
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.tinyGap
                }
                GridLayout {
                    visible: page.vm.frequent.count > 0
                    columns: page.wide ? 2 : 1
                    columnSpacing: Theme.gap
                    rowSpacing: Theme.gap
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.maximumHeight: Math.max(implicitHeight, Math.ceil(page.vm.frequent.count / columns) * Theme.primaryTarget * 2)

                    Repeater {
                        model: page.vm.frequent

                        Tile {
                            required property int index
                            required property string serviceId
                            required property string tileTitle
                            required iconName
                            required property string status
                            required closed
                            objectName: "frequent-" + serviceId
                            title: tileTitle
                            warns: closed && page.vm.welcome.open
                            subtitle: page.vm.welcome.open ? status : qsTr("See what to bring")
                            Layout.fillWidth: true
                            Layout.fillHeight: true
                            Layout.preferredWidth: 1
                            // The last of an odd number leaves no hole beside it.
                            Layout.columnSpan: page.wide && page.vm.frequent.count % 2 === 1
                                               && index === page.vm.frequent.count - 1 ? 2 : 1
                            onClicked: page.vm.openService(serviceId)
                        }
                    }
                }
                GridLayout {
                    columns: page.wide ? 2 : 1
                    columnSpacing: Theme.gap
                    rowSpacing: Theme.gap
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.topMargin: Theme.tinyGap
                    Layout.maximumHeight: Math.max(implicitHeight, (page.wide ? 1 : 2) * Math.round(Theme.primaryTarget * (page.bare ? 3.5 : 2)))

                    Tile {
                        objectName: "find-service"
                        variant: "tint"
                        showChevron: false
                        framed: false
                        title: qsTr("Find a service")
                        subtitle: qsTr("Type a word")
                        iconName: "magnify"
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredWidth: 1
                        onClicked: page.vm.openSearch()
                    }
                    Tile {
                        objectName: "requirements"
                        variant: "tint"
                        showChevron: false
                        framed: false
                        title: qsTr("Requirements & fees")
                        subtitle: qsTr("Before you queue")
                        iconName: "information"
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredWidth: 1
                        onClicked: page.vm.startBrowsing()
                    }
                }
                Item {
                    Layout.fillHeight: true
                    Layout.preferredHeight: 0
                }
            }
        }
    }
}
