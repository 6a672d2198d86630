// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/applier.h"

#include <algorithm>
#include <fmt/format.h>

namespace anjungan {

namespace {

/// How long a command's answer is remembered, so that a retry finds it.
constexpr std::chrono::hours answersKept{48};

} // namespace

Result<void> Applier::run()
{
    if (!m_event.position)
        return inconsistent("no position");
    if (m_event.position->n != m_site.m_head.n + 1 || m_event.position->epoch < m_site.m_head.epoch)
        return inconsistent(fmt::format("does not follow {}.{}", m_site.m_head.epoch, m_site.m_head.n));
    if (auto applied = std::visit(*this, m_event.body); !applied)
        return applied;
    m_site.m_head = *m_event.position;
    m_site.m_lastTime = std::max(m_site.m_lastTime, m_event.act.time);
    m_site.m_answered[m_event.act.command] = m_event.act.time;
    return {};
}

tl::unexpected<Error> Applier::inconsistent(std::string_view why) const
{
    return failForGood("journal-inconsistent",
                       fmt::format("event {} ({}): {}", m_event.position ? m_event.position->n : 0,
                                   kindOf(m_event.body), why));
}

Result<Applier::Found> Applier::find(const LegId& id)
{
    const auto ticket = m_site.m_tickets.find(id.ticket);
    if (ticket == m_site.m_tickets.end() || id.index >= ticket->second.legs.size())
        return inconsistent("no such leg today");
    return Found{ticket->second, ticket->second.legs[id.index], id};
}

Result<Applier::Found> Applier::findOpen(const LegId& id, const std::optional<EpisodeId>& episode)
{
    auto found = find(id);
    if (!found)
        return found;
    const auto& open = found->leg.open;
    if (open.has_value() != episode.has_value() || (open && open->id != *episode))
        return inconsistent("another episode is open");
    return found;
}

void Applier::beginDay(Day day)
{
    m_site.m_day = day;
    m_site.m_tickets.clear();
    m_site.m_byNumber.clear();
    m_site.m_queues.clear();
    m_site.m_lastNumbers.clear();
    m_site.m_issuedToday.clear();
    for (auto& [id, desk] : m_site.m_desks)
        desk.openLeg.reset();
    std::erase_if(m_site.m_answered,
                  [&](const auto& answer) { return m_event.act.time - answer.second > answersKept; });
}

void Applier::enterQueue(const Found& found)
{
    QueueDay& queue = m_site.m_queues[found.leg.queue];
    (found.ticket.hasPriority() ? queue.priority : queue.ordinary).insert({found.leg.place, found.id});
    found.leg.state = LegState::Waiting;
}

void Applier::leaveQueue(const Found& found)
{
    QueueDay& queue = m_site.m_queues[found.leg.queue];
    (found.ticket.hasPriority() ? queue.priority : queue.ordinary).erase({found.leg.place, found.id});
}

void Applier::endEpisode(const Found& found)
{
    if (!found.leg.open)
        return;
    m_site.m_desks[found.leg.open->counter].openLeg.reset();
    found.leg.open->ended = m_event.act.time;
    found.leg.ended.push_back(std::move(*found.leg.open));
    found.leg.open.reset();
}

Result<Applier::Found> Applier::takeAway(const LegId& id, const std::optional<EpisodeId>& episode)
{
    auto found = findOpen(id, episode);
    if (!found)
        return found;
    if (found->leg.isOver())
        return inconsistent("the leg is over");
    if (found->leg.state == LegState::Waiting)
        leaveQueue(*found);
    endEpisode(*found);
    return found;
}

Result<void> Applier::operator()(const CataloguePublished& body)
{
    if (!body.catalogue)
        return inconsistent("no catalogue");
    m_site.m_catalogue = body.catalogue;
    return {};
}

Result<void> Applier::operator()(const StaffChanged& body)
{
    m_site.m_staff[body.staff] = body.name;
    return {};
}

Result<void> Applier::operator()(const DeviceRegistered& body)
{
    m_site.m_devices[body.device] = {body.incarnation, body.series, body.publicKey};
    return {};
}

Result<void> Applier::operator()(const CounterChanged& body)
{
    CounterDesk& desk = m_site.m_desks[body.counter];
    desk.presence = body.presence;
    desk.staff = body.staff;
    return {};
}

Result<void> Applier::operator()(const TicketIssued& body)
{
    if (body.day < m_site.m_day)
        return inconsistent("its day is over");
    const bool newDay = body.day > m_site.m_day;
    if (body.legs.empty() ||
        (!newDay && (m_site.m_tickets.contains(body.ticket) || m_site.m_byNumber.contains(body.number))))
        return inconsistent("ticket or number is there already");
    if (newDay)
        beginDay(body.day);

    Ticket& ticket = m_site.m_tickets[body.ticket];
    ticket.id = body.ticket;
    ticket.number = body.number;
    ticket.day = body.day;
    ticket.issued = m_event.act.time;
    ticket.catalogueVersion = body.catalogueVersion;
    ticket.channel = body.channel;
    ticket.language = body.language;
    ticket.classes = body.classes;
    ticket.issuedAt = m_event.act.actor.device;
    ticket.legs.resize(body.legs.size());
    for (std::size_t i = 0; i < body.legs.size(); ++i) {
        Leg& leg = ticket.legs[i];
        leg.service = body.legs[i].service;
        leg.queue = body.legs[i].queue;
        leg.asIssued = body.legs[i];
        leg.place = {m_event.act.time, m_event.position->n * ticketLegsMax + i, 0};
        enterQueue({ticket, leg, {body.ticket, static_cast<std::uint8_t>(i)}});
        ++m_site.m_issuedToday[leg.service];
    }
    m_site.m_byNumber[body.number] = body.ticket;
    auto& last = m_site.m_lastNumbers[{body.number.prefix, body.number.series}];
    last = std::max(last, body.number.value);
    return {};
}

Result<void> Applier::operator()(const LegCalled& body)
{
    const auto found = findOpen(body.leg, std::nullopt);
    if (!found)
        return tl::unexpected(found.error());
    if (found->leg.isOver())
        return inconsistent("the leg is over");
    CounterDesk& desk = m_site.m_desks[body.counter];
    if (desk.openLeg)
        return inconsistent("the counter has an open episode");
    if (found->leg.state == LegState::Waiting)
        leaveQueue(*found);
    if (body.passedOver) {
        if (auto passed = find(*body.passedOver))
            ++passed->leg.passedOver;
    }
    found->leg.state = LegState::Called;
    Episode episode;
    episode.id = body.episode;
    episode.counter = body.counter;
    episode.staff = desk.staff;
    episode.called = m_event.act.time;
    found->leg.open = std::move(episode);
    desk.openLeg = body.leg;
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
    found->leg.open->serving = m_event.act.time;
    found->leg.state = LegState::Serving;
    return {};
}

Result<void> Applier::operator()(const LegFinished& body)
{
    const auto found = findOpen(body.leg, body.episode);
    if (!found)
        return tl::unexpected(found.error());
    if (found->leg.open->serving) {
        auto& recent = m_site.m_queues[found->leg.queue].recentServices[found->leg.service];
        if (recent.size() == recentServicesMax)
            recent.erase(recent.begin());
        recent.push_back(m_event.act.time - *found->leg.open->serving);
    }
    endEpisode(*found);
    found->leg.state = LegState::Finished;
    found->leg.outcome = body.outcome;
    return {};
}

Result<void> Applier::operator()(const LegMissed& body)
{
    const auto found = findOpen(body.leg, body.episode);
    if (!found)
        return tl::unexpected(found.error());
    if (found->leg.state == LegState::Waiting)
        return inconsistent("a waiting leg cannot be missed");
    endEpisode(*found);
    found->leg.state = LegState::Missed;
    return {};
}

Result<void> Applier::operator()(const CallWithdrawn& body)
{
    const auto found = findOpen(body.leg, body.episode);
    if (!found)
        return tl::unexpected(found.error());
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

Result<void> Applier::operator()(const UnknownEvent&)
{
    m_site.m_newer.insert(m_event.subject);
    return {};
}

} // namespace anjungan
