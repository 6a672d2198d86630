// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Anjungan.Ui
// The C++ side of our own module is not imported by itself.
import Anjungan.Counter

// The staff's face. Fits beside another window: from 420 pixels wide.
Window {
    id: window

    required property CounterViewModel vm

    width: 1366
    height: 768
    minimumWidth: 420
    minimumHeight: 560 + mark.height
    visible: true
    title: vm.desk.counterTitle === "" ? qsTr("Counter") : vm.desk.counterTitle
    color: Theme.background

    readonly property string page: vm.state === CounterViewModel.Desk ? "DeskPage.qml"
                                 : vm.state === CounterViewModel.SignIn ? "SignInPage.qml" : "CounterWaitPage.qml"

    function showPage(): void {
        pages.setSource(page, {vm: window.vm})
    }

    onPageChanged: showPage()
    Component.onCompleted: {
        Theme.profile = "counter"
        showPage()
    }

    Binding { target: Theme; property: "markHeight"; value: mark.height }

    SiteMark {
        id: mark
        z: 1
        text: window.vm.siteMark
        width: parent.width
    }
    Loader {
        id: pages
        anchors.fill: parent
        anchors.topMargin: mark.height
        focus: true
        onLoaded: (item as Item).forceActiveFocus()
    }
}
