// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site.h"

#include <optional>
#include <span>
#include <vector>

// docs/waiting.md says how the waiting range is worked out, and how well it holds.
namespace anjungan {

/// What a citizen who takes a service now is told.
struct WaitEstimate
{
    int ahead = 0;                               ///< people whom the same counters may call first
    int openCounters = 0;                        ///< that serve the queue, paused ones included
    std::optional<std::chrono::minutes> waitMin; ///< nothing: no counter is open
    std::optional<std::chrono::minutes> waitMax; ///< 0: at once, which is within a minute
};

/// From when to when the turn comes in four of five cases. Needs a published catalogue.
[[nodiscard]] WaitEstimate estimateWait(const Site& site, const Service& service, bool priority, Instant now);

/// The same for somebody who takes all these services with one ticket: while she is at one counter, her turn
/// at another is held.
[[nodiscard]] std::vector<WaitEstimate>
estimateWaits(const Site& site, std::span<const Service* const> services, bool priority, Instant now);

/// What the holder of a ticket is told while she waits: for each of its legs when the turn comes, at its
/// place; nothing for a leg that does not wait, and for all while she is at a counter: her turns are held.
[[nodiscard]] std::vector<std::optional<WaitEstimate>> estimateWaits(const Site& site, const Ticket& ticket,
                                                                     Instant now);

/// Whether the turn of somebody who takes the service now can still come before the agency closes today, if
/// everything goes well. Cheap enough to be asked for every service of a page. Says nothing about hours and
/// quota: see `openingOf`.
[[nodiscard]] bool turnMayCome(const Site& site, const Service& service, bool priority, Instant now);

/// What a range is before it is rounded for reading. Minutes from now by the clock: a break is in them.
struct WaitForecast
{
    int ahead = 0;
    int openCounters = 0; ///< 0: the rest says nothing
    bool atOnce = false;
    double low_min = 0;  ///< one of ten is called sooner
    double high_min = 0; ///< one of ten is called later
};

[[nodiscard]] std::vector<WaitForecast>
forecastWaits(const Site& site, std::span<const Service* const> services, bool priority, Instant now);

/// Of a ticket's legs; nothing where `estimateWaits` tells nothing.
[[nodiscard]] std::vector<std::optional<WaitForecast>> forecastWaits(const Site& site, const Ticket& ticket,
                                                                     Instant now);

} // namespace anjungan
