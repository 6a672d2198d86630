// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/applier.h"

#include <algorithm>

namespace anjungan {

Result<void> Applier::operator()(const LegCalled& body)
{
    const auto found = findOpen(body.leg, std::nullopt);
    if (!found)
        return tl::unexpected(found.error());
    if (found->leg.isOver())
        return inconsistent("the leg is over");
    if (m_site.desk(body.counter).openLeg)
        return inconsistent("the counter has an open episode");
    remember(*found, &body);
    if (found->leg.state == LegState::Waiting)
        leaveQueue(*found);
    for (const auto& passedOver : {body.passedOver, body.passedOverPriority}) {
        if (passedOver) {
            if (auto passed = find(*passedOver))
                ++passed->leg.passedOver;
        }
    }
    openEpisode(*found, body.counter, body.episode, LegState::Called);
    ++m_site.m_queues[found->leg.queue].calls;
    return {};
}

Result<void> Applier::operator()(const CallAcknowledged& body)
{
    const auto found = findOpen(body.leg, body.episode);
    if (!found)
        return tl::unexpected(found.error());
    found->leg.open->acknowledged = m_event.act.time;
    return {};
}

Result<void> Applier::operator()(const CallRepeated& body)
{
    const auto found = findOpen(body.leg, body.episode);
    if (!found)
        return tl::unexpected(found.error());
    ++found->leg.open->repeats;
    return {};
}

Result<void> Applier::operator()(const ServiceStarted& body)
{
    const auto found = findOpen(body.leg, body.episode);
    if (!found)
        return tl::unexpected(found.error());
    remember(*found);
    found->leg.open->serving = m_event.act.time;
    found->leg.state = LegState::Serving;
    return {};
}

Result<void> Applier::operator()(const LegFinished& body)
{
    const auto found = findOpen(body.leg, body.episode);
    if (!found)
        return tl::unexpected(found.error());
    if (!found->leg.open)
        return inconsistent("nothing is open");
    remember(*found);
    endEpisode(*found);
    found->leg.state = LegState::Finished;
    found->leg.outcome = body.outcome;
    found->leg.way = body.way;
    found->leg.quantity = body.quantity;
    return {};
}

Result<void> Applier::operator()(const LegMissed& body)
{
    const auto found = findOpen(body.leg, body.episode);
    if (!found)
        return tl::unexpected(found.error());
    if (found->leg.state == LegState::Waiting)
        return inconsistent("a waiting leg cannot be missed");
    remember(*found);
    endEpisode(*found);
    found->leg.state = LegState::Missed;
    return {};
}

Result<void> Applier::operator()(const CallWithdrawn& body)
{
    const auto found = findOpen(body.leg, body.episode);
    if (!found)
        return tl::unexpected(found.error());
    remember(*found);
    endEpisode(*found);
    enterQueue(*found);
    return {};
}

Result<void> Applier::operator()(const LegParked& body)
{
    const auto found = takeAway(body.leg, body.episode);
    if (!found)
        return tl::unexpected(found.error());
    found->leg.state = LegState::Parked;
    return {};
}

Result<void> Applier::operator()(const LegReturned& body)
{
    const auto found = findOpen(body.leg, std::nullopt);
    if (!found)
        return tl::unexpected(found.error());
    if (found->leg.state != LegState::Parked && found->leg.state != LegState::Missed)
        return inconsistent("only a parked or missed leg returns");
    remember(*found);
    found->leg.place.notBeforeCall = body.notBeforeCall;
    enterQueue(*found);
    return {};
}

Result<void> Applier::operator()(const LegTransferred& body)
{
    const auto found = takeAway(body.leg, body.episode);
    if (!found)
        return tl::unexpected(found.error());
    found->leg.service = body.service;
    found->leg.queue = body.queue;
    found->leg.note = body.note;
    found->leg.appointment.reset();
    found->leg.place.notBeforeCall = 0;
    enterQueue(*found);
    return {};
}

Result<void> Applier::operator()(const LegCancelled& body)
{
    const auto found = takeAway(body.leg, body.episode);
    if (!found)
        return tl::unexpected(found.error());
    found->leg.state = LegState::Cancelled;
    return {};
}

Result<void> Applier::operator()(const LegTakenOver& body)
{
    const auto found = findOpen(body.leg, body.episode);
    if (!found)
        return tl::unexpected(found.error());
    if (m_site.desk(body.counter).openLeg)
        return inconsistent("the counter has an open episode");
    remember(*found);
    // How long serving takes is counted from its beginning, whoever ends it.
    const std::optional<Instant> serving = found->leg.open->serving;
    const LegState state = found->leg.state;
    endEpisode(*found);
    openEpisode(*found, body.counter, body.opened, state);
    found->leg.open->serving = serving;
    return {};
}

Result<void> Applier::operator()(const LegReopened& body)
{
    const auto found = findOpen(body.leg, std::nullopt);
    if (!found)
        return tl::unexpected(found.error());
    if (found->leg.state != LegState::Finished)
        return inconsistent("only a finished leg is reopened");
    if (m_site.desk(body.counter).openLeg)
        return inconsistent("the counter has an open episode");
    remember(*found);
    found->leg.outcome.reset();
    openEpisode(*found, body.counter, body.episode, LegState::Serving);
    found->leg.open->serving = m_event.act.time;
    return {};
}

void Applier::uncount(const Found& found, const LastAct& last)
{
    QueueDay& queue = m_site.m_queues[found.leg.queue];
    if (last.before.open && !found.leg.open) {
        auto& recent = m_site.m_queues[last.before.queue].recentServices[last.before.service];
        std::erase_if(recent, [&](const ServiceTime& time) { return time.episode == last.before.open->id; });
    }
    if (!last.wasCall)
        return;
    --queue.calls;
    for (const auto& passedOver : {last.passedOver, last.passedOverPriority}) {
        if (passedOver) {
            if (auto passed = find(*passedOver))
                --passed->leg.passedOver;
        }
    }
}

Result<void> Applier::operator()(const ActUndone& body)
{
    const auto found = find(body.leg);
    if (!found)
        return tl::unexpected(found.error());
    const std::shared_ptr<const LastAct> last = found->leg.last;
    if (!last || last->command != body.act)
        return inconsistent("another act was the last");
    if (last->before.open) {
        const auto& busyWith = m_site.desk(last->before.open->counter).openLeg;
        if (busyWith && *busyWith != body.leg)
            return inconsistent("the counter has an open episode");
    }
    uncount(*found, *last);
    if (found->leg.state == LegState::Waiting)
        leaveQueue(*found);
    if (found->leg.open)
        m_site.m_desks[found->leg.open->counter].openLeg.reset();
    static_cast<LegStanding&>(found->leg) = last->before;
    found->leg.ended.resize(last->endedBefore);
    found->leg.last.reset();
    if (found->leg.state == LegState::Waiting)
        enterQueue(*found);
    if (found->leg.open)
        m_site.m_desks[found->leg.open->counter].openLeg = body.leg;
    return {};
}

} // namespace anjungan
