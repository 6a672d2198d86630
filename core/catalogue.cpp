// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue.h"

#include <algorithm>

namespace anjungan {

namespace {

template <typename Item, typename ItemId>
const Item* findByWalking(const std::vector<Item>& items, const ItemId& id)
{
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

/// The index is a hint: what it points to is checked, and what it does not know is looked for.
template <typename Item, typename ItemId>
const Item* findByIndex(const std::vector<Item>& items, const std::unordered_map<ItemId, std::size_t>& index,
                        const ItemId& id)
{
    const auto hint = index.find(id);
    if (hint != index.end() && hint->second < items.size() && items[hint->second].id == id)
        return &items[hint->second];
    return findByWalking(items, id);
}

} // namespace

std::string_view languageCode(Language language)
{
    return language == Language::English ? "en" : "id";
}

std::optional<Language> parseLanguage(std::string_view code)
{
    if (code == "id")
        return Language::Indonesian;
    if (code == "en")
        return Language::English;
    return std::nullopt;
}

const Agency* Catalogue::find(const AgencyId& id) const
{
    return findByWalking(agencies, id);
}

const Service* Catalogue::find(const ServiceId& id) const
{
    return findByIndex(services, index.services, id);
}

const Queue* Catalogue::find(const QueueId& id) const
{
    return findByIndex(queues, index.queues, id);
}

const Counter* Catalogue::find(const CounterId& id) const
{
    return findByIndex(counters, index.counters, id);
}

const Zone* Catalogue::find(const ZoneId& id) const
{
    return findByWalking(zones, id);
}

const PriorityClass* Catalogue::find(const PriorityClassId& id) const
{
    return findByWalking(priorityClasses, id);
}

const Closure* Catalogue::closureOn(Day day) const
{
    return closureOn(day, AgencyId());
}

const Closure* Catalogue::closureOn(Day day, const AgencyId& agency) const
{
    auto closure = std::lower_bound(closures.begin(), closures.end(), day,
                                    [](const Closure& each, Day wanted) { return each.day < wanted; });
    for (; closure != closures.end() && closure->day == day; ++closure) {
        const auto& closed = closure->agencies;
        if (closed.empty() || std::find(closed.begin(), closed.end(), agency) != closed.end())
            return &*closure;
    }
    return nullptr;
}

const Season* Catalogue::seasonOn(Day day) const
{
    const auto season = std::lower_bound(seasons.begin(), seasons.end(), day,
                                         [](const Season& each, Day wanted) { return each.to < wanted; });
    return season != seasons.end() && season->from <= day ? &*season : nullptr;
}

const CallPolicy& Catalogue::policyOf(const QueueId& id) const
{
    const Queue* queue = find(id);
    return queue != nullptr && queue->policy ? *queue->policy : policy;
}

} // namespace anjungan
