// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

Rectangle {
    implicitWidth: 1
    implicitHeight: Theme.thinLine
    color: Theme.line
}
