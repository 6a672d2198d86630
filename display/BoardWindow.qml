// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Anjungan.Ui
// The C++ side of our own module is not imported by itself.
import Anjungan.Display

// The board as the window of its machine.
Window {
    id: window

    required property BoardViewModel vm

    width: 1920
    height: 1080
    color: Theme.primaryDeep
    title: qsTr("Anjungan – calling board")

    Binding {
        target: Theme
        property: "profile"
        value: "display" // not translated: a name for programs
    }
    Binding {
        target: Theme
        property: "panel"
        value: Qt.size(window.contentItem.width, window.contentItem.height)
    }
    Binding {
        target: Theme
        property: "diagonalInches"
        value: window.vm.panelDiagonal
    }

    BoardScale {
        id: sizes
        panel: Qt.size(window.contentItem.width, window.contentItem.height)
    }
    SiteMark {
        id: mark
        z: 1
        text: window.vm.siteMark
        font: sizes.font(44, Font.Bold)
        width: parent.width
    }
    BoardPage {
        objectName: "board-page"
        anchors.fill: parent
        anchors.topMargin: mark.height
        vm: window.vm
    }
}
