// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calling.h"

#include <algorithm>
#include <numeric>

namespace anjungan {

namespace {

using Minutes = std::chrono::duration<double, std::ratio<60>>;

/// The service's standard counts as much as this many observed services.
constexpr double standardWeight = 5;

/// The true wait lies around the computed one: the range told is this much shorter and longer.
constexpr double rangeLow = 0.7;
constexpr double rangeHigh = 1.4;
constexpr int rangeStep_min = 5;

Minutes meanService(const Site& site, const Service& service)
{
    const auto& recent = site.queue(service.queue).recentServices;
    const auto found = recent.find(service.id);
    const Minutes standard = service.serviceStandard;
    if (found == recent.end())
        return standard;
    const Minutes sum = std::accumulate(found->second.begin(), found->second.end(), Minutes{});
    return (sum + standard * standardWeight) / (standardWeight + static_cast<double>(found->second.size()));
}

/// A counter that serves the queue, and when it will be free.
struct Desk
{
    const Counter* counter;
    Minutes free{};

    [[nodiscard]] bool serves(const QueueId& queue) const
    {
        return std::find(counter->queues.begin(), counter->queues.end(), queue) != counter->queues.end();
    }
};

std::vector<Desk> openDesks(const Site& site, const QueueId& queue, Instant now)
{
    std::vector<Desk> desks;
    for (const Counter& counter : site.catalogue()->counters) {
        Desk desk{&counter};
        const CounterDesk& state = site.desk(counter.id);
        if (!desk.serves(queue) || state.presence == CounterPresence::Closed)
            continue;
        if (const Leg* leg = state.openLeg ? site.find(*state.openLeg) : nullptr) {
            const Service* service = site.catalogue()->find(leg->service);
            const Minutes usual = service ? meanService(site, *service) : Minutes(10);
            const Minutes elapsed = now - leg->open->serving.value_or(leg->open->called);
            desk.free = std::max(usual - elapsed, Minutes(1));
        }
        desks.push_back(desk);
    }
    return desks;
}

/// Who the desks may call before somebody who comes now, in the order of arrival.
std::vector<WaitingKey> waitingBefore(const Site& site, const std::vector<Desk>& desks, bool priority)
{
    std::set<QueueId> queues;
    for (const Desk& desk : desks)
        queues.insert(desk.counter->queues.begin(), desk.counter->queues.end());
    std::vector<WaitingKey> first;
    std::vector<WaitingKey> others;
    for (const QueueId& id : queues) {
        const QueueDay& queue = site.queue(id);
        first.insert(first.end(), queue.priority.begin(), queue.priority.end());
        others.insert(others.end(), queue.ordinary.begin(), queue.ordinary.end());
    }
    std::sort(others.begin(), others.end());
    if (priority) {
        const auto run = static_cast<std::size_t>(std::max(site.catalogue()->policy.priorityRun, 1));
        others.resize(std::min(others.size(), first.size() / run));
    }
    first.insert(first.end(), others.begin(), others.end());
    std::sort(first.begin(), first.end());
    return first;
}

std::chrono::minutes roundTo(double minutes, bool up)
{
    const double steps = minutes / rangeStep_min;
    const auto whole = static_cast<int>(steps);
    return std::chrono::minutes((whole + (up && steps > whole ? 1 : 0)) * rangeStep_min);
}

} // namespace

WaitEstimate estimateWait(const Site& site, const Service& service, bool priority, Instant now)
{
    WaitEstimate estimate;
    std::vector<Desk> desks = openDesks(site, service.queue, now);
    estimate.openCounters = static_cast<int>(desks.size());
    if (desks.empty()) {
        const QueueDay& queue = site.queue(service.queue);
        estimate.ahead = static_cast<int>(queue.priority.size() + (priority ? 0 : queue.ordinary.size()));
        return estimate;
    }
    const auto before = waitingBefore(site, desks, priority);
    estimate.ahead = static_cast<int>(before.size());
    for (const WaitingKey& key : before) {
        const Leg* leg = site.find(key.leg);
        const Service* other = site.catalogue()->find(leg->service);
        Desk* soonest = nullptr;
        for (Desk& desk : desks) {
            if (desk.serves(leg->queue) && (!soonest || desk.free < soonest->free))
                soonest = &desk;
        }
        if (soonest)
            soonest->free += other ? meanService(site, *other) : Minutes(service.serviceStandard);
    }
    const double wait = std::min_element(desks.begin(), desks.end(), [](const Desk& a, const Desk& b) {
                            return a.free < b.free;
                        })->free.count();
    estimate.waitMin = roundTo(wait * rangeLow, false);
    estimate.waitMax = wait <= 0 ? std::chrono::minutes(0)
                                 : std::max(roundTo(wait * rangeHigh, true),
                                            *estimate.waitMin + std::chrono::minutes(rangeStep_min));
    return estimate;
}

} // namespace anjungan
