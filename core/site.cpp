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

Result<void> applyEvent(Site& site, const Event& event)
{
    return Applier(site, event).run();
}

} // namespace anjungan
