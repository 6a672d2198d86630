// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "core/result.h"

#include <optional>

namespace anjungan {

/// What makes a wall clock doubtful.
enum class ClockDoubt {
    None,
    Behind,   ///< it shows a time before the journal's last event: its battery is empty, perhaps
    FarAhead, ///< it shows a time long after the journal's last event
    Jumped,   ///< while the program ran, somebody or something set it to another time
};

/// Gives the time with which a node stamps its events: the wall clock's while that can be right; else the
/// last time that was right, going on as the steady clock goes. Never earlier than what it gave before.
///
/// A doubt ends when the wall clock can be right again, or when a person says that it is. Not thread-safe.
class Timekeeper
{
public:
    /// A wall clock may be so far off the expected time, as clocks are that are set over the network.
    static constexpr std::chrono::minutes drift{2};
    /// A step forward may be larger: a machine's clock is often set a while after its start.
    static constexpr std::chrono::minutes step{15};
    /// No site is closed for longer between two events.
    static constexpr std::chrono::days ahead{60};
    /// Before this program was written no clock was right.
    static constexpr Instant earliest{std::chrono::sys_days{std::chrono::year{2026} / 11 / 1}};

    /// `clock` must live longer.
    explicit Timekeeper(const Clock& clock)
        : m_clock(clock)
    {}

    /// The time now, for a journal whose last event is of `journalEnds`.
    [[nodiscard]] Instant now(Instant journalEnds);

    /// As of the last call of `now`.
    [[nodiscard]] ClockDoubt doubt() const { return m_doubt; }
    /// Whether nothing may be dated: nobody knows which day it is. A clock that jumped is no such case.
    [[nodiscard]] bool knowsNoDay() const
    {
        return m_doubt == ClockDoubt::Behind || m_doubt == ClockDoubt::FarAhead;
    }
    /// `clock-doubtful` or `clock-jumped`, to be shown to staff.
    [[nodiscard]] std::optional<Error> problem() const;

    /// A person looked at the wall clock and says that it is right.
    void confirm();

private:
    [[nodiscard]] ClockDoubt judge(Instant wall, Instant expected, Instant journalEnds) const;

    const Clock& m_clock;
    std::optional<Instant> m_last; ///< that was given
    std::chrono::milliseconds m_steady{};
    ClockDoubt m_doubt = ClockDoubt::None;
};

} // namespace anjungan
