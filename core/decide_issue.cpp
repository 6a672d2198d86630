// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue_words.h"
#include "core/decider.h"
#include "core/opening.h"
#include "core/waiting.h"

#include <algorithm>
#include <set>

namespace anjungan {

namespace {

constexpr std::size_t classesMax = 8;

std::string_view closedCode(ClosedReason reason)
{
    switch (reason) {
    case ClosedReason::QuotaSpent:
        return "quota-spent";
    case ClosedReason::TurnTooLate:
        return "turn-too-late";
    default:
        return "service-closed";
    }
}

template <typename T>
bool hasTwice(const std::vector<T>& items)
{
    return std::set<T>(items.begin(), items.end()).size() != items.size();
}

void tellWaits(const Site& site, TicketIssued& issued, Instant now)
{
    std::vector<const Service*> services;
    for (const IssuedLeg& leg : issued.legs)
        services.push_back(site.catalogue()->find(leg.service));
    const auto estimates = estimateWaits(site, services, !issued.classes.empty(), now);
    for (std::size_t i = 0; i < estimates.size(); ++i) {
        issued.legs[i].ahead = estimates[i].ahead;
        issued.legs[i].waitMin = estimates[i].waitMin;
        issued.legs[i].waitMax = estimates[i].waitMax;
    }
}

} // namespace

Result<IssuedLeg> Decider::resolve(const ServiceId& id, bool priority, bool isPromised) const
{
    const Service* service = catalogue().find(id);
    if (!service)
        return refuse("service-unknown", id.text());
    // Who booked, or was left waiting, was promised a turn: neither a quota nor a full day takes it away.
    const Opening opening =
        isPromised ? openingOf(catalogue(), *service, m_now) : openingOf(m_site, *service, m_now, priority);
    if (!opening.isOpen())
        return refuse(closedCode(opening.reason), id.text());
    return IssuedLeg{service->id, service->queue, 0, {}, {}};
}

Result<std::optional<LeftTicket>> Decider::leftOf(const IssueTicket& wanted) const
{
    if (!wanted.continues)
        return std::optional<LeftTicket>();
    auto left = m_site.leftWaiting(*wanted.continues, today());
    if (!left)
        return refuse("nothing-left", wanted.continues->text());
    if (left->continuedBy)
        return refuse("continued-already", left->continuedBy->text());
    return left;
}

Result<void> Decider::checkIssue(const IssueTicket& wanted) const
{
    if (m_site.find(wanted.ticket) || wanted.ticket.isNull())
        return refuse("ticket-exists", wanted.ticket.text());
    if (wanted.services.empty() && !wanted.continues)
        return refuse("no-service");
    if (wanted.services.size() > ticketLegsMax || wanted.classes.size() > classesMax ||
        wanted.needs.size() > needWords.size() || wanted.series > Number::seriesMax)
        return refuse("too-many-services");
    if (hasTwice(wanted.services))
        return refuse("service-twice");
    if (hasTwice(wanted.classes) || hasTwice(wanted.needs))
        return refuse("class-unknown", "one comes twice");
    for (const PriorityClassId& id : wanted.classes) {
        if (!catalogue().find(id))
            return refuse("class-unknown", id.text());
    }
    if (m_site.day() > today())
        return refuse("clock-behind", formatDay(today()));
    return {};
}

Result<Changes> Decider::operator()(const IssueTicket& wanted)
{
    if (auto checked = checkIssue(wanted); !checked)
        return tl::unexpected(checked.error());
    const auto left = leftOf(wanted);
    if (!left)
        return tl::unexpected(left.error());

    TicketIssued issued;
    issued.ticket = wanted.ticket;
    issued.day = today();
    issued.catalogueVersion = catalogue().version;
    issued.classes = wanted.classes;
    issued.channel = wanted.channel;
    issued.language = wanted.language;
    issued.needs = wanted.needs;
    issued.continues = wanted.continues;
    std::vector<ServiceId> services = wanted.services;
    if (*left && services.empty())
        std::ranges::transform((*left)->legs, std::back_inserter(services), &LeftLeg::service);
    if (*left && issued.classes.empty())
        issued.classes = (*left)->classes;
    for (const ServiceId& id : services) {
        const LeftLeg* continued = nullptr;
        if (*left) {
            const auto found = std::ranges::find((*left)->legs, id, &LeftLeg::service);
            continued = found == (*left)->legs.end() ? nullptr : &*found;
        }
        const bool isBooked = wanted.appointment && issued.legs.empty();
        auto leg = resolve(id, !issued.classes.empty(), isBooked || continued);
        if (!leg)
            return tl::unexpected(leg.error());
        if (isBooked)
            leg->appointment = wanted.appointment;
        if (continued)
            leg->arrival = continued->arrival;
        issued.legs.push_back(std::move(*leg));
    }
    tellWaits(m_site, issued, m_now);
    const std::string& prefix = catalogue().find(issued.legs.front().queue)->prefix;
    const std::uint16_t last = m_site.lastNumber(prefix, wanted.series, issued.day);
    if (last >= Number::valueMax)
        return refuse("numbers-spent", prefix);
    issued.number = {prefix, wanted.series, static_cast<std::uint16_t>(last + 1)};
    return Changes{{subjectOf(wanted.ticket), std::move(issued)}};
}

} // namespace anjungan
