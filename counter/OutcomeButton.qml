// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Anjungan.Ui
// The C++ side of our own module is not imported by itself.
import Anjungan.Counter

// How the open service will be recorded; opens the choice.
TouchButton {
    id: control

    required property DeskActs acts

    objectName: "act-outcome"
    enabled: acts.outcomeLegal
    text: qsTr("Outcome: %1").arg(acts.outcomeText)
    iconName: "playlist-check"
    shortcutHint: qsTr("Shift F8")
    variant: enabled && !acts.usual ? "tint" : "outline"
    minimumHeight: 44
    topPadding: 4
    bottomPadding: 4
    focusPolicy: Qt.TabFocus
    onClicked: control.acts.perform(DeskActs.ChooseOutcome)
}
