// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/load/load_site.h"

#include <chrono>
#include <map>

namespace anjungan::load {

using Seconds = std::chrono::duration<double>;

/// What clients that ask again as soon as they are answered get done.
struct Rate
{
    double perSecond = 0;
    double p50_ms = 0;
    double p99_ms = 0;
    int errors = 0; ///< answers that are neither a success nor a refusal the queue may give
};

struct Hammered
{
    Rate issues;
    Rate calls;
};

/// For `time`: `issuers` clients take numbers at the kiosks and each of the first `callers` counters calls,
/// acknowledges and finishes; none waits for another.
[[nodiscard]] Hammered hammer(LoadSite& site, int issuers, int callers, Seconds time);

/// What must never be, counted in the log itself.
struct Doubles
{
    int numbers = 0; ///< given twice
    int calls = 0;   ///< of a leg that was open elsewhere, or at a counter that had one
    std::size_t events = 0;
};
[[nodiscard]] Doubles doublesIn(const std::vector<Event>& log);

/// How long after its commit a call was seen by each of the site's other devices, all following at once.
struct Fanout
{
    std::size_t readers = 0;
    std::size_t seen = 0; ///< calls times readers
    double p50_ms = 0;
    double p99_ms = 0;
};
[[nodiscard]] Fanout fanOut(LoadSite& site, int calls);

/// All other devices come back at once after a restart: TLS, snapshot, log to its end.
struct Return
{
    std::size_t devices = 0;
    Seconds took{};
};
[[nodiscard]] Return comeBack(LoadSite& site);

} // namespace anjungan::load
