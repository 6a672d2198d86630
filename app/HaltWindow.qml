// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Anjungan.Ui

// What a machine shows that cannot start its queue: what is wrong, what was kept, what to do.
Window {
    id: window

    required property string heading
    required property string words
    required property string code

    width: 900
    height: 620
    color: Theme.background
    title: heading

    EmptyState {
        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.margin
        iconName: "alert-circle"
        tone: "bad"
        title: window.heading
        text: window.words

        PlainText {
            objectName: "halt-code"
            width: parent.width
            text: window.code
            font: Theme.text.caption
            color: Theme.quietInk
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
