// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
import Anjungan.Kiosk

// Who serves here.
KioskPage {
    id: page

    title: qsTr("Choose an agency")
    subtitle: vm.browsing ? qsTr("To read requirements and fees") : ""

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap

        SearchButton {
            objectName: "open-search"
            Layout.fillWidth: true
            onClicked: page.vm.openSearch()
        }
        TouchScroll {
            moreName: qsTr("Show more")
            Layout.fillWidth: true
            Layout.fillHeight: true

            GridLayout {
                width: parent.width
                columns: Theme.textScale < 1.2 ? 2 : 1
                columnSpacing: Theme.smallGap
                rowSpacing: Math.round(Theme.smallGap * 0.75)

                Repeater {
                    model: page.vm.agencies

                    Tile {
                        required property int index
                        required property string agencyId
                        required property string shortName
                            required iconName
                        required property string status
                        required closed
                        objectName: "agency-" + agencyId
                        title: shortName
                        subtitle: page.vm.welcome.open ? status : ""
                        minimumHeight: Math.round(Theme.primaryTarget * 1.25)
                        topPadding: Math.round(Theme.smallGap * 0.75)
                        bottomPadding: topPadding
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredWidth: 1
                        Layout.columnSpan: Theme.textScale < 1.2 && page.vm.agencies.count % 2 === 1
                                           && index === page.vm.agencies.count - 1 ? 2 : 1
                        onClicked: page.vm.openAgency(agencyId)
                    }
                }
            }
        }
    }
}
