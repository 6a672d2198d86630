// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calling.h"

#include <algorithm>

namespace anjungan {

namespace {

enum class WaitingClass { Priority, Ordinary };

/// The first legs of a counter's queues, each class for itself.
class Candidates
{
public:
    Candidates(const Site& site, const Counter& counter)
        : m_site(site)
        , m_counter(counter)
    {}

    /// The earliest leg that may be called now. `evenReturned` also takes missed legs that came back and
    /// should still wait for others.
    [[nodiscard]] std::optional<WaitingKey> first(WaitingClass which, bool evenReturned) const
    {
        std::optional<WaitingKey> best;
        for (const QueueId& id : m_counter.queues) {
            const QueueDay& queue = m_site.queue(id);
            for (const WaitingKey& key : which == WaitingClass::Priority ? queue.priority : queue.ordinary) {
                if (best && *best < key)
                    break;
                const bool returned = key.place.notBeforeCall > queue.calls;
                if (m_site.find(key.leg.ticket)->openLeg() || (returned && !evenReturned))
                    continue;
                best = key;
                break;
            }
        }
        return best;
    }

private:
    const Site& m_site;
    const Counter& m_counter;
};

const Counter* counterOf(const Site& site, const CounterId& id, Instant now)
{
    if (!site.catalogue() || site.day() != dayOf(now, site.catalogue()->timeZone))
        return nullptr;
    return site.catalogue()->find(id);
}

} // namespace

std::optional<NextLeg> nextFor(const Site& site, const CounterId& counterId, Instant now)
{
    const Counter* counter = counterOf(site, counterId, now);
    if (!counter)
        return std::nullopt;
    const Candidates candidates(site, *counter);
    const auto priority = candidates.first(WaitingClass::Priority, false);
    const auto ordinary = candidates.first(WaitingClass::Ordinary, false);
    if (priority && ordinary) {
        const bool ordinaryIsDue =
            site.find(ordinary->leg)->passedOver >= site.catalogue()->policy.priorityRun;
        if (ordinaryIsDue)
            return NextLeg{ordinary->leg, NextReason::OrdinaryIsDue, {}};
        if (*ordinary < *priority)
            return NextLeg{priority->leg, NextReason::Priority, ordinary->leg};
        return NextLeg{priority->leg, NextReason::FirstArrived, {}};
    }
    if (priority || ordinary)
        return NextLeg{(priority ? priority : ordinary)->leg, NextReason::FirstArrived, {}};
    for (const WaitingClass which : {WaitingClass::Priority, WaitingClass::Ordinary}) {
        if (const auto returned = candidates.first(which, true))
            return NextLeg{returned->leg, NextReason::OnlyReturned, {}};
    }
    return std::nullopt;
}

std::vector<LegId> waitingFor(const Site& site, const CounterId& counterId, Instant now, std::size_t limit)
{
    const Counter* counter = counterOf(site, counterId, now);
    if (!counter)
        return {};
    std::vector<WaitingKey> priority;
    std::vector<WaitingKey> ordinary;
    for (const QueueId& id : counter->queues) {
        const QueueDay& queue = site.queue(id);
        priority.insert(priority.end(), queue.priority.begin(), queue.priority.end());
        ordinary.insert(ordinary.end(), queue.ordinary.begin(), queue.ordinary.end());
    }
    std::sort(priority.begin(), priority.end());
    std::sort(ordinary.begin(), ordinary.end());
    std::vector<LegId> order;
    const int run = site.catalogue()->policy.priorityRun;
    auto nextPriority = priority.begin();
    auto nextOrdinary = ordinary.begin();
    int passed = nextOrdinary == ordinary.end() ? 0 : site.find(nextOrdinary->leg)->passedOver;
    while (order.size() < limit && (nextPriority != priority.end() || nextOrdinary != ordinary.end())) {
        const bool takePriority =
            nextPriority != priority.end() && (nextOrdinary == ordinary.end() || passed < run);
        if (takePriority) {
            if (nextOrdinary != ordinary.end() && *nextOrdinary < *nextPriority)
                ++passed;
            order.push_back((nextPriority++)->leg);
        } else {
            order.push_back((nextOrdinary++)->leg);
            passed = nextOrdinary == ordinary.end() ? 0 : site.find(nextOrdinary->leg)->passedOver;
        }
    }
    // What cannot be called now stands where it is in the list, but the first row is the one called next.
    if (const auto next = nextFor(site, counterId, now)) {
        const auto found = std::find(order.begin(), order.end(), next->leg);
        if (found != order.end())
            std::rotate(order.begin(), found, found + 1);
    }
    return order;
}

} // namespace anjungan
