// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site.h"

#include <map>
#include <optional>
#include <vector>

namespace anjungan {

/// One call as the hall may know it: number and counter, never a service.
struct HallCall
{
    EpisodeId episode;
    TicketId ticket;
    Number number;
    CounterId counter;
    bool serving = false; ///< she is at the counter
    Instant called{};
};

/// When a call was last made or repeated, as this board saw it happen.
struct Attention
{
    Instant at{};
    std::uint64_t n = 0; ///< of the event in the log: orders what happened in the same millisecond

    auto operator<=>(const Attention&) const = default;
};
using Attentions = std::map<EpisodeId, Attention>;

/// Today's calls of a zone, each list newest first.
struct HallCalls
{
    std::vector<HallCall> called;  ///< their citizens are still on the way
    std::vector<HallCall> serving; ///< their citizens are at the counter
    std::vector<HallCall> ended;   ///< finished; one a ticket, none that is called again
    std::vector<Number> missed;    ///< did not come, and were not called again

    [[nodiscard]] bool anyOpen() const { return !called.empty() || !serving.empty(); }
    [[nodiscard]] bool none() const { return !anyOpen() && ended.empty() && missed.empty(); }
};

/// Reads the calls of `today` out of the state. A recall renews a call, so `attentions` come before the
/// time of the call. Needs a published catalogue, else there are none.
[[nodiscard]] HallCalls hallCalls(const Site& site, const std::optional<ZoneId>& zone, Day today,
                                  const Attentions& attentions);

/// Whether the counter's calls belong on a board of that zone.
[[nodiscard]] bool isInZone(const Site& site, const CounterId& counter, const std::optional<ZoneId>& zone);

/// How many of the zone's counters work now.
[[nodiscard]] int countersAtWork(const Site& site, const std::optional<ZoneId>& zone);

} // namespace anjungan
