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
};

/// Whether something is open at a moment, and what to tell who asks.
struct Opening
{
    ClosedReason reason = ClosedReason::None;
    std::optional<Instant> closes;    ///< end of the running period's day, when open
    std::optional<Instant> opensNext; ///< when not open; nothing: not within 60 days
    const Closure* closure = nullptr; ///< of the catalogue, for Holiday

    [[nodiscard]] bool isOpen() const { return reason == ClosedReason::None; }
};

/// The hours that apply to a service: its own, else its agency's, else the site's.
[[nodiscard]] const Hours& hoursOf(const Catalogue& catalogue, const Service& service);

/// By hours and calendar alone (no quota).
[[nodiscard]] Opening openingOf(const Catalogue& catalogue, const Hours& hours, Instant now);

/// Whether a ticket for the service is given now: hours, calendar and quota. Needs a published catalogue.
[[nodiscard]] Opening openingOf(const Site& site, const Service& service, Instant now);

} // namespace anjungan
