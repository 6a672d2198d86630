// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site.h"

#include <optional>
#include <vector>

namespace anjungan {

enum class NextReason {
    FirstArrived,  ///< nobody of another class waits
    Priority,      ///< a priority class goes before ordinary tickets
    OrdinaryIsDue, ///< priority tickets passed over it as often as the policy allows
    OnlyReturned,  ///< a missed ticket that should wait for others, but nobody else waits
};

struct NextLeg
{
    LegId leg;
    NextReason reason = NextReason::FirstArrived;
    std::optional<LegId> passedOver; ///< the ordinary leg that a priority one goes before
};

/// Who is called next at a counter, by the catalogue's policy; nothing when nobody may be called.
/// Legs of a citizen who is at another counter are held: skipped, at their place.
[[nodiscard]] std::optional<NextLeg> nextFor(const Site& site, const CounterId& counter, Instant now);

/// The legs that wait for a counter, in the order in which it would call them, at most `limit`.
[[nodiscard]] std::vector<LegId> waitingFor(const Site& site, const CounterId& counter, Instant now,
                                            std::size_t limit);

/// What a citizen who takes this service now is told.
struct WaitEstimate
{
    int ahead = 0;                               ///< people whom the same counters may call first
    int openCounters = 0;                        ///< that serve the queue, paused ones included
    std::optional<std::chrono::minutes> waitMin; ///< nothing: no counter is open
    std::optional<std::chrono::minutes> waitMax;
};

[[nodiscard]] WaitEstimate estimateWait(const Site& site, const Service& service, bool priority, Instant now);

} // namespace anjungan
