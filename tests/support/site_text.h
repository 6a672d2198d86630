// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site.h"

#include <algorithm>
#include <fmt/format.h>
#include <string>

namespace anjungan {

/// The leg as it stands; `last` acts are left out, since an undo forgets them.
inline std::string textOf(const Leg& leg)
{
    std::string text = fmt::format(
        " [{} {} {} at {}/{}/{} slot {} passed {} note '{}' outcome {} {} {}", leg.service.text(),
        leg.queue.text(), static_cast<int>(leg.state), leg.place.arrival.time_since_epoch().count(),
        leg.place.tie, leg.place.notBeforeCall,
        leg.appointment ? leg.appointment->time_since_epoch().count() : 0, leg.passedOver, leg.note,
        leg.outcome ? static_cast<int>(*leg.outcome) : -1, static_cast<int>(leg.way), leg.quantity);
    const auto describe = [&text](const Episode& episode) {
        text +=
            fmt::format(" {}@{} {} {} {}", episode.id.text(), episode.counter.text(),
                        episode.called.time_since_epoch().count(),
                        episode.serving ? episode.serving->time_since_epoch().count() : 0, episode.repeats);
    };
    if (leg.open)
        describe(*leg.open);
    text += " ended";
    for (const Episode& episode : leg.ended)
        describe(episode);
    return text + ']';
}

/// Everything a site's state says, in one canonical text: two states are equal when their texts are.
inline std::string textOf(const Site& site)
{
    std::string text =
        fmt::format("head {}.{} day {}\n", site.head().epoch, site.head().n, formatDay(site.day()));
    std::vector<const Ticket*> tickets;
    for (const auto& [id, ticket] : site.tickets())
        tickets.push_back(&ticket);
    std::sort(tickets.begin(), tickets.end(), [](const Ticket* a, const Ticket* b) { return a->id < b->id; });
    for (const Ticket* ticket : tickets) {
        text += fmt::format("{} {} v{}", ticket->id.text(), ticket->number.text(), ticket->catalogueVersion);
        for (const PriorityClassId& id : ticket->classes)
            text += ' ' + id.text();
        for (const Leg& leg : ticket->legs)
            text += textOf(leg);
        text += '\n';
    }
    if (!site.catalogue())
        return text;
    for (const Queue& queue : site.catalogue()->queues) {
        const QueueDay& day = site.queue(queue.id);
        text += fmt::format("queue {} calls {} last {}:", queue.id.text(), day.calls,
                            site.lastNumber(queue.prefix, 0, site.day()));
        for (const auto& set : day.waiting) {
            for (const WaitingKey& key : set)
                text += fmt::format(" {}/{}", key.leg.ticket.text(), key.leg.index);
            text += " |";
        }
        for (const auto& [service, times] : day.recentServices) {
            if (times.empty())
                continue;
            text += ' ' + service.text();
            const std::size_t counted = std::min(times.size(), recentServicesCounted);
            for (auto time = times.end() - static_cast<std::ptrdiff_t>(counted); time != times.end(); ++time)
                text += fmt::format(" {}", time->time.count());
        }
        text += '\n';
    }
    for (const Counter& counter : site.catalogue()->counters) {
        const CounterDesk& desk = site.desk(counter.id);
        text += fmt::format("counter {} {} {} {}\n", counter.id.text(), static_cast<int>(desk.presence),
                            desk.staff ? desk.staff->text() : "-",
                            desk.openLeg ? desk.openLeg->ticket.text() : "-");
    }
    for (const auto& [id, device] : site.devices())
        text += fmt::format("device {} {} {} {}\n", id.text(), device.incarnation.text(), device.series,
                            device.isSuspect);
    return text;
}

/// The same without where the log ends: what an act and its undo together leave as it was.
inline std::string standingOf(const Site& site)
{
    const std::string text = textOf(site);
    return text.substr(text.find('\n'));
}

} // namespace anjungan
