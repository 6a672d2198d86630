// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue.h"
#include "core/ids.h"
#include "core/number.h"
#include "core/time.h"

#include <optional>
#include <vector>

/// The bodies of events about tickets; see core/site_events.h for how they are written.
namespace anjungan {

inline constexpr std::size_t ticketLegsMax = 8;

/// How a ticket came to be: the four ways of service that the ministry counts, by where it was made.
enum class Channel { SelfService, Direct, Electronic, Mobile };

/// One service of a new ticket, as it was resolved at the issue.
struct IssuedLeg
{
    ServiceId service;
    QueueId queue;
    int ahead = 0; ///< people whom the same counters may call first, as told to the citizen
    std::optional<std::chrono::minutes> waitMin; ///< the waiting range told; nothing: no counter is open
    std::optional<std::chrono::minutes> waitMax;
    std::optional<Instant> appointment{}; ///< the slot that was booked
    std::optional<Instant> arrival{};     ///< the first arrival, where it was before the issue

    bool operator==(const IssuedLeg&) const = default;

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("service", self.service);
        field("queue", self.queue);
        field("ahead", self.ahead);
        field("waitMin", self.waitMin);
        field("waitMax", self.waitMax);
        field("appointment", self.appointment);
        field("arrival", self.arrival);
    }
};

struct TicketIssued
{
    static constexpr std::string_view kind = "ticket-issued";
    TicketId ticket;
    Number number;
    Day day{};
    int catalogueVersion = 0;
    std::vector<IssuedLeg> legs;
    std::vector<PriorityClassId> classes; ///< as the citizen declared them
    Channel channel = Channel::SelfService;
    Language language = Language::Indonesian;
    std::vector<Need> needs{};           ///< end with the day; never shown in public
    std::optional<TicketId> continues{}; ///< the ticket of an earlier day that was left waiting

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("ticket", self.ticket);
        field("number", self.number);
        field("day", self.day);
        field("catalogueVersion", self.catalogueVersion);
        field("legs", self.legs);
        field("classes", self.classes);
        field("channel", self.channel);
        field("language", self.language);
        field("needs", self.needs, std::vector<Need>());
        field("continues", self.continues);
    }
};

/// Staff saw the citizen: these are the classes that hold, perhaps none.
struct PriorityConfirmed
{
    static constexpr std::string_view kind = "priority-confirmed";
    TicketId ticket;
    std::vector<PriorityClassId> classes;

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("ticket", self.ticket);
        field("classes", self.classes);
    }
};

} // namespace anjungan
