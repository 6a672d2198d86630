// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
import Anjungan.Kiosk

// What the pages between the first and the ticket have in common: the way back and a title above, the content, and at the
// foot what may be done next.
Item {
    id: page

    required property KioskViewModel vm
    required property string title
    property string subtitle
    property bool withBasket: true
    default property alias content: body.data
    property alias footer: foot.data

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.lowReach ? Theme.wideGap : Math.round(Theme.margin * 0.8)
        anchors.bottomMargin: Theme.wideGap
        spacing: Theme.gap

        PageHeader {
            title: page.title
            subtitle: page.subtitle
            backText: qsTr("Back")
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.bottomMargin: Theme.tinyGap
            onBack: page.vm.back()
        }
        Item {
            id: body
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        BasketStrip {
            visible: page.withBasket && page.vm.basket.count > 0
            vm: page.vm
            Layout.fillWidth: true
        }
        ColumnLayout {
            id: foot
            visible: visibleChildren.length > 0
            spacing: Theme.smallGap
            Layout.fillWidth: true
            Layout.fillHeight: false
        }
    }
}
