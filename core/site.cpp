// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site.h"

#include "core/applier.h"

#include <algorithm>

namespace anjungan {

bool Ticket::isOver() const
{
    return std::all_of(legs.begin(), legs.end(), [](const Leg& leg) { return leg.isOver(); });
}

const Leg* Ticket::openLeg() const
{
    const auto open =
        std::find_if(legs.begin(), legs.end(), [](const Leg& leg) { return leg.open.has_value(); });
    return open == legs.end() ? nullptr : &*open;
}

std::optional<LeftTicket> leftOf(const Ticket& ticket)
{
    LeftTicket left{ticket.id, ticket.number, ticket.day, ticket.language, ticket.classes, {}, {}};
    for (const Leg& leg : ticket.legs) {
        const bool wasLeft =
            leg.state == LegState::Waiting || leg.state == LegState::Parked || leg.state == LegState::Called;
        if (wasLeft)
            left.legs.push_back({leg.service, leg.place.arrival});
    }
    return left.legs.empty() ? std::nullopt : std::optional(std::move(left));
}

WaitingClass waitingClassOf(const Ticket& ticket, const Leg& leg)
{
    if (leg.appointment)
        return WaitingClass::Appointment;
    return ticket.hasPriority() ? WaitingClass::Priority : WaitingClass::Ordinary;
}

WaitingKey waitingKeyOf(const Leg& leg, const LegId& id)
{
    Place place = leg.place;
    place.arrival = leg.appointment.value_or(place.arrival);
    return {place, id};
}

const Ticket* Site::find(const TicketId& ticket) const
{
    const auto found = m_tickets.find(ticket);
    return found == m_tickets.end() ? nullptr : &found->second;
}

const Leg* Site::find(const LegId& leg) const
{
    const Ticket* ticket = find(leg.ticket);
    return ticket && leg.index < ticket->legs.size() ? &ticket->legs[leg.index] : nullptr;
}

const Ticket* Site::find(const Number& number) const
{
    const auto found = m_byNumber.find(number);
    return found == m_byNumber.end() ? nullptr : find(found->second);
}

const CounterDesk& Site::desk(const CounterId& counter) const
{
    static const CounterDesk closed;
    const auto found = m_desks.find(counter);
    return found == m_desks.end() ? closed : found->second;
}

const QueueDay& Site::queue(const QueueId& queue) const
{
    static const QueueDay empty;
    const auto found = m_queues.find(queue);
    return found == m_queues.end() ? empty : found->second;
}

int Site::issuedToday(const ServiceId& service, Day today) const
{
    const auto found = m_issuedToday.find(service);
    return today != m_day || found == m_issuedToday.end() ? 0 : found->second;
}

std::uint16_t Site::lastNumber(const std::string& prefix, std::uint8_t series, Day today) const
{
    const auto found = m_lastNumbers.find({prefix, series});
    return today != m_day || found == m_lastNumbers.end() ? std::uint16_t{0} : found->second;
}

bool Site::mayBeContinued(const LeftTicket& left, Day today) const
{
    return left.day < today && m_catalogue &&
           today - left.day <= std::chrono::days(m_catalogue->continueWithin_days);
}

std::optional<LeftTicket> Site::leftWaiting(const TicketId& id, Day today) const
{
    std::optional<LeftTicket> left;
    if (const auto found = m_left.find(id); found != m_left.end())
        left = found->second;
    else if (const Ticket* ticket = find(id)) // the new day has not begun yet
        left = leftOf(*ticket);
    return left && mayBeContinued(*left, today) ? left : std::nullopt;
}

std::optional<LeftTicket> Site::leftWaiting(const Number& number, Day today) const
{
    if (const Ticket* ticket = find(number); ticket && ticket->day < today)
        return leftWaiting(ticket->id, today);
    const LeftTicket* newest = nullptr;
    for (const auto& [id, left] : m_left) {
        if (left.number == number && (!newest || newest->day < left.day))
            newest = &left;
    }
    return newest ? leftWaiting(newest->id, today) : std::nullopt;
}

const Service* Site::serviceOf(const Ticket& ticket, const Leg& leg) const
{
    const Service* asIssued = ticket.catalogue ? ticket.catalogue->find(leg.service) : nullptr;
    return asIssued || !m_catalogue ? asIssued : m_catalogue->find(leg.service);
}

Result<void> applyEvent(Site& site, const Event& event)
{
    return Applier(site, event).run();
}

} // namespace anjungan
