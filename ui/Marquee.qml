// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Messages that run by at a steady pace; where motion is not wanted they stand still, one after the other.
Item {
    id: control

    // Strings.
    required property var messages
    property font font: Theme.text.body
    property color color: Theme.inkOnPrimaryDeep
    property string separator: "     •     "
    property real pixelsPerSecond: 110 * Theme.unit
    property int pageSeconds: 8
    property bool running: true

    // What fits into this stands still.
    property real stillWidth: width

    readonly property bool still: Theme.reducedMotion || whole.implicitWidth <= stillWidth
    property int page: 0

    implicitWidth: 400
    implicitHeight: Math.ceil(still ? paged.implicitHeight : whole.implicitHeight)
    clip: !still
    Accessible.role: Accessible.StaticText
    Accessible.name: messages.join(". ")

    onMessagesChanged: page = 0

    PlainText {
        id: whole
        visible: !control.still
        text: control.messages.join(control.separator)
        font: control.font
        color: control.color
        wrapMode: Text.NoWrap
        anchors.verticalCenter: parent.verticalCenter
        Accessible.ignored: true

        NumberAnimation on x {
            running: control.running && control.visible && !control.still
            from: control.width
            to: -whole.implicitWidth
            duration: Math.max(1000, Math.round((control.width + whole.implicitWidth) / control.pixelsPerSecond * 1000))
            loops: Animation.Infinite
        }
    }
    PlainText {
        id: paged
        visible: control.still
        width: control.width
        text: whole.implicitWidth <= control.stillWidth ? whole.text : control.messages[control.page] ?? ""
        font: control.font
        color: control.color
        anchors.verticalCenter: parent.verticalCenter
        Accessible.ignored: true
    }
    Timer {
        running: control.running && control.still && control.messages.length > 1 && whole.implicitWidth > control.stillWidth
        interval: control.pageSeconds * 1000
        repeat: true
        onTriggered: control.page = (control.page + 1) % control.messages.length
    }
}
