// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decide.h"

#include "core/decider.h"
#include "core/opening.h"
#include "core/plain_text.h"

#include <algorithm>

namespace anjungan {

namespace {

constexpr std::size_t personNameLengthMax = 60;
constexpr std::size_t classesMax = 8;

std::string_view closedCode(ClosedReason reason)
{
    return reason == ClosedReason::QuotaSpent ? "quota-spent" : "service-closed";
}

} // namespace

Result<Changes> decide(const Site& site, const Command& command, Instant now)
{
    return Decider(site, command, now).run();
}

Opening openingOf(const Site& site, const Service& service, Instant now)
{
    const Catalogue& catalogue = *site.catalogue();
    Opening opening = openingOf(catalogue, hoursOf(catalogue, service), now);
    const Day today = dayOf(now, catalogue.timeZone);
    if (opening.isOpen() && service.quotaDaily &&
        site.issuedToday(service.id, today) >= *service.quotaDaily) {
        const Opening tomorrow = openingOf(catalogue, hoursOf(catalogue, service),
                                           toInstant(today + std::chrono::days(1), catalogue.timeZone));
        opening = {ClosedReason::QuotaSpent, std::nullopt, tomorrow.opensNext, nullptr};
    }
    return opening;
}

std::vector<CommandBody> due(const Site& site, Instant now)
{
    std::vector<CommandBody> commands;
    if (!site.catalogue())
        return commands;
    for (const Counter& counter : site.catalogue()->counters) {
        const CounterDesk& desk = site.desk(counter.id);
        const Leg* leg = desk.openLeg ? site.find(*desk.openLeg) : nullptr;
        if (leg && leg->state == LegState::Called && !leg->open->acknowledged &&
            now - leg->open->called >= acknowledgeWithin)
            commands.emplace_back(WithdrawCall{{*desk.openLeg, leg->open->id}});
    }
    return commands;
}

Result<Changes> Decider::run()
{
    const bool needsCatalogue = !std::holds_alternative<PublishCatalogue>(m_command.body) &&
                                !std::holds_alternative<ChangeStaff>(m_command.body) &&
                                !std::holds_alternative<RegisterDevice>(m_command.body);
    if (needsCatalogue && !m_site.catalogue())
        return refuse("no-catalogue");
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
    return Changes{{subjectOfSite(), CataloguePublished{wanted.catalogue}}};
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

Result<IssuedLeg> Decider::resolve(const ServiceId& id, bool priority) const
{
    const Service* service = catalogue().find(id);
    if (!service)
        return refuse("service-unknown", id.text());
    const Opening opening = openingOf(m_site, *service, m_now);
    if (!opening.isOpen())
        return refuse(closedCode(opening.reason), id.text());
    const WaitEstimate estimate = estimateWait(m_site, *service, priority, m_now);
    return IssuedLeg{service->id, service->queue, estimate.ahead, estimate.waitMin, estimate.waitMax};
}

Result<Changes> Decider::operator()(const IssueTicket& wanted)
{
    if (m_site.find(wanted.ticket) || wanted.ticket.isNull())
        return refuse("ticket-exists", wanted.ticket.text());
    if (wanted.services.empty())
        return refuse("no-service");
    if (wanted.services.size() > ticketLegsMax || wanted.classes.size() > classesMax ||
        wanted.series > Number::seriesMax)
        return refuse("too-many-services");
    for (const PriorityClassId& id : wanted.classes) {
        if (!catalogue().find(id))
            return refuse("class-unknown", id.text());
    }

    TicketIssued issued;
    issued.ticket = wanted.ticket;
    issued.day = today();
    issued.catalogueVersion = catalogue().version;
    issued.classes = wanted.classes;
    issued.channel = wanted.channel;
    issued.language = wanted.language;
    for (const ServiceId& id : wanted.services) {
        const auto twice = [&id](const IssuedLeg& leg) { return leg.service == id; };
        if (std::any_of(issued.legs.begin(), issued.legs.end(), twice))
            return refuse("service-twice", id.text());
        auto leg = resolve(id, !wanted.classes.empty());
        if (!leg)
            return tl::unexpected(leg.error());
        issued.legs.push_back(std::move(*leg));
    }
    if (m_site.day() > issued.day)
        return refuse("clock-behind", formatDay(issued.day));
    const std::string& prefix = catalogue().find(issued.legs.front().queue)->prefix;
    const std::uint16_t last = m_site.lastNumber(prefix, wanted.series, issued.day);
    if (last >= Number::valueMax)
        return refuse("numbers-spent", prefix);
    issued.number = {prefix, wanted.series, static_cast<std::uint16_t>(last + 1)};
    return Changes{{subjectOf(wanted.ticket), std::move(issued)}};
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

} // namespace anjungan
