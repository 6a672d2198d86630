// SPDX-License-Identifier: GPL-3.0-or-later
#include "counter/undoable.h"

#include "core/decide.h"

#include <tuple>

namespace anjungan {

namespace {

UndoneAct actOf(const LastAct& last, const Leg& leg)
{
    switch (leg.state) {
    case LegState::Called:
        return last.wasCall ? UndoneAct::Call : UndoneAct::TakeOver;
    case LegState::Serving:
        return last.before.state == LegState::Called     ? UndoneAct::Start
               : last.before.state == LegState::Finished ? UndoneAct::Reopen
                                                         : UndoneAct::TakeOver;
    case LegState::Finished:
        return UndoneAct::Finish;
    case LegState::Missed:
        return UndoneAct::NoShow;
    case LegState::Parked:
        return UndoneAct::Park;
    case LegState::Cancelled:
        return UndoneAct::Cancel;
    case LegState::Waiting:
        break;
    }
    if (last.before.service != leg.service)
        return UndoneAct::Transfer;
    return last.before.open ? UndoneAct::Withdraw : UndoneAct::Return;
}

/// Who was told by voice to come to a counter, or not to come, and is told otherwise by the undo.
bool isHeard(UndoneAct what, const LastAct& last, const Leg& leg)
{
    return what == UndoneAct::Call || (what == UndoneAct::TakeOver && leg.state == LegState::Called) ||
           (what == UndoneAct::Withdraw && last.before.state == LegState::Called);
}

/// The counter that had the citizen, and the citizen, are free for each other again.
bool leadsBack(const Site& site, const Ticket& ticket, const Leg& leg, const LegId& id)
{
    const auto& open = leg.last->before.open;
    if (!open)
        return true;
    const CounterDesk& desk = site.desk(open->counter);
    const bool counterIsFree = site.catalogue()->find(open->counter) &&
                               desk.presence != CounterPresence::Closed &&
                               (!desk.openLeg || *desk.openLeg == id);
    const Leg* elsewhere = ticket.openLeg();
    return counterIsFree && (!elsewhere || elsewhere == &leg);
}

} // namespace

std::optional<Undoable> undoableBy(const Site& site, const Actor& actor, Instant now)
{
    if (!site.catalogue() || site.day() != dayOf(now, site.catalogue()->timeZone))
        return std::nullopt;
    std::optional<Undoable> newest;
    bool newestMayBe = false;
    for (const auto& [ticketId, ticket] : site.tickets()) {
        for (std::size_t i = 0; i < ticket.legs.size(); ++i) {
            const Leg& leg = ticket.legs[i];
            if (!leg.last || now - leg.last->time > undoWithin || leg.last->actor != actor)
                continue;
            const LegId id{ticketId, static_cast<std::uint8_t>(i)};
            const UndoneAct what = actOf(*leg.last, leg);
            const Undoable found{id, leg.last->command, what, isHeard(what, *leg.last, leg),
                                 leg.last->time + undoWithin};
            // Of acts of the same millisecond the one that can be taken back came last.
            const bool mayBe = leadsBack(site, ticket, leg, id);
            if (!newest || std::tie(newest->until, newestMayBe) < std::tie(found.until, mayBe)) {
                newest = found;
                newestMayBe = mayBe;
            }
        }
    }
    return newestMayBe ? newest : std::nullopt;
}

} // namespace anjungan
