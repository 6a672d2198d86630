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
    // The content shows title and basket itself where room is scarce, so that they scroll and the foot stays in reach.
    property bool tellsItself: false

    // Large words leave little room, and in low reach even less.
    readonly property bool scarce: Theme.textScale > 1.8 || Theme.lowReach && Theme.textScale > 1.2
    default property alias content: body.data
    property alias footer: foot.data

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.lowReach ? Theme.wideGap : Math.round(Theme.margin * 0.8)
        anchors.bottomMargin: Theme.wideGap
        spacing: Theme.gap

        TouchButton {
            objectName: "backButton"
            visible: page.scarce && page.tellsItself
            text: qsTr("Back")
            iconName: "arrow-left"
            minimumHeight: Theme.primaryTarget
            onClicked: page.vm.back()
        }
        PageHeader {
            visible: !page.scarce || !page.tellsItself
            title: page.title
            subtitle: page.scarce ? "" : page.subtitle
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
            visible: page.withBasket && page.vm.basket.count > 0 && !(page.scarce && page.tellsItself)
            vm: page.vm
            terse: page.scarce
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
