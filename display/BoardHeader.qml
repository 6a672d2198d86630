// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui

// Whose board it is: site and zone.
RowLayout {
    id: control

    required property BoardScale sizes
    required property string site
    required property string place

    spacing: control.sizes.px(22)

    Rectangle {
        implicitWidth: control.sizes.px(64)
        implicitHeight: implicitWidth
        radius: control.sizes.px(16)
        color: Theme.accent

        Icon {
            anchors.centerIn: parent
            name: "building"
            color: Theme.inkOnAccent
            size: control.sizes.px(36)
        }
    }
    PlainText {
        objectName: "board-site"
        text: control.site
        font: control.sizes.font(34, Font.DemiBold)
        color: Theme.inkOnPrimaryDeep
        lineHeight: 0.95
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignVCenter
    }
    PlainText {
        objectName: "board-place"
        text: control.place
        visible: text !== ""
        font: control.sizes.font(34, Font.Medium)
        color: Theme.quietInkOnPrimaryDeep
        horizontalAlignment: Text.AlignRight
        Layout.maximumWidth: control.width * 0.36
        Layout.alignment: Qt.AlignVCenter
    }
}
