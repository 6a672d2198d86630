// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rehearsal/staffing.h"

#include "core/opening.h"

#include <algorithm>

namespace anjungan {

namespace {

constexpr std::size_t desksMax = 4;

bool contains(const std::vector<CounterId>& counters, const CounterId& counter)
{
    return std::find(counters.begin(), counters.end(), counter) != counters.end();
}

} // namespace

std::vector<CounterId> countersToStaff(const Catalogue& catalogue)
{
    std::vector<CounterId> chosen;
    const auto staff = [&](const QueueId& queue, std::size_t count) {
        for (const Counter& counter : catalogue.counters) {
            const bool serves =
                std::find(counter.queues.begin(), counter.queues.end(), queue) != counter.queues.end();
            const bool taken = contains(chosen, counter.id);
            if (serves && !taken && count > 0 && chosen.size() < desksMax) {
                chosen.push_back(counter.id);
                --count;
            }
        }
    };
    std::set<QueueId> seen;
    for (const Service& service : catalogue.services) {
        if (service.frequent && seen.insert(service.queue).second)
            staff(service.queue, seen.size() == 1 ? 2 : 1);
    }
    return chosen;
}

std::vector<ServiceId> servicesAt(const std::vector<CounterId>& counters, const Site& site, Instant now)
{
    std::set<QueueId> queues;
    for (const CounterId& id : counters) {
        const Counter* counter = site.catalogue()->find(id);
        queues.insert(counter->queues.begin(), counter->queues.end());
    }
    std::vector<ServiceId> services;
    for (const Service& service : site.catalogue()->services) {
        if (queues.contains(service.queue) && openingOf(site, service, now).isOpen())
            services.push_back(service.id);
    }
    return services;
}

} // namespace anjungan
