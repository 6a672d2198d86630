// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QQmlEngine>
#include <QString>

namespace anjungan {

/// One call in the words and pictures of the board. An empty number: nothing to show.
class BoardCall
{
    Q_GADGET
    QML_VALUE_TYPE(boardCall)
    Q_PROPERTY(QString number MEMBER number)
    Q_PROPERTY(QString counter MEMBER counter)
    Q_PROPERTY(QString floor MEMBER floor)
    Q_PROPERTY(QString direction MEMBER direction)
    Q_PROPERTY(bool serving MEMBER serving)
    Q_PROPERTY(bool speaking MEMBER speaking)

public:
    QString number;    ///< "A-012"
    QString counter;   ///< what is written above the counter: "3", "12A"
    QString floor;     ///< "Lantai 1"; empty where everybody knows
    QString direction; ///< an icon's name; empty where none is known
    bool serving = false;
    bool speaking = false; ///< it is being said just now

    bool operator==(const BoardCall&) const = default;
};

} // namespace anjungan
