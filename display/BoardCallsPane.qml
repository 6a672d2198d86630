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
    // Three keep their place while nobody is called, so that the newest call does not jump about.
    readonly property int rows: Math.min(rowsMax, Math.max(Math.min(3, vm.rowsWanted), vm.calledOthers))
    readonly property bool showFloor: vm.place === ""
    readonly property int columns: vm.calledOthers > rowsMax && compactWidth <= (width - gap) / 2 ? 2 : 1
    readonly property int rowWidth: Math.floor((width - (columns - 1) * gap) / columns)
    readonly property bool compact: columns > 1 || wideWidth > width

    // What a row needs in either form, and the size at which every row fits.
    readonly property real compactWidth: number.advanceWidth + counter.advanceWidth + sizes.px(2 * 32 + 2 * 24 + (showFloor ? 140 : 100))
    readonly property real wideWidth: number.advanceWidth + label.advanceWidth + sizes.px(2 * 32 + 2 * 24 + (showFloor ? 160 : 60))
    readonly property int callSize: !compact || compactWidth <= rowWidth
                                    ? sizes.callSize : Math.max(1, Math.floor(sizes.callSize * rowWidth / compactWidth))

    TextMetrics {
        id: number
        font: Qt.font({ family: Theme.fontFamily, pixelSize: control.sizes.callSize, weight: Font.Bold,
                        letterSpacing: -control.sizes.callSize / 80 })
        text: control.vm.longestNumber.replace(/[0-9]/g, "0")
    }
    TextMetrics {
        id: counter
        font: number.font
        text: control.vm.longestCounter.replace(/[0-9]/g, "0")
    }
    TextMetrics {
        id: label
        font: number.font
        text: qsTr("Counter %1").arg(counter.text)
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
            callSize: control.callSize
            showFloor: control.showFloor
            width: control.rowWidth
            height: control.rowHeight
            x: column * (width + control.gap)
            y: control.height - (control.rows - row) * (control.rowHeight + control.gap) + control.gap
        }
    }

    // How many pages there are, and which it is.
    Row {
        objectName: "board-pages"
        visible: control.vm.pages > 1
        spacing: control.sizes.px(12)
        anchors.horizontalCenter: parent.horizontalCenter
        y: control.height + control.sizes.px(6)

        Repeater {
            model: control.vm.pages

            Rectangle {
                required property int index
                width: control.sizes.px(12)
                height: width
                radius: width / 2
                color: index === control.vm.page ? Theme.accentOnDeep : Theme.highContrast ? Theme.track : Theme.primaryRaised
                border.width: Theme.highContrast ? Math.max(1, control.sizes.px(2)) : 0
                border.color: Theme.line
            }
        }
    }
}
