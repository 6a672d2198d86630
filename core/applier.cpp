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
    keepWhoWasLeft(day);
    m_site.m_day = day;
    m_site.m_tickets.clear();
    m_site.m_byNumber.clear();
    for (auto& [id, queue] : m_site.m_queues) {
        QueueDay fresh;
        fresh.recentServices = std::move(queue.recentServices);
        for (auto& [service, times] : fresh.recentServices) {
            if (times.size() > recentServicesCounted)
                times.erase(times.begin(), times.end() - recentServicesCounted);
        }
        queue = std::move(fresh);
    }
    m_site.m_lastNumbers.clear();
    m_site.m_issuedToday.clear();
    for (auto& [id, desk] : m_site.m_desks)
        desk.openLeg.reset();
    std::erase_if(m_site.m_answered,
                  [&](const auto& answer) { return m_event.act.time - answer.second > answersKept; });
}

void Applier::keepWhoWasLeft(Day day)
{
    for (const auto& [id, ticket] : m_site.m_tickets) {
        if (auto left = leftOf(ticket))
            m_site.m_left.emplace(id, std::move(*left));
    }
    std::erase_if(m_site.m_left, [&](const auto& left) { return !m_site.mayBeContinued(left.second, day); });
}

void Applier::remember(const Found& found, const LegCalled* call)
{
    auto last = std::make_shared<LastAct>();
    last->command = m_event.act.command;
    last->actor = m_event.act.actor;
    last->time = m_event.act.time;
    last->before = found.leg;
    last->endedBefore = found.leg.ended.size();
    if (call) {
        last->wasCall = true;
        last->passedOver = call->passedOver;
        last->passedOverPriority = call->passedOverPriority;
    }
    found.leg.last = std::move(last);
}

void Applier::enterQueue(const Found& found)
{
    auto& waiting = m_site.m_queues[found.leg.queue].waiting;
    waiting.at(static_cast<std::size_t>(waitingClassOf(found.ticket, found.leg)))
        .insert(waitingKeyOf(found.leg, found.id));
    found.leg.state = LegState::Waiting;
}

void Applier::leaveQueue(const Found& found)
{
    auto& waiting = m_site.m_queues[found.leg.queue].waiting;
    waiting.at(static_cast<std::size_t>(waitingClassOf(found.ticket, found.leg)))
        .erase(waitingKeyOf(found.leg, found.id));
}

void Applier::openEpisode(const Found& found, const CounterId& counter, const EpisodeId& id, LegState state)
{
    CounterDesk& desk = m_site.m_desks[counter];
    Episode episode;
    episode.id = id;
    episode.counter = counter;
    episode.staff = desk.staff;
    episode.called = m_event.act.time;
    found.leg.open = std::move(episode);
    found.leg.state = state;
    desk.openLeg = found.id;
}

/// A call that was taken back, and an episode that goes on at another counter, say nothing about how long the
/// service takes.
void Applier::countOccupancy(const Found& found)
{
    const auto* finished = std::get_if<LegFinished>(&m_event.body);
    if ((finished && finished->unmeasured) || std::holds_alternative<CallWithdrawn>(m_event.body) ||
        std::holds_alternative<LegTakenOver>(m_event.body))
        return;
    auto& recent = m_site.m_queues[found.leg.queue].recentServices[found.leg.service];
    if (recent.size() == recentServicesMax)
        recent.erase(recent.begin());
    recent.push_back({found.leg.open->id, m_event.act.time - found.leg.open->called});
}

void Applier::endEpisode(const Found& found)
{
    if (!found.leg.open)
        return;
    m_site.m_desks[found.leg.open->counter].openLeg.reset();
    found.leg.open->ended = m_event.act.time;
    countOccupancy(found);
    found.leg.ended.push_back(std::move(*found.leg.open));
    found.leg.open.reset();
}

void Applier::countArrival(QueueDay& queue, const Ticket& ticket) const
{
    ++queue.issued;
    queue.issuedPriority += ticket.hasPriority() ? 1 : 0;
    if (queue.recentArrivals.size() == recentArrivalsMax)
        queue.recentArrivals.erase(queue.recentArrivals.begin());
    queue.recentArrivals.push_back(m_event.act.time);
}

