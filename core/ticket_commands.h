// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ticket_events.h"

#include <vector>

namespace anjungan {

struct IssueTicket
{
    static constexpr std::string_view kind = "issue-ticket";
    TicketId ticket; ///< made before the first send, kept through retries
    std::uint8_t series = 0;
    std::vector<ServiceId> services; ///< one leg each, at most `ticketLegsMax`
    std::vector<PriorityClassId> classes;
    Channel channel = Channel::SelfService;
    Language language = Language::Indonesian;
    std::vector<Need> needs;
    std::optional<Instant> appointment; ///< the slot that was booked for the first service
    /// A ticket of an earlier day that was left waiting: this one goes on with its first arrival. Without
    /// `services` it has the legs that were left.
    std::optional<TicketId> continues;

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("ticket", self.ticket);
        field("series", self.series);
        field("services", self.services);
        field("classes", self.classes);
        field("channel", self.channel);
        field("language", self.language);
        field("needs", self.needs);
        field("appointment", self.appointment);
        field("continues", self.continues);
    }
};

/// Staff saw the citizen: these classes hold, perhaps none.
struct ConfirmPriority
{
    static constexpr std::string_view kind = "confirm-priority";
    TicketId ticket;
    std::vector<PriorityClassId> classes;

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("ticket", self.ticket);
        field("classes", self.classes);
    }
};

struct CancelTicket
{
    static constexpr std::string_view kind = "cancel-ticket";
    TicketId ticket;
    std::optional<std::uint8_t> leg; ///< nothing: every leg that is not ended

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("ticket", self.ticket);
        field("leg", self.leg);
    }
};

} // namespace anjungan
