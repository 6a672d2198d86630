// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decide.h"

#include "core/decider.h"
#include "core/plain_text.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace anjungan {

namespace {

constexpr std::size_t personNameLengthMax = 60;

} // namespace

Result<Changes> decide(const Site& site, const Command& command, Instant now)
{
    return Decider(site, command, now).run();
}

Result<Changes> Decider::run()
{
    const bool needsCatalogue = !std::holds_alternative<PublishCatalogue>(m_command.body) &&
                                !std::holds_alternative<ChangeStaff>(m_command.body) &&
                                !std::holds_alternative<RegisterDevice>(m_command.body) &&
                                !std::holds_alternative<RaiseEpoch>(m_command.body);
    if (needsCatalogue && !m_site.catalogue())
        return refuse("no-catalogue");
    const auto device = m_site.devices().find(m_command.actor.device);
    if (device != m_site.devices().end() && device->second.isSuspect &&
        !std::holds_alternative<RegisterDevice>(m_command.body))
        return refuse("device-suspect", device->first.text());
    auto changes = std::visit(*this, m_command.body);
    if (!changes)
        return changes;
    for (const Change& change : *changes) {
        if (m_site.isNewerThanThisNode(change.subject))
            return refuse("update-me", change.subject);
    }
    return changes;
}

Result<Changes> Decider::operator()(const PublishCatalogue& wanted)
{
    if (!wanted.catalogue)
        return refuse("catalogue-invalid", "none given");
    if (m_site.catalogue() && wanted.catalogue->version <= m_site.catalogue()->version)
        return refuse("catalogue-old", std::to_string(wanted.catalogue->version));
    if (m_site.catalogue() && wanted.catalogue->site != m_site.catalogue()->site)
        return refuse("catalogue-other-site", wanted.catalogue->site.text());
    if (m_site.catalogue() && wanted.catalogue->training != m_site.catalogue()->training)
        return refuse("training-differs", wanted.catalogue->site.text());
    Changes changes{{subjectOfSite(), CataloguePublished{wanted.catalogue}}};
    auto moved = moveWaiting(*wanted.catalogue);
    if (!moved)
        return moved;
    std::ranges::move(*moved, std::back_inserter(changes));
    return changes;
}

Result<Changes> Decider::moveWaiting(const Catalogue& to) const
{
    Changes moved;
    for (const auto& [id, desk] : m_site.desks()) {
        if (desk.presence == CounterPresence::Closed || to.find(id))
            continue;
        if (desk.openLeg)
            return refuse("catalogue-strands", "counter " + id.text());
        moved.push_back({subjectOf(id), CounterChanged{id, CounterPresence::Closed, std::nullopt}});
    }
    std::set<QueueId> called;
    for (const Counter& counter : to.counters)
        called.insert(counter.queues.begin(), counter.queues.end());
    const bool dayIsOver = m_site.day() < dayOf(m_now, to.timeZone);
    for (const auto& [id, ticket] : m_site.tickets()) {
        for (std::uint8_t i = 0; i < ticket.legs.size() && !dayIsOver; ++i) {
            const Leg& leg = ticket.legs[i];
            if (leg.isOver() || called.contains(leg.queue))
                continue;
            const Service* service = to.find(leg.service);
            if (!service || leg.open)
                return refuse("catalogue-strands", "queue " + leg.queue.text());
            moved.push_back({subjectOf(id),
                             LegTransferred{{id, i}, std::nullopt, service->id, service->queue, leg.note}});
        }
    }
    return moved;
}

Result<Changes> Decider::operator()(const ChangeStaff& wanted)
{
    if (wanted.staff.empty() || wanted.name.empty() || !isPlainText(wanted.name, personNameLengthMax))
        return refuse("text-too-long", "staff name");
    return Changes{{subjectOf(wanted.staff), StaffChanged{wanted.staff, wanted.name}}};
}

Result<Changes> Decider::operator()(const RegisterDevice& wanted)
{
    if (wanted.device.empty() || wanted.series > Number::seriesMax)
        return refuse("device-invalid", wanted.device.text());
    return Changes{
        {subjectOf(wanted.device), DeviceRegistered{wanted.device, wanted.incarnation, wanted.predecessor,
                                                    wanted.series, wanted.publicKey}}};
}

Result<Changes> Decider::operator()(const ChangeCounter& wanted)
{
    if (!catalogue().find(wanted.counter))
        return refuse("counter-unknown", wanted.counter.text());
    const CounterDesk& desk = m_site.desk(wanted.counter);
    CounterChanged change{wanted.counter, wanted.presence, wanted.staff};
    if (wanted.presence == CounterPresence::Closed) {
        if (desk.openLeg)
            return refuse("counter-busy", wanted.counter.text());
        change.staff.reset();
    } else {
        if (!wanted.staff || !m_site.staff().contains(*wanted.staff))
            return refuse("staff-unknown");
        if (desk.presence != CounterPresence::Closed && desk.staff != wanted.staff)
            return refuse("counter-taken", wanted.counter.text());
    }
    return Changes{{subjectOf(wanted.counter), change}};
}

Result<Changes> Decider::operator()(const CancelTicket& wanted)
{
    const Ticket* ticket = m_site.find(wanted.ticket);
    if (!ticket)
        return refuse("ticket-unknown", wanted.ticket.text());
    if (wanted.leg && *wanted.leg >= ticket->legs.size())
        return refuse("leg-unknown");
    Changes changes;
    for (std::uint8_t i = 0; i < ticket->legs.size(); ++i) {
        const Leg& leg = ticket->legs[i];
        if ((wanted.leg && *wanted.leg != i) || leg.isOver() || leg.open)
            continue;
        changes.push_back({subjectOf(wanted.ticket), LegCancelled{{wanted.ticket, i}, std::nullopt}});
    }
    if (changes.empty())
        return refuse("act-illegal", "nothing to cancel");
    return changes;
}

Result<Changes> Decider::operator()(const ConfirmPriority& wanted)
{
    const Ticket* ticket = m_site.find(wanted.ticket);
    if (!ticket || ticket->day != today())
        return refuse("ticket-unknown", wanted.ticket.text());
    for (const PriorityClassId& id : wanted.classes) {
        if (!catalogue().find(id) || std::ranges::count(wanted.classes, id) > 1)
            return refuse("class-unknown", id.text());
    }
    return Changes{{subjectOf(wanted.ticket), PriorityConfirmed{wanted.ticket, wanted.classes}}};
}

Result<Changes> Decider::operator()(const RaiseNumbers& wanted)
{
    const bool isNumber = isPrefix(wanted.upTo.prefix) && wanted.upTo.series <= Number::seriesMax &&
                          wanted.upTo.value >= 1 && wanted.upTo.value <= Number::valueMax;
    if (!isNumber)
        return refuse("number-invalid");
    if (wanted.day < m_site.day())
        return refuse("clock-behind", formatDay(wanted.day));
    return Changes{{subjectOfSite(), NumbersRaised{wanted.day, wanted.upTo}}};
}

Result<Changes> Decider::operator()(const ConfirmClock& wanted)
{
    if (wanted.shown < m_site.lastTime())
        return refuse("clock-behind", formatInstant(wanted.shown));
    return Changes{{subjectOfSite(), ClockConfirmed{wanted.shown}}};
}

Result<Changes> Decider::operator()(const RaiseEpoch& wanted)
{
    if (wanted.epoch <= m_site.head().epoch)
        return refuse("epoch-old", std::to_string(wanted.epoch));
    return Changes{{subjectOfSite(), EpochRaised{wanted.epoch}}};
}

} // namespace anjungan