Result<Applier::Found> Applier::takeAway(const LegId& id, const std::optional<EpisodeId>& episode)
{
    auto found = findOpen(id, episode);
    if (!found)
        return found;
    if (found->leg.isOver())
        return inconsistent("the leg is over");
    remember(*found);
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
    m_site.m_cataloguePosition = *m_event.position;
    return {};
}

Result<void> Applier::operator()(const StaffChanged& body)
{
    m_site.m_staff[body.staff] = body.name;
    return {};
}

Result<void> Applier::operator()(const DeviceRegistered& body)
{
    Device device{body.incarnation, body.series, body.publicKey, false};
    const auto known = m_site.m_devices.find(body.device);
    if (known != m_site.m_devices.end() && known->second.publicKey == body.publicKey)
        device.isSuspect = known->second.isSuspect || (!known->second.incarnation.isNull() &&
                                                       body.predecessor != known->second.incarnation);
    m_site.m_devices[body.device] = device;
    return {};
}

Result<void> Applier::operator()(const CounterChanged& body)
{
    CounterDesk& desk = m_site.m_desks[body.counter];
    desk.presence = body.presence;
    desk.since = m_event.act.time;
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
    ticket.needs = body.needs;
    ticket.issuedAt = m_event.act.actor.device;
    ticket.continues = body.continues;
    ticket.catalogue = m_site.m_catalogue;
    if (body.continues) {
        if (const auto left = m_site.m_left.find(*body.continues); left != m_site.m_left.end())
            left->second.continuedBy = body.ticket;
    }
    ticket.legs.resize(body.legs.size());
    for (std::size_t i = 0; i < body.legs.size(); ++i) {
        Leg& leg = ticket.legs[i];
        leg.service = body.legs[i].service;
        leg.queue = body.legs[i].queue;
        leg.asIssued = body.legs[i];
        leg.appointment = body.legs[i].appointment;
        leg.place = {body.legs[i].arrival.value_or(m_event.act.time), m_event.position->n * ticketLegsMax + i,
                     0};
        enterQueue({ticket, leg, {body.ticket, static_cast<std::uint8_t>(i)}});
        ++m_site.m_issuedToday[leg.service];
        countArrival(m_site.m_queues[leg.queue], ticket);
    }
    m_site.m_byNumber[body.number] = body.ticket;
    auto& last = m_site.m_lastNumbers[{body.number.prefix, body.number.series}];
    last = std::max(last, body.number.value);
    return {};
}

Result<void> Applier::operator()(const PriorityConfirmed& body)
{
    const auto ticket = m_site.m_tickets.find(body.ticket);
    if (ticket == m_site.m_tickets.end())
        return inconsistent("no such ticket today");
    std::vector<Found> waiting;
    for (std::uint8_t i = 0; i < ticket->second.legs.size(); ++i) {
        Leg& leg = ticket->second.legs[i];
        if (leg.state == LegState::Waiting)
            waiting.push_back({ticket->second, leg, {body.ticket, i}});
    }
    std::ranges::for_each(waiting, [this](const Found& found) { leaveQueue(found); });
    ticket->second.classes = body.classes;
    ticket->second.priorityConfirmed = true;
    std::ranges::for_each(waiting, [this](const Found& found) { enterQueue(found); });
    return {};
}

Result<void> Applier::operator()(const NumbersRaised& body)
{
    if (body.day < m_site.m_day)
        return inconsistent("its day is over");
    if (body.day > m_site.m_day)
        beginDay(body.day);
    auto& last = m_site.m_lastNumbers[{body.upTo.prefix, body.upTo.series}];
    last = std::max(last, body.upTo.value);
    return {};
}

Result<void> Applier::operator()(const ClockConfirmed&)
{
    return {};
}

Result<void> Applier::operator()(const EpochRaised& body)
{
    if (body.epoch != m_event.position->epoch || body.epoch <= m_site.m_head.epoch)
        return inconsistent("it raises no epoch");
    // The lost end of the log may have known them under newer ones: what they name next is believed once.
    for (auto& [id, device] : m_site.m_devices)
        device.incarnation = IncarnationId();
    return {};
}

Result<void> Applier::operator()(const UnknownEvent&)
{
    m_site.m_newer.insert(m_event.subject);
    return {};
}

} // namespace anjungan
