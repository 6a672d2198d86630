// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Anjungan.Ui

// A service in a list.
ListRow {
    actionText: closed ? qsTr("See what to bring") : ""
}
