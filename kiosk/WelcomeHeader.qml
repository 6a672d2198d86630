// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
import Anjungan.Kiosk

// Where one is, what time it is, and a greeting, on the site's deep colour.
Rectangle {
    id: header

    required property welcomeView welcome
    property bool greeting: true
    // What the next item covers at the foot.
    property int overlap: 0

    implicitHeight: column.implicitHeight + Theme.margin + Theme.padding + overlap
    color: Theme.primaryDeep
    clip: true

    Repeater {
        model: Theme.highContrast ? 0 : 12

        Rectangle {
            required property int index
            readonly property int row: Math.floor(index / 6)

            width: Math.round(66 * Theme.unit)
            height: width
            x: header.width - (6 - index % 6) * Math.round(92 * Theme.unit) + row * Math.round(46 * Theme.unit)
            y: row * Math.round(206 * Theme.unit) - Math.round(24 * Theme.unit)
            rotation: 45
            color: "transparent"
            antialiasing: true
            border.width: Math.round(2 * Theme.unit)
            border.color: Theme.primaryRaised
        }
    }

    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Math.round(Theme.margin * 0.75)
        anchors.bottomMargin: Theme.padding + header.overlap
        spacing: Theme.gap

        GridLayout {
            columns: Theme.textScale > 1.2 ? 1 : 2
            columnSpacing: Theme.gap
            rowSpacing: Theme.smallGap
            Layout.fillWidth: true
            Layout.fillHeight: false

            RowLayout {
                spacing: Theme.gap
                Layout.fillWidth: true
                Layout.fillHeight: false
                Layout.alignment: Qt.AlignTop

                IconBadge {
                    iconName: "city"
                    color: Theme.accent
                    iconColor: Theme.highContrast ? Theme.inkOnAccent : Theme.primaryDeep
                    size: Math.round(Theme.text.label.pixelSize * 2.3)
                    Layout.alignment: Qt.AlignTop
                }
                ColumnLayout {
                    spacing: 0
                    Layout.fillWidth: true

                    PlainText {
                        text: header.welcome.siteName
                        font: Theme.text.label
                        color: Theme.inkOnPrimaryDeep
                        Layout.fillWidth: true
                    }
                    PlainText {
                        text: header.welcome.siteRegion
                        color: Theme.quietInkOnPrimaryDeep
                        Layout.fillWidth: true
                    }
                }
            }
            ColumnLayout {
                visible: header.greeting
                spacing: 0
                Layout.fillHeight: false
                Layout.alignment: Qt.AlignTop

                NumberText {
                    text: header.welcome.clock
                    color: Theme.inkOnPrimaryDeep
                    Layout.alignment: Theme.textScale > 1.2 ? Qt.AlignLeft : Qt.AlignRight
                }
                PlainText {
                    text: header.welcome.date
                    font: Theme.text.caption
                    color: Theme.quietInkOnPrimaryDeep
                    wrapMode: Theme.textScale > 1.2 ? Text.Wrap : Text.NoWrap
                    Layout.fillWidth: Theme.textScale > 1.2
                    Layout.alignment: Theme.textScale > 1.2 ? Qt.AlignLeft : Qt.AlignRight
                }
            }
        }
        Item {
            Layout.fillHeight: true
        }
        PlainText {
            visible: header.greeting && !(Theme.lowReach && Theme.textScale > 1.8)
            text: Theme.textScale > 1.2 ? qsTr("Welcome.") : qsTr("Welcome.\nWhat can we do for you?")
            font: Theme.text.hero
            color: Theme.inkOnPrimaryDeep
            lineHeight: 1.08
            Layout.fillWidth: true
            Layout.topMargin: Theme.smallGap
            Accessible.role: Accessible.Heading
        }
        // Without a greeting the time stands there instead.
        ColumnLayout {
            visible: !header.greeting
            spacing: Theme.tinyGap
            Layout.fillWidth: true
            Layout.fillHeight: false

            NumberText {
                text: header.welcome.clock
                // A mark above leaves large words less room.
                font: Theme.markHeight > 0 && Theme.textScale > 1.2 ? Theme.text.heading : Theme.text.hero
                color: Theme.inkOnPrimaryDeep
            }
            PlainText {
                text: header.welcome.date
                color: Theme.quietInkOnPrimaryDeep
                Layout.fillWidth: true
            }
        }
        Flow {
            visible: header.greeting && header.welcome.open
            spacing: Theme.smallGap
            Layout.fillWidth: true

            Chip {
                // The card below says it where it is closed.
                objectName: "chip-hours"
                visible: header.welcome.open
                tone: "deep"
                iconName: "clock"
                text: header.welcome.openUntil
                width: Math.min(implicitWidth, parent.width)
                height: implicitHeight
            }
            Chip {
                objectName: "chip-waiting"
                visible: header.welcome.open && !(Theme.lowReach && Theme.textScale > 1.2)
                tone: "deep"
                iconName: "people"
                text: header.welcome.waiting
                width: Math.min(implicitWidth, parent.width)
                height: implicitHeight
            }
        }
    }
}
