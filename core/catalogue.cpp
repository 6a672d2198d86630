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
    const auto found =
        std::lower_bound(closures.begin(), closures.end(), day,
                         [](const Closure& closure, Day wanted) { return closure.day < wanted; });
    return found != closures.end() && found->day == day ? &*found : nullptr;
}

} // namespace anjungan
