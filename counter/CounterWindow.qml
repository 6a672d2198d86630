// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Anjungan.Ui

// The staff's face. Fits beside another window: from 420 pixels wide.
Window {
    id: window

    required property CounterViewModel vm

    width: 1366
    height: 768
    minimumWidth: 420
    minimumHeight: 560
    visible: true
    title: vm.desk.counterTitle === "" ? qsTr("Counter") : vm.desk.counterTitle
    color: Theme.background

    Component.onCompleted: Theme.profile = "counter"

    Loader {
        id: pages
        anchors.fill: parent
        focus: true
        sourceComponent: window.vm.state === CounterViewModel.Desk ? desk
                       : window.vm.state === CounterViewModel.SignIn ? signIn : wait
        onLoaded: item.forceActiveFocus()
    }
    Component {
        id: wait
        CounterWaitPage {
            vm: window.vm
        }
    }
    Component {
        id: signIn
        SignInPage {
            vm: window.vm
        }
    }
    Component {
        id: desk
        DeskPage {
            vm: window.vm
        }
    }
}
