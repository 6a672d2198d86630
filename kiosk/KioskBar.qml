// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
import Anjungan.Kiosk

// The bar at the foot of every page. With large words each button says one only, so that the page keeps its room.
Rectangle {
    id: bar

    required property KioskViewModel vm

    readonly property bool terse: Theme.textScale > 1.2
    readonly property bool low: vm.settings.lowReach

    implicitHeight: row.implicitHeight + 2 * row.anchors.margins
    color: Theme.surface

    Divider {
        width: parent.width
    }
    RowLayout {
        id: row
        anchors.fill: parent
        anchors.margins: Theme.gap
        anchors.leftMargin: bar.terse ? Theme.gap : Theme.margin
        anchors.rightMargin: anchors.leftMargin
        spacing: bar.terse ? Theme.tinyGap : Theme.smallGap

        BarButton {
            objectName: "bar-language"
            text: !bar.terse ? "Bahasa\nLanguage" : bar.vm.settings.english ? "Bahasa" : "English" // not translated: each language's own name
            iconName: "language"
            accessibleName: text.replace("\n", " ")
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            onClicked: bar.vm.settings.toggleLanguage()
        }
        BarButton {
            objectName: "bar-reading"
            text: bar.terse ? qsTr("Text") : qsTr("Text &\ncontrast")
            iconName: "contrast-text"
            accessibleName: text.replace("\n", " ")
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            onClicked: bar.vm.openSheet(KioskViewModel.Sheet.Reading)
        }
        BarButton {
            objectName: "bar-reach"
            text: bar.terse ? (bar.low ? qsTr("Raise") : qsTr("Lower")) : bar.low ? qsTr("Raise\nthe screen") : qsTr("Lower\nthe screen")
            iconName: bar.low ? "arrow-up" : "arrow-down"
            active: bar.low
            accessibleName: text.replace("\n", " ")
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            onClicked: bar.vm.settings.lowReach = !bar.low
        }
        BarButton {
            objectName: "bar-help"
            text: bar.terse ? qsTr("Help") : qsTr("Ask\nstaff")
            iconName: "person"
            emphasis: true
            accessibleName: text.replace("\n", " ")
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            onClicked: bar.vm.openSheet(KioskViewModel.Sheet.Help)
        }
    }
}
