// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

// The bar that stands at the bottom of every page; give it BarButtons, which share its width equally.
Rectangle {
    id: control

    default property alias buttons: row.data

    implicitWidth: row.implicitWidth + 2 * row.anchors.leftMargin
    implicitHeight: row.implicitHeight + 2 * Theme.gap
    color: Theme.surface

    Divider {
        width: parent.width
    }
    RowLayout {
        id: row
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.gap
        anchors.bottomMargin: Theme.gap
        spacing: Theme.smallGap
    }
}
