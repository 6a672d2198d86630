// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Anjungan.Ui
import Anjungan.Kiosk

// The kiosk's whole face: page, bar, sheets. Portrait; the composition root sizes and shows it.
Window {
    id: window

    required property KioskViewModel vm

    readonly property int reachTop: Theme.reachTop(contentItem.width, contentItem.height)

    width: 1080
    height: 1920
    color: Theme.background
    title: vm.welcome.siteName

    Component.onCompleted: {
        Theme.profile = "kiosk"
        vm.watchWindow(window)
        showPage()
    }

    Binding { target: Theme; property: "textScale"; value: window.vm.settings.textPercent / 100 }
    Binding { target: Theme; property: "highContrast"; value: window.vm.settings.highContrast }
    Binding { target: Theme; property: "lowReach"; value: window.vm.settings.lowReach }

    Binding { target: Theme; property: "markHeight"; value: mark.height }

    SiteMark {
        id: mark
        z: 1
        text: window.vm.welcome.mark
        width: parent.width
    }
    // Nobody has to reach up here: what stands above the content is only to be read.
    WelcomeHeader {
        visible: window.reachTop > 0
        y: mark.height
        width: parent.width
        height: window.reachTop - y
        welcome: window.vm.welcome
        greeting: window.vm.page === KioskViewModel.Page.Welcome
    }
    Loader {
        id: page
        objectName: "page"
        anchors.fill: parent
        anchors.topMargin: Math.max(window.reachTop, mark.height)
        anchors.bottomMargin: bar.height
    }
    KioskBar {
        id: bar
        vm: window.vm
        width: parent.width
        anchors.bottom: parent.bottom
    }
    WaitVeil {
        anchors.fill: page
        shown: window.vm.issuing
    }
    KioskSheets {
        vm: window.vm
    }
    TouchGuard {
        id: guard
        objectName: "touch-guard"
    }
    Connections {
        target: window.vm
        function onPageChanged(): void {
            window.showPage()
        }
        function onWelcomeChanged(): void {
            window.showPage()
        }
    }

    property string shownFile

    function showPage(): void {
        const file = fileOf(vm.page)
        if (file === shownFile)
            return
        shownFile = file
        page.setSource(file, { vm: vm })
        guard.activate()
    }

    function fileOf(which: int): string {
        if (!vm.welcome.ready || vm.welcome.broken)
            return "PausePage.qml"
        switch (which) {
        case KioskViewModel.Page.Agencies: return "AgenciesPage.qml"
        case KioskViewModel.Page.Services: return "ServicesPage.qml"
        case KioskViewModel.Page.Search: return "SearchPage.qml"
        case KioskViewModel.Page.Service: return "ServicePage.qml"
        case KioskViewModel.Page.Priority: return "PriorityPage.qml"
        case KioskViewModel.Page.Ticket: return "TicketPage.qml"
        default: return "WelcomePage.qml"
        }
    }
}
