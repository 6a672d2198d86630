// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site.h"

#include <algorithm>
#include <fmt/format.h>
#include <string>

namespace anjungan {

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
        text += fmt::format("{} {}", ticket->id.text(), ticket->number.text());
        for (const Leg& leg : ticket->legs)
            text += fmt::format(
                " [{} {} {} at {}/{}/{} passed {} open {} ended {} note '{}']", leg.service.text(),
                leg.queue.text(), static_cast<int>(leg.state), leg.place.arrival.time_since_epoch().count(),
                leg.place.tie, leg.place.notBeforeCall, leg.passedOver,
                leg.open ? leg.open->id.text() + leg.open->counter.text() : "-", leg.ended.size(), leg.note);
        text += '\n';
    }
    if (!site.catalogue())
        return text;
    for (const Queue& queue : site.catalogue()->queues) {
        const QueueDay& day = site.queue(queue.id);
        text += fmt::format("queue {} calls {} last {}:", queue.id.text(), day.calls,
                            site.lastNumber(queue.prefix, 0, site.day()));
        for (const auto* set : {&day.priority, &day.ordinary}) {
            for (const WaitingKey& key : *set)
                text += fmt::format(" {}/{}", key.leg.ticket.text(), key.leg.index);
            text += " |";
        }
        text += '\n';
    }
    for (const Counter& counter : site.catalogue()->counters) {
        const CounterDesk& desk = site.desk(counter.id);
        text += fmt::format("counter {} {} {} {}\n", counter.id.text(), static_cast<int>(desk.presence),
                            desk.staff ? desk.staff->text() : "-",
                            desk.openLeg ? desk.openLeg->ticket.text() : "-");
    }
    return text;
}

} // namespace anjungan
