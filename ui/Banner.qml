// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

// Something to know: icon, title, text, and below them what is put inside (buttons, as a rule).
Rectangle {
    id: control

    required property string title
    property string text
    // "info", "good", "warn" or "bad".
    property string tone: "info"
    property string iconName: Theme.toneIcon(tone)
    default property alias actions: extra.data

    readonly property color ink: tone === "info" ? Theme.primaryInk : Theme.toneInk(tone)

    implicitWidth: row.implicitWidth + 2 * Theme.gap
    implicitHeight: row.implicitHeight + 2 * Theme.gap
    radius: Theme.smallRadius
    color: Theme.toneTint(tone)
    border.width: Theme.highContrast ? Theme.lineWidth : 0
    border.color: Theme.toneInk(tone)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text === "" ? title : title + ". " + text

    RowLayout {
        id: row
        anchors.fill: parent
        anchors.margins: Theme.gap
        spacing: Theme.gap

        Icon {
            name: control.iconName
            color: Theme.toneInk(control.tone)
            size: Math.round(Theme.text.heading.pixelSize * 1.4)
            Layout.preferredWidth: size
            Layout.preferredHeight: size
            Layout.alignment: control.text === "" && extra.visibleChildren.length === 0 ? Qt.AlignVCenter : Qt.AlignTop
        }
        ColumnLayout {
            spacing: Theme.tinyGap
            Layout.fillWidth: true

            PlainText {
                text: control.title
                font: Theme.text.bodyStrong
                color: control.ink
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            PlainText {
                text: control.text
                visible: control.text !== ""
                font: Theme.text.caption
                color: control.ink
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            ColumnLayout {
                id: extra
                spacing: Theme.tinyGap
                visible: visibleChildren.length > 0
                Layout.topMargin: Theme.tinyGap
                Layout.fillWidth: true
            }
        }
    }
}
