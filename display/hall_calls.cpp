// SPDX-License-Identifier: GPL-3.0-or-later
#include "display/hall_calls.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace anjungan {

namespace {

struct MissedCall
{
    Instant ended{};
    Number number;
};

HallCall callOf(const Ticket& ticket, const Episode& episode)
{
    return {episode.id,    ticket.id, ticket.number, episode.counter, episode.serving.has_value(),
            episode.called};
}

/// The last call of a leg that has none open.
const Episode* lastOf(const Leg& leg)
{
    return leg.ended.empty() ? nullptr : &leg.ended.back();
}

void sortNewestFirst(std::vector<HallCall>& calls, const Attentions& attentions)
{
    const auto keyOf = [&](const HallCall& call) {
        const auto seen = attentions.find(call.episode);
        const Attention attention = seen == attentions.end() ? Attention{call.called, 0} : seen->second;
        return std::tuple(attention, call.number);
    };
    std::sort(calls.begin(), calls.end(),
              [&](const HallCall& a, const HallCall& b) { return keyOf(a) > keyOf(b); });
}

/// Of a ticket with several errands only its newest call, and none while it is called elsewhere.
void keepOneATicket(HallCalls& calls)
{
    std::set<TicketId> seen;
    for (const HallCall& call : calls.called)
        seen.insert(call.ticket);
    for (const HallCall& call : calls.serving)
        seen.insert(call.ticket);
    std::erase_if(calls.ended, [&](const HallCall& call) { return !seen.insert(call.ticket).second; });
}

} // namespace

bool isInZone(const Site& site, const CounterId& counter, const std::optional<ZoneId>& zone)
{
    if (!zone)
        return true;
    const Counter* found = site.catalogue() ? site.catalogue()->find(counter) : nullptr;
    return found != nullptr && found->zone == *zone;
}

int countersAtWork(const Site& site, const std::optional<ZoneId>& zone)
{
    if (!site.catalogue())
        return 0;
    return static_cast<int>(std::count_if(
        site.catalogue()->counters.begin(), site.catalogue()->counters.end(), [&](const Counter& counter) {
            const CounterDesk& desk = site.desk(counter.id);
            return (!zone || counter.zone == *zone) &&
                   (desk.presence != CounterPresence::Closed || desk.openLeg.has_value());
        }));
}

HallCalls hallCalls(const Site& site, const std::optional<ZoneId>& zone, Day today,
                    const Attentions& attentions)
{
    HallCalls calls;
    std::vector<MissedCall> missed;
    for (const auto& [id, ticket] : site.tickets()) {
        if (ticket.day != today)
            continue;
        const bool elsewhere = ticket.openLeg() != nullptr;
        for (const Leg& leg : ticket.legs) {
            const Episode* episode = leg.open ? &*leg.open : lastOf(leg);
            if (episode == nullptr || !isInZone(site, episode->counter, zone))
                continue;
            if (leg.open)
                (leg.state == LegState::Serving ? calls.serving : calls.called)
                    .push_back(callOf(ticket, *episode));
            else if (leg.state == LegState::Finished)
                calls.ended.push_back(callOf(ticket, *episode));
            else if (leg.state == LegState::Missed && !elsewhere)
                missed.push_back({episode->ended.value_or(episode->called), ticket.number});
        }
    }
    sortNewestFirst(calls.called, attentions);
    sortNewestFirst(calls.serving, attentions);
    sortNewestFirst(calls.ended, attentions);
    keepOneATicket(calls);
    std::sort(missed.begin(), missed.end(), [](const MissedCall& a, const MissedCall& b) {
        return std::tie(a.ended, a.number) > std::tie(b.ended, b.number);
    });
    for (const MissedCall& call : missed) {
        if (std::find(calls.missed.begin(), calls.missed.end(), call.number) == calls.missed.end())
            calls.missed.push_back(call.number);
    }
    return calls;
}

} // namespace anjungan
