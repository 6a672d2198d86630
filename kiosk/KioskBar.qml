// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
import Anjungan.Kiosk

// The bar at the foot of every page. With large words its buttons stand two by two.
Rectangle {
    id: bar

    required property KioskViewModel vm

    implicitHeight: grid.implicitHeight + 2 * grid.anchors.margins
    color: Theme.surface

    Divider {
        width: parent.width
    }
    GridLayout {
        id: grid
        anchors.fill: parent
        anchors.margins: Theme.gap
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        columns: Theme.textScale > 1.2 ? 2 : 4
        columnSpacing: Theme.smallGap
        rowSpacing: Theme.smallGap

        BarButton {
            objectName: "bar-language"
            text: bar.vm.settings.english ? "Bahasa Indonesia" : "English" // not translated: each language's own name
            iconName: "language"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            onClicked: bar.vm.settings.toggleLanguage()
        }
        BarButton {
            objectName: "bar-reading"
            text: qsTr("Text & contrast")
            iconName: "contrast-text"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            onClicked: bar.vm.openSheet(KioskViewModel.Sheet.Reading)
        }
        BarButton {
            objectName: "bar-reach"
            text: bar.vm.settings.lowReach ? qsTr("Raise the screen") : qsTr("Lower the screen")
            iconName: bar.vm.settings.lowReach ? "arrow-up" : "arrow-down"
            active: bar.vm.settings.lowReach
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            onClicked: bar.vm.settings.lowReach = !bar.vm.settings.lowReach
        }
        BarButton {
            objectName: "bar-help"
            text: qsTr("Ask staff")
            iconName: "person"
            emphasis: true
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            onClicked: bar.vm.openSheet(KioskViewModel.Sheet.Help)
        }
    }
}
