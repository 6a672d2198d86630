// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Anjungan.Ui
// The C++ side of our own module is not imported by itself.
import Anjungan.Display

// The newest call and, below it, every other open call. What does not fit takes turns, page by page.
Item {
    id: control

    required property BoardViewModel vm
    required property BoardScale sizes

    readonly property int gap: sizes.px(18)
    readonly property int rowHeight: Math.round(sizes.callSize * 0.727) + 2 * sizes.px(22)
    readonly property int rowsMax: Math.max(1, Math.floor((height - sizes.px(360)) / (rowHeight + gap)))
    readonly property int rows: Math.min(rowsMax, vm.rowsWanted)
    readonly property bool showFloor: vm.place === ""

    // Widths a row needs in both of its forms, with the widest digits.
    readonly property real numberWidth: metrics.advanceWidth(vm.longestNumber.replace(/[0-9]/g, "0"))
    readonly property string widestCounter: vm.longestCounter.replace(/[0-9]/g, "0")
    readonly property real wideRow: numberWidth + metrics.advanceWidth(qsTr("Counter %1").arg(widestCounter))
                                   + sizes.px(2 * 36 + 24 + 24 + (showFloor ? 150 : 52))
    readonly property real compactRow: numberWidth + metrics.advanceWidth(widestCounter)
                                      + sizes.px(2 * 36 + 24 + 24 + 130)
    readonly property int columns: vm.calledOthers > rowsMax && compactRow <= (width - gap) / 2 ? 2 : 1
    readonly property bool compact: columns > 1 || wideRow > width

    FontMetrics {
        id: metrics
        font: Qt.font({ family: Theme.fontFamily, pixelSize: control.sizes.callSize, weight: Font.Bold,
                        letterSpacing: -control.sizes.callSize / 80 })
    }
    Binding {
        target: control.vm
        property: "capacity"
        value: control.rowsMax * control.columns
    }
    BoardFlash {
        id: flash
        objectName: "board-flash"
    }
    Connections {
        target: control.vm
        function onNewestCalled(): void {
            flash.begin()
        }
    }

    BoardNewestCall {
        objectName: "newest-call"
        sizes: control.sizes
        call: control.vm.newest
        lit: flash.lit
        width: control.width
        height: control.height - control.rows * (control.rowHeight + control.gap)
    }
    Repeater {
        model: control.vm.activeCalls

        BoardCallRow {
            required property int index
            readonly property int row: index % control.rowsMax
            readonly property int column: Math.floor(index / control.rowsMax)

            objectName: "call-row-" + index
            sizes: control.sizes
            compact: control.compact
            showFloor: control.showFloor
            width: Math.floor((control.width - (control.columns - 1) * control.gap) / control.columns)
            height: control.rowHeight
            x: column * (width + control.gap)
            y: control.height - (control.rows - row) * (control.rowHeight + control.gap) + control.gap
        }
    }
}
