// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue.h"

#include <optional>

namespace anjungan {

class Site;

enum class ClosedReason {
    None,        ///< it is open
    BeforeHours, ///< opens later today
    Break,       ///< opens again later today
    AfterHours,  ///< closed for today
    ClosedDay,   ///< a weekday on which it does not open
    Holiday,     ///< a date of the calendar
    QuotaSpent,  ///< today's numbers are all given
    TurnTooLate, ///< it is open, but the turn of whoever comes now would not come before it closes
};

/// Whether something is open at a moment, and what to tell who asks.
struct Opening
{
    ClosedReason reason = ClosedReason::None;
    std::optional<Instant> closes;    ///< end of the running period's day, when open
    std::optional<Instant> opensNext; ///< when not open; nothing: not within 60 days
    const Closure* closure = nullptr; ///< of the catalogue, for Holiday
    const Season* season = nullptr;   ///< of the catalogue: today's hours are not the usual ones

    [[nodiscard]] bool isOpen() const { return reason == ClosedReason::None; }
};

/// When the site, or a service, is open on a day, in order; nothing on a closed day. A service follows its
/// own hours, else its agency's, else the site's.
[[nodiscard]] std::vector<Period> periodsOn(const Catalogue& catalogue, Day day);
[[nodiscard]] std::vector<Period> periodsOn(const Catalogue& catalogue, const Service& service, Day day);
/// A service of the agency without hours of its own.
[[nodiscard]] std::vector<Period> periodsOn(const Catalogue& catalogue, const AgencyId& agency, Day day);

/// By hours and calendar alone.
[[nodiscard]] Opening openingOf(const Catalogue& catalogue, Instant now);
[[nodiscard]] Opening openingOf(const Catalogue& catalogue, const Service& service, Instant now);

/// Whether a ticket for the service is given now: by hours, calendar, quota, and whether the turn can come
/// before closing. Needs a published catalogue.
[[nodiscard]] Opening openingOf(const Site& site, const Service& service, Instant now, bool priority = false);

} // namespace anjungan
