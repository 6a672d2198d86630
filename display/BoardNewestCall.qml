// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
// The C++ side of our own module is not imported by itself.
import Anjungan.Display

// The newest call: number and counter in one size, side by side, or one above the other where there is height for it.
Rectangle {
    id: control

    required property BoardScale sizes
    required property boardCall call
    property bool lit: false

    readonly property bool calling: !call.serving
    readonly property bool stacked: height > 0.5 * width
    readonly property int inset: sizes.px(24)
    readonly property int side: sizes.px(44)
    readonly property color ink: calling ? Theme.inkOnAccent : Theme.ink
    readonly property color quietInk: calling ? Theme.quietInkOnAccent : Theme.quietInk
    readonly property color litColor: Theme.highContrast ? "#FFFFFF" : Qt.lighter(Theme.accent, 1.3)

    // Widths of the two texts at one pixel of size.
    readonly property real numberWidth: numberMetrics.advanceWidth / 100
    readonly property real counterWidth: counterMetrics.advanceWidth / 100
    readonly property int boxWidthMin: sizes.px(330)
    readonly property int boxSide: sizes.px(32)
    readonly property int numberSize: Math.max(1, Math.floor(stacked ? stackedSize() : sideBySideSize()))

    radius: sizes.px(36)
    color: !calling ? Theme.surface : lit ? litColor : Theme.accent
    border.width: Theme.highContrast && !calling ? Theme.lineWidth : 0
    border.color: Theme.line
    Accessible.role: Accessible.AlertMessage
    Accessible.name: qsTr("Number %1, counter %2").arg(call.number).arg(call.counter)

    function sideBySideSize(): real {
        const room = width - side - 2 * inset
        const besideBox = (room - boxWidthMin) / numberWidth
        const both = (room - 2 * boxSide) / (numberWidth + counterWidth)
        const high = (height - 2 * (overline.y + overline.height + sizes.px(18))) / 0.727
        return Math.min(besideBox, both, high)
    }

    function stackedSize(): real {
        const wide = (width - 4 * side) / Math.max(numberWidth, counterWidth + 1)
        const high = (height - overline.y - overline.height - sizes.px(2 * 36 + 2 * 48) - inset) / 2 / 0.727
        return Math.min(wide, high)
    }

    TextMetrics {
        id: numberMetrics
        font: Qt.font({ family: Theme.fontFamily, pixelSize: 100, weight: Font.Bold, letterSpacing: -100 / 80 })
        text: control.call.number
    }
    TextMetrics {
        id: counterMetrics
        font: numberMetrics.font
        text: control.call.counter
    }

    PlainText {
        id: overline
        x: control.side
        y: control.sizes.px(32)
        text: qsTr("QUEUE NUMBER")
        font: control.sizes.overline
        color: control.quietInk
        wrapMode: Text.NoWrap
    }
    Icon {
        objectName: "newest-speaking"
        name: "volume-high"
        visible: control.call.speaking
        color: control.quietInk
        size: control.sizes.px(48)
        anchors.left: overline.right
        anchors.leftMargin: control.sizes.px(16)
        anchors.verticalCenter: overline.verticalCenter
    }
    BoardCapitals {
        id: number
        objectName: "newest-number"
        text: control.call.number
        pixelSize: control.numberSize
        color: control.ink
        x: control.stacked ? Math.round((control.width - width) / 2) : control.side
        y: control.stacked ? overline.y + overline.height + control.sizes.px(36)
                           : Math.round((control.height - height) / 2)
        width: implicitWidth
        height: implicitHeight
    }
    PlainText {
        objectName: "newest-hint"
        text: control.calling ? qsTr("Please go to the counter") : qsTr("Being served")
        font: control.sizes.font(38, Font.Medium)
        color: control.quietInk
        wrapMode: Text.NoWrap
        x: control.stacked ? control.width - width - control.side : control.side
        y: control.stacked ? overline.y : control.height - height - control.sizes.px(30)
    }

    Rectangle {
        id: box
        width: control.stacked ? control.width - 2 * control.inset
                               : Math.max(control.boxWidthMin, counter.width + 2 * control.boxSide)
        height: control.stacked ? control.height - y - control.inset : control.height - 2 * control.inset
        x: control.width - width - control.inset
        y: control.stacked ? number.y + number.height + control.sizes.px(36) : control.inset
        radius: control.sizes.px(28)
        color: Theme.primaryDeep
        border.width: Theme.highContrast ? Theme.lineWidth : 0
        border.color: Theme.line

        PlainText {
            id: counterWord
            text: qsTr("COUNTER")
            font: control.stacked ? control.sizes.font(52, Font.DemiBold) : control.sizes.overline
            color: Theme.quietInkOnPrimaryDeep
            wrapMode: Text.NoWrap
            x: control.stacked ? control.side : Math.round((box.width - width) / 2)
            y: control.stacked ? Math.round(box.height / 2) - (way.visible ? height + control.sizes.px(8) : height / 2)
                               : control.sizes.px(26)
        }
        BoardCapitals {
            id: counter
            objectName: "newest-counter"
            text: control.call.counter
            pixelSize: control.numberSize
            color: Theme.inkOnPrimaryDeep
            width: implicitWidth
            height: implicitHeight
            x: Math.round((box.width - width) / 2)
            y: Math.round((box.height - height) / 2)
        }
        RowLayout {
            id: way
            visible: control.call.floor !== ""
            spacing: control.sizes.px(14)
            x: control.stacked ? control.side : Math.round((box.width - width) / 2)
            y: control.stacked ? Math.round(box.height / 2) + control.sizes.px(8)
                               : box.height - height - control.sizes.px(22)

            Icon {
                objectName: "newest-direction"
                name: control.call.direction
                visible: name !== ""
                color: Theme.accentOnDeep
                size: control.sizes.px(48)
            }
            PlainText {
                objectName: "newest-floor"
                text: control.call.floor
                font: control.sizes.font(control.stacked ? 44 : 38, Font.DemiBold)
                color: Theme.inkOnPrimaryDeep
                wrapMode: Text.NoWrap
            }
        }
    }
}
