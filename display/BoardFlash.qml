// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Anjungan.Ui

// When the newest call is to be lit: five times in three seconds, so less than twice a second. A call that comes while
// another flashes goes on in the same beat, never faster.
Timer {
    property int beatsLeft: 0
    readonly property bool lit: running && beatsLeft % 2 === 0

    interval: 300
    repeat: true
    running: beatsLeft > 0

    function begin(): void {
        if (Theme.reducedMotion)
            return
        beatsLeft = lit || !running ? 10 : 9
    }

    onTriggered: beatsLeft -= 1
}
