// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timekeeper.h"

#include <algorithm>

namespace anjungan {

ClockDoubt Timekeeper::judge(Instant wall, Instant expected, Instant journalEnds) const
{
    // The first look, and every look at a clock that has not been right since: only the journal is known.
    if (!m_last || knowsNoDay()) {
        if (wall < std::max(journalEnds - drift, earliest))
            return ClockDoubt::Behind;
        const bool isFarAhead = journalEnds != Instant() && wall > journalEnds + ahead;
        return isFarAhead ? ClockDoubt::FarAhead : ClockDoubt::None;
    }
    const auto farOff = m_doubt == ClockDoubt::None ? std::chrono::milliseconds(step) : drift;
    return wall < expected - drift || wall > expected + farOff ? ClockDoubt::Jumped : ClockDoubt::None;
}

Instant Timekeeper::now(Instant journalEnds)
{
    const Instant wall = m_clock.now();
    const std::chrono::milliseconds steady = m_clock.steady();
    const Instant begin = std::max(journalEnds, earliest);
    const Instant expected = m_last ? *m_last + (steady - m_steady) : begin;
    m_doubt = judge(wall, expected, journalEnds);
    const Instant time = m_doubt == ClockDoubt::None ? wall : expected;
    m_last = std::max({time, journalEnds, m_last.value_or(time)});
    m_steady = steady;
    return *m_last;
}

std::optional<Error> Timekeeper::problem() const
{
    switch (m_doubt) {
    case ClockDoubt::None:
        return std::nullopt;
    case ClockDoubt::Behind:
        return Error{"clock-doubtful", Severity::TryAgain, "behind the journal"};
    case ClockDoubt::FarAhead:
        return Error{"clock-doubtful", Severity::TryAgain, "far ahead of the journal"};
    case ClockDoubt::Jumped:
        return Error{"clock-jumped", Severity::TryAgain, "the time is counted on from before"};
    }
    return std::nullopt;
}

void Timekeeper::confirm()
{
    m_doubt = ClockDoubt::None;
    m_last = m_clock.now();
    m_steady = m_clock.steady();
}

} // namespace anjungan
