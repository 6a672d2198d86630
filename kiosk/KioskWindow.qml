// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Anjungan.Ui
import Anjungan.Kiosk

// The kiosk's whole face: page, bar, sheets. Portrait; the composition root sizes and shows it.
Window {
    id: window

    required property KioskViewModel vm

    readonly property int reachTop: Theme.reachTop(width, height)

    width: 1080
    height: 1920
    color: Theme.background
    title: vm.welcome.siteName

    Component.onCompleted: {
        Theme.profile = "kiosk"
        vm.watchWindow(window)
    }

    Binding { target: Theme; property: "textScale"; value: window.vm.settings.textPercent / 100 }
    Binding { target: Theme; property: "highContrast"; value: window.vm.settings.highContrast }
    Binding { target: Theme; property: "lowReach"; value: window.vm.settings.lowReach }

    // Nobody has to reach up here: what stands above the content is only to be read.
    WelcomeHeader {
        visible: window.reachTop > 0
        width: parent.width
        height: window.reachTop
        welcome: window.vm.welcome
        greeting: window.vm.page === KioskViewModel.Page.Welcome
    }
    Loader {
        id: page
        objectName: "page"
        anchors.fill: parent
        anchors.topMargin: window.reachTop
        anchors.bottomMargin: bar.height
        sourceComponent: window.componentOf(window.vm.page)
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
        property int last: KioskViewModel.Page.Welcome
        function onPageChanged(): void {
            if (window.vm.page !== last)
                guard.activate()
            last = window.vm.page
        }
    }

    function componentOf(which: int): Component {
        if (!vm.welcome.ready || vm.welcome.broken)
            return pauseComponent
        switch (which) {
        case KioskViewModel.Page.Agencies: return agenciesComponent
        case KioskViewModel.Page.Services: return servicesComponent
        case KioskViewModel.Page.Search: return searchComponent
        case KioskViewModel.Page.Service: return serviceComponent
        case KioskViewModel.Page.Priority: return priorityComponent
        case KioskViewModel.Page.Ticket: return ticketComponent
        default: return welcomeComponent
        }
    }

    Component { id: pauseComponent; PausePage { vm: window.vm } }
    Component { id: welcomeComponent; WelcomePage { vm: window.vm } }
    Component { id: agenciesComponent; AgenciesPage { vm: window.vm } }
    Component { id: servicesComponent; ServicesPage { vm: window.vm } }
    Component { id: searchComponent; SearchPage { vm: window.vm } }
    Component { id: serviceComponent; ServicePage { vm: window.vm } }
    Component { id: priorityComponent; PriorityPage { vm: window.vm } }
    Component { id: ticketComponent; TicketPage { vm: window.vm } }
}
