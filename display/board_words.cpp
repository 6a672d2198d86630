// SPDX-License-Identifier: GPL-3.0-or-later
#include "display/board_words.h"

#include <QCoreApplication>

namespace anjungan {

namespace {

constexpr qsizetype missedShownMax = 6;

/// lupdate finds the texts by the context that is named here.
QString say(const char* source)
{
    return QCoreApplication::translate("BoardWords", source);
}

} // namespace

QString BoardWords::icon(BoardViewModel::State state, const Opening& opening)
{
    switch (state) {
    case BoardViewModel::State::Broken:
        return QStringLiteral("wrench");
    case BoardViewModel::State::Closed:
        return opening.reason == ClosedReason::Break ? QStringLiteral("coffee") : QStringLiteral("clock");
    case BoardViewModel::State::Welcome:
        return QStringLiteral("human-greeting");
    case BoardViewModel::State::CatchingUp:
        return QStringLiteral("timer-sand");
    case BoardViewModel::State::Idle:
    case BoardViewModel::State::Calls:
        break;
    }
    return QStringLiteral("people");
}

QString BoardWords::title(BoardViewModel::State state, const Opening& opening)
{
    switch (state) {
    case BoardViewModel::State::CatchingUp:
        return say(QT_TRANSLATE_NOOP("BoardWords", "One moment, please"));
    case BoardViewModel::State::Closed:
        return opening.reason == ClosedReason::Break ? say(QT_TRANSLATE_NOOP("BoardWords", "Break"))
                                                     : say(QT_TRANSLATE_NOOP("BoardWords", "Closed"));
    case BoardViewModel::State::Welcome:
        return say(QT_TRANSLATE_NOOP("BoardWords", "Welcome"));
    case BoardViewModel::State::Idle:
        return say(QT_TRANSLATE_NOOP("BoardWords", "Please wait"));
    case BoardViewModel::State::Broken:
        return say(QT_TRANSLATE_NOOP("BoardWords", "This board is being repaired"));
    case BoardViewModel::State::Calls:
        break;
    }
    return {};
}

QString BoardWords::text(BoardViewModel::State state)
{
    switch (state) {
    case BoardViewModel::State::CatchingUp:
        return say(QT_TRANSLATE_NOOP("BoardWords", "The board is getting today's calls."));
    case BoardViewModel::State::Welcome:
    case BoardViewModel::State::Idle:
        return say(QT_TRANSLATE_NOOP("BoardWords", "Your number will appear here when it is called."));
    case BoardViewModel::State::Broken:
        return say(QT_TRANSLATE_NOOP("BoardWords", "Please listen for staff to call you."));
    case BoardViewModel::State::Closed:
    case BoardViewModel::State::Calls:
        break;
    }
    return {};
}

QString BoardWords::directionIcon(Direction direction)
{
    switch (direction) {
    case Direction::None:
        return {};
    case Direction::Left:
        return QStringLiteral("arrow-left");
    case Direction::Right:
        return QStringLiteral("arrow-right");
    case Direction::Ahead:
        return QStringLiteral("arrow-up");
    case Direction::Up:
    case Direction::Down:
        return QStringLiteral("stairs");
    }
    return {};
}

QString BoardWords::floor(int floor)
{
    return say(QT_TRANSLATE_NOOP("BoardWords", "Floor %1")).arg(floor);
}

QString BoardWords::missed(const QStringList& numbers)
{
    const QString line = numbers.mid(0, missedShownMax).join(QStringLiteral(", "));
    const qsizetype more = numbers.size() - missedShownMax;
    return more > 0 ? say(QT_TRANSLATE_NOOP("BoardWords", "%1 and %2 more")).arg(line).arg(more) : line;
}

QString BoardWords::cutOff(const QString& since)
{
    return say(QT_TRANSLATE_NOOP("BoardWords", "Cut off from the queue since %1.")).arg(since);
}

QString BoardWords::unreachedTitle()
{
    return say(QT_TRANSLATE_NOOP("BoardWords", "Not connected yet"));
}

QString BoardWords::unreachedText()
{
    return say(QT_TRANSLATE_NOOP("BoardWords",
                                 "The calls appear here by themselves as soon as the board is connected."));
}

QString BoardWords::fault()
{
    return say(QT_TRANSLATE_NOOP("BoardWords", "The queue's machine has a fault."));
}

QString BoardWords::noSound()
{
    return say(QT_TRANSLATE_NOOP("BoardWords", "No sound, please watch the screen"));
}

} // namespace anjungan
