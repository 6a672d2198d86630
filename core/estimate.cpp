// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calling.h"

#include <algorithm>
#include <map>
#include <unordered_map>

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
    Minutes sum = standard * standardWeight;
    double weight = standardWeight;
    const auto& times = found->second;
    for (auto time = times.rbegin(); time != times.rend() && weight < standardWeight + recentServicesCounted;
         ++time, ++weight)
        sum += time->time;
    return sum / weight;
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

/// A queue whose people the desks may call.
struct SharedQueue
{
    const QueueDay* day;
    std::vector<Desk*> desks;
};

/// Somebody who waits. The key lies in the site.
struct Waiting
{
    const WaitingKey* key;
    const SharedQueue* queue;

    bool operator<(const Waiting& other) const { return *key < *other.key; }
};

std::vector<SharedQueue> queuesOf(const Site& site, std::vector<Desk>& desks)
{
    std::map<QueueId, std::vector<Desk*>> byQueue;
    for (Desk& desk : desks) {
        for (const QueueId& queue : desk.counter->queues)
            byQueue[queue].push_back(&desk);
    }
    std::vector<SharedQueue> queues;
    for (auto& [id, serving] : byQueue)
        queues.push_back({&site.queue(id), std::move(serving)});
    return queues;
}

/// Adds a class of a queue to those of other queues; both are in order.
void mergeInto(std::vector<Waiting>& all, const std::set<WaitingKey>& keys, const SharedQueue& queue)
{
    const auto middle = static_cast<std::ptrdiff_t>(all.size());
    for (const WaitingKey& key : keys)
        all.push_back({&key, &queue});
    std::inplace_merge(all.begin(), all.begin() + middle, all.end());
}

/// Who the desks may call before somebody who comes now, in the order of arrival.
std::vector<Waiting> waitingBefore(const Site& site, const std::vector<SharedQueue>& queues, bool priority)
{
    std::vector<Waiting> first;
    std::vector<Waiting> others;
    for (const SharedQueue& queue : queues) {
        mergeInto(first, queue.day->of(WaitingClass::Appointment), queue);
        mergeInto(first, queue.day->of(WaitingClass::Priority), queue);
        mergeInto(others, queue.day->of(WaitingClass::Ordinary), queue);
    }
    if (priority) {
        const auto run = static_cast<std::size_t>(std::max(site.catalogue()->policy.priorityRun, 1));
        others.resize(std::min(others.size(), first.size() / run));
    }
    const auto middle = static_cast<std::ptrdiff_t>(first.size());
    first.insert(first.end(), others.begin(), others.end());
    std::inplace_merge(first.begin(), first.begin() + middle, first.end());
    return first;
}

/// How long each service takes, worked out once however many wait for it.
class Means
{
public:
    Means(const Site& site, const Service& otherwise)
        : m_site(site)
        , m_otherwise(otherwise.serviceStandard)
    {}

    Minutes of(const ServiceId& id)
    {
        const auto [mean, isNew] = m_means.try_emplace(id);
        if (isNew) {
            const Service* service = m_site.catalogue()->find(id);
            mean->second = service ? meanService(m_site, *service) : m_otherwise;
        }
        return mean->second;
    }

private:
    const Site& m_site;
    Minutes m_otherwise;
    std::unordered_map<ServiceId, Minutes> m_means;
};

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
        estimate.ahead =
            static_cast<int>(queue.count() - (priority ? queue.of(WaitingClass::Ordinary).size() : 0));
        return estimate;
    }
    const std::vector<SharedQueue> queues = queuesOf(site, desks);
    const std::vector<Waiting> before = waitingBefore(site, queues, priority);
    estimate.ahead = static_cast<int>(before.size());
    Means means(site, service);
    for (const Waiting& waiting : before) {
        Desk* soonest = *std::min_element(waiting.queue->desks.begin(), waiting.queue->desks.end(),
                                          [](const Desk* a, const Desk* b) { return a->free < b->free; });
        soonest->free += means.of(site.find(waiting.key->leg)->service);
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
