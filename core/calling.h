// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site.h"

#include <optional>
#include <vector>

namespace anjungan {

enum class NextReason {
    FirstArrived,   ///< nobody who waits came before
    AppointmentDue, ///< its slot has come
    Priority,       ///< a priority class goes before ordinary tickets
    BoundReached,   ///< others went before it as often as the policy allows
    OnlyReturned,   ///< a missed ticket that should wait for others, but nobody else waits
    OnlyEarly,      ///< its slot has not come, but nobody else waits
};

struct NextLeg
{
    LegId leg;
    NextReason reason = NextReason::FirstArrived;
    // Who came before and is passed over by this call, each the first of its class.
    std::optional<LegId> passedOver;         ///< ordinary
    std::optional<LegId> passedOverPriority; ///< of a priority class
};

/// Who is called next at a counter, by the catalogue's policy; nothing when nobody may be called.
///
/// Who has an appointment that is due goes before a priority class, and that before the others, but whoever
/// is first of a class is passed over at most `CallPolicy::priorityRun` times by somebody who came later.
/// Within a class the first arrival counts. Legs of a citizen who is at another counter are held: skipped,
/// at their place. A leg whose needs only other counters serve, one of them open, is theirs.
[[nodiscard]] std::optional<NextLeg> nextFor(const Site& site, const CounterId& counter, Instant now);

/// The legs that wait for a counter, in the order in which it would call them, at most `limit`.
[[nodiscard]] std::vector<LegId> waitingFor(const Site& site, const CounterId& counter, Instant now,
                                            std::size_t limit);

/// Whether a counter is a place where the ticket's needs can be met, or no better one is open.
[[nodiscard]] bool meetsNeeds(const Site& site, const Counter& counter, const Ticket& ticket,
                              const QueueId& queue);

} // namespace anjungan
