// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan.Ui
import Anjungan.Kiosk

// Every service by a word one types.
Item {
    id: page

    required property KioskViewModel vm

    property bool typing: true

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.lowReach ? Theme.wideGap : Math.round(Theme.margin * 0.8)
        anchors.bottomMargin: Theme.gap
        spacing: Theme.gap

        GridLayout {
            columns: Theme.textScale < 1.2 ? 2 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.smallGap
            Layout.fillWidth: true
            Layout.fillHeight: false

            TouchButton {
                objectName: "backButton"
                text: qsTr("Back")
                iconName: "arrow-left"
                minimumHeight: Theme.primaryTarget + Theme.tinyGap
                onClicked: page.vm.back()
            }
            SearchField {
                id: field
                objectName: "search-field"
                placeholderText: Theme.textScale < 1.2 ? qsTr("ID card, passport, clean water…") : qsTr("ID card…")
                accessibleName: qsTr("Search for a service")
                clearText: qsTr("Clear")
                maximumLength: 60
                Layout.fillWidth: true
                Layout.preferredHeight: Math.max(Theme.primaryTarget + Theme.tinyGap, Theme.text.label.pixelSize * 2)
                Component.onCompleted: {
                    text = page.vm.query
                    forceActiveFocus()
                }
                onTextChanged: page.vm.query = text
                onPressed: page.typing = true
            }
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            TouchList {
                anchors.fill: parent
                objectName: "found"
                visible: page.vm.found.count > 0
                model: page.vm.found
                moreName: qsTr("Show more")

                delegate: ServiceRow {
                    required property string serviceId
                    required property string agency
                    required title
                    required meta
                    required closed
                    subtitle: agency
                    objectName: "service-" + serviceId
                    width: ListView.view.width
                    onClicked: page.vm.openService(serviceId)
                }
            }
            TouchScroll {
                id: hints
                anchors.fill: parent
                visible: page.vm.found.count === 0
                moreName: qsTr("Show more")

                Item {
                    width: parent.width
                    height: Math.max(state.implicitHeight, hints.flickable.height)

                    EmptyState {
                        id: state
                        objectName: "search-empty"
                        readonly property bool nothing: page.vm.query.trim() !== ""
                        width: parent.width
                        anchors.centerIn: parent
                        showIcon: !(Theme.textScale > 1.8 || Theme.lowReach && Theme.textScale > 1.2)
                        iconName: nothing ? "help-circle" : "magnify"
                        title: nothing ? qsTr("Nothing found") : qsTr("What do you need?")
                        text: nothing ? qsTr("Try another word, or ask staff: %1.").arg(page.vm.welcome.helpPlace)
                                      : qsTr("Type part of a name: an ID card, a licence, an agency.")
                    }
                }
            }
        }
        TouchKeyboard {
            objectName: "keyboard"
            visible: page.typing
            spaceLabel: qsTr("Space")
            eraseName: qsTr("Erase")
            enterLabel: qsTr("Search")
            Layout.fillWidth: true
            Layout.fillHeight: false
            onTyped: text => field.typeText(text)
            onErased: field.erase()
            onEntered: page.typing = false
        }
        TouchButton {
            visible: !page.typing
            objectName: "show-keyboard"
            text: qsTr("Type again")
            iconName: "keyboard"
            Layout.fillWidth: true
            onClicked: {
                page.typing = true
                field.forceActiveFocus()
            }
        }
    }
}
