// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/phone_view.h"

#include "core/slip_maker.h"
#include "core/token.h"
#include "core/waiting.h"

#include <algorithm>
#include <tuple>

namespace anjungan {

namespace {

PhoneState stateOf(const Leg& leg, bool isAtCounter)
{
    switch (leg.state) {
    case LegState::Waiting:
        return isAtCounter ? PhoneState::Held : PhoneState::Waiting;
    case LegState::Called:
        return PhoneState::Called;
    case LegState::Serving:
        return PhoneState::Serving;
    case LegState::Parked:
        return PhoneState::Parked;
    case LegState::Missed:
        return PhoneState::Missed;
    case LegState::Finished:
        return PhoneState::Finished;
    case LegState::Cancelled:
        return PhoneState::Cancelled;
    }
    return PhoneState::Cancelled;
}

/// The counter where the citizen is wanted: of the open call, or of the one she missed.
const Counter* counterOf(const Catalogue& catalogue, const Leg& leg)
{
    if (leg.open)
        return catalogue.find(leg.open->counter);
    if (leg.state == LegState::Missed && !leg.ended.empty())
        return catalogue.find(leg.ended.back().counter);
    return nullptr;
}

PhoneLeg phoneLegOf(const Catalogue& catalogue, const Leg& leg, const std::optional<WaitEstimate>& estimate,
                    bool isAtCounter)
{
    PhoneLeg shown;
    shown.state = stateOf(leg, isAtCounter);
    const Counter* counter = counterOf(catalogue, leg);
    if (counter)
        shown.counter = counter->label;
    if (const Zone* zone = counter ? catalogue.find(counter->zone) : waitingZoneOf(catalogue, leg.queue)) {
        shown.zone = zone->name;
        shown.floor = zone->floor;
    }
    if (estimate) {
        shown.ahead = estimate->ahead;
        shown.waitMin = estimate->waitMin;
        shown.waitMax = estimate->waitMax;
    }
    return shown;
}

/// The lower the sooner it concerns the citizen.
int rankOf(PhoneState state)
{
    static constexpr std::array order{PhoneState::Called,   PhoneState::Serving,  PhoneState::Waiting,
                                      PhoneState::Missed,   PhoneState::Parked,   PhoneState::Held,
                                      PhoneState::Finished, PhoneState::Cancelled};
    return static_cast<int>(std::find(order.begin(), order.end(), state) - order.begin());
}

/// Among those that wait, the one whose turn comes first; who is told no range comes after them.
bool concernsSooner(const PhoneLeg& a, const PhoneLeg& b)
{
    constexpr std::chrono::minutes never = std::chrono::minutes::max();
    const auto key = [&](const PhoneLeg& leg) {
        return std::tuple(rankOf(leg.state), leg.waitMax.value_or(never), leg.ahead.value_or(0));
    };
    return key(a) < key(b);
}

int callsOf(const Ticket& ticket)
{
    int calls = 0;
    for (const Leg& leg : ticket.legs) {
        for (const Episode& episode : leg.ended)
            calls += 1 + episode.repeats;
        calls += leg.open ? 1 + leg.open->repeats : 0;
    }
    return calls;
}

PhoneView emptyViewOf(const Site& site, Instant now)
{
    PhoneView view;
    view.at = now;
    if (const auto& catalogue = site.catalogue()) {
        view.training = catalogue->training;
        view.siteName = catalogue->siteName;
        view.siteRegion = catalogue->siteRegion;
        view.helpPlace = catalogue->helpPlace;
        view.timeZone = catalogue->timeZone;
    }
    return view;
}

bool mayContinue(const Site& site, const TicketId& ticket, Day today)
{
    const auto left = site.leftWaiting(ticket, today);
    return left && !left->continuedBy;
}

void showTicket(PhoneView& view, const Site& site, const Ticket& ticket, Day today)
{
    view.number = ticket.number;
    view.day = ticket.day;
    if (ticket.day < today && !ticket.isOver()) {
        view.state = PhoneState::DayOver;
        view.mayContinue = mayContinue(site, ticket.id, today);
        return;
    }
    const bool isAtCounter = ticket.openLeg() != nullptr;
    const auto estimates = estimateWaits(site, ticket, view.at);
    for (std::size_t i = 0; i < ticket.legs.size(); ++i)
        view.legs.push_back(phoneLegOf(*site.catalogue(), ticket.legs[i], estimates[i], isAtCounter));
    const auto first = std::min_element(view.legs.begin(), view.legs.end(), &concernsSooner);
    view.current = static_cast<std::size_t>(first - view.legs.begin());
    view.state = first->state;
    view.calls = callsOf(ticket);
}

bool isSignedHere(const Site& site, const UncheckedToken& token, const Verifier& verifier)
{
    return std::any_of(site.devices().begin(), site.devices().end(), [&](const auto& device) {
        return token.isSignedBy(device.second.publicKey, verifier);
    });
}

} // namespace

std::string_view nameOf(PhoneState state)
{
    static constexpr std::array<std::string_view, 11> names{
        "waiting",  "held",      "called",   "serving",     "parked", "missed",
        "finished", "cancelled", "day-over", "unknown-yet", "refused"};
    return names.at(static_cast<std::size_t>(state));
}

PhoneView phoneViewOf(const Site& site, const TicketId& id, Instant now)
{
    PhoneView view = emptyViewOf(site, now);
    const Ticket* ticket = site.catalogue() ? site.find(id) : nullptr;
    if (ticket)
        showTicket(view, site, *ticket, dayOf(now, view.timeZone));
    return view;
}

PhoneView phoneViewOf(const Site& site, std::string_view text, const Verifier& verifier, Instant now)
{
    PhoneView refused = emptyViewOf(site, now);
    const auto read = readToken(text);
    if (!read || !site.catalogue() || read->token.site != site.catalogue()->site ||
        !isSignedHere(site, *read, verifier))
        return refused;
    const TicketToken& token = read->token;
    if (site.find(token.ticket))
        return phoneViewOf(site, token.ticket, now);
    PhoneView view = std::move(refused);
    const Day today = dayOf(now, view.timeZone);
    view.number = token.number;
    view.day = token.day;
    view.state = token.day < today ? PhoneState::DayOver : PhoneState::UnknownYet;
    view.mayContinue = mayContinue(site, token.ticket, today);
    return view;
}

} // namespace anjungan
