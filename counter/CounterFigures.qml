// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
// The C++ side of our own module is not imported by itself.
import Anjungan.Counter

// Today at this counter, in four figures.
GridLayout {
    id: grid

    required property DeskViewModel desk
    required property real textScale

    columns: width / textScale >= 620 ? 4 : 2
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap

    component Figure: Card {
        id: figure
        required property string label
        required property string value
        property bool warns: false

        padding: 16
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1

        ColumnLayout {
            anchors.fill: parent
            spacing: Theme.tinyGap

            PlainText {
                text: figure.label
                font: Theme.text.caption
                color: Theme.quietInk
                Layout.fillWidth: true
            }
            PlainText {
                text: figure.value
                font: Theme.text.title
                color: figure.warns ? Theme.warn : Theme.ink
                Layout.fillWidth: true
            }
        }
    }

    Figure {
        label: qsTr("Served today")
        value: grid.desk.figures.served
    }
    Figure {
        label: qsTr("Average service")
        value: grid.desk.figures.average
    }
    Figure {
        label: qsTr("Over the standard")
        value: grid.desk.figures.late
        warns: grid.desk.figures.late > 0
    }
    Figure {
        label: qsTr("Parked now")
        value: grid.desk.figures.parked
    }
}
