// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue_check.h"

#include <set>
#include <unordered_set>

namespace anjungan {

namespace {

template <typename Item>
using IdSet = std::unordered_set<decltype(Item::id)>;

/// The ids of a list; a fault at the first that comes twice.
template <typename Item>
IdSet<Item> gatherIds(const std::vector<Item>& items, std::string_view list, Fault& fault)
{
    IdSet<Item> ids;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!ids.insert(items[i].id).second)
            fault.set(fmt::format("{}[{}].id", list, i), fmt::format("'{}' comes twice", items[i].id.text()));
    }
    return ids;
}

template <typename ItemId>
void checkReference(const std::unordered_set<ItemId>& known, const ItemId& id, const std::string& place,
                    std::string_view word, Fault& fault)
{
    if (!known.contains(id))
        fault.set(place, fmt::format("no {} '{}'", word, id.text()));
}

void checkQueuePrefixes(const Catalogue& catalogue, Fault& fault)
{
    std::set<std::string_view> prefixes;
    for (std::size_t i = 0; i < catalogue.queues.size(); ++i) {
        if (!prefixes.insert(catalogue.queues[i].prefix).second)
            fault.set(fmt::format("queues[{}].prefix", i),
                      fmt::format("'{}' comes twice", catalogue.queues[i].prefix));
    }
}

} // namespace

void checkCatalogue(const Catalogue& catalogue, Fault& fault)
{
    gatherIds(catalogue.priorityClasses, "priorityClasses", fault);
    const auto zones = gatherIds(catalogue.zones, "zones", fault);
    const auto queues = gatherIds(catalogue.queues, "queues", fault);
    const auto agencies = gatherIds(catalogue.agencies, "agencies", fault);
    gatherIds(catalogue.services, "services", fault);
    gatherIds(catalogue.counters, "counters", fault);
    checkQueuePrefixes(catalogue, fault);

    for (std::size_t i = 0; i < catalogue.closures.size(); ++i) {
        const auto& closed = catalogue.closures[i].agencies;
        for (std::size_t k = 0; k < closed.size(); ++k)
            checkReference(agencies, closed[k], fmt::format("closures[{}].agencies[{}]", i, k), "agency",
                           fault);
    }

    std::unordered_set<QueueId> called;
    std::set<std::string_view> labels;
    for (std::size_t i = 0; i < catalogue.counters.size(); ++i) {
        const Counter& counter = catalogue.counters[i];
        const std::string place = fmt::format("counters[{}]", i);
        checkReference(agencies, counter.agency, place + ".agency", "agency", fault);
        checkReference(zones, counter.zone, place + ".zone", "zone", fault);
        // "Loket tiga" must lead to one place in the building.
        if (!labels.insert(counter.label).second)
            fault.set(place + ".label", fmt::format("'{}' comes twice", counter.label));
        std::unordered_set<QueueId> own;
        for (std::size_t k = 0; k < counter.queues.size(); ++k) {
            const std::string queuePlace = fmt::format("{}.queues[{}]", place, k);
            checkReference(queues, counter.queues[k], queuePlace, "queue", fault);
            if (!own.insert(counter.queues[k]).second)
                fault.set(queuePlace, fmt::format("'{}' comes twice", counter.queues[k].text()));
        }
        called.merge(own);
    }

    for (std::size_t i = 0; i < catalogue.services.size(); ++i) {
        const Service& service = catalogue.services[i];
        const std::string place = fmt::format("services[{}]", i);
        checkReference(agencies, service.agency, place + ".agency", "agency", fault);
        checkReference(queues, service.queue, place + ".queue", "queue", fault);
        if (!called.contains(service.queue))
            fault.set(place + ".queue", fmt::format("no counter calls from '{}'", service.queue.text()));
        gatherIds(service.cases, place + ".cases", fault);
    }
}

} // namespace anjungan
