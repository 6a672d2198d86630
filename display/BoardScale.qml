// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Anjungan.Ui

// The sizes of a board, all from one unit: 1 at 1920 x 1080. Numbers that must be read from afar follow millimetres.
QtObject {
    required property size panel

    readonly property real unit: Math.max(0.1, Math.min(panel.width / 1920, panel.height / 1080))
    // 40 mm: what is not the newest is read at 3.3 m by EN 301 549, 5.1.4, and by most from far more.
    readonly property int callSize: Math.max(px(112), Theme.pixelSizeForCapital(40))
    readonly property real textScale: Math.min(1.2, Math.max(1.0, Theme.textScale))

    // Short words in capitals above a number.
    readonly property font overline: Qt.font({
        family: Theme.fontFamily,
        pixelSize: Math.max(1, Math.round(36 * unit * textScale)),
        weight: Font.DemiBold,
        letterSpacing: 3 * unit
    })

    function px(design: real): int {
        return Math.max(1, Math.round(design * unit))
    }

    function font(design: real, weight: int): font {
        return Qt.font({
            family: Theme.fontFamily,
            pixelSize: Math.max(1, Math.round(design * unit * textScale)),
            weight: weight
        })
    }
}
