// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
import Anjungan.Kiosk

// What an agency does here.
KioskPage {
    id: page

    title: qsTr("Choose a service")
    subtitle: vm.agencyName

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap

        SearchButton {
            objectName: "open-search"
            Layout.fillWidth: true
            onClicked: page.vm.openSearch()
        }
        TouchList {
            objectName: "services"
            model: page.vm.services
            moreName: qsTr("Show more")
            Layout.fillWidth: true
            Layout.fillHeight: true

            delegate: ServiceRow {
                required property string serviceId
                required title
                required meta
                required closed
                objectName: "service-" + serviceId
                width: ListView.view.width
                onClicked: page.vm.openService(serviceId)
            }
        }
    }
}
