// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Anjungan.Ui
import Anjungan.Kiosk

// A sheet that is open exactly while the view model says so.
Sheet {
    id: sheet

    required property KioskViewModel vm
    required property int kind

    readonly property bool wanted: vm.sheet === kind

    onWantedChanged: {
        if (wanted)
            open()
        else
            close()
    }
    onClosed: {
        if (wanted)
            vm.closeSheet()
    }
}
