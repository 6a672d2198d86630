// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ticket.h"

#include <map>
#include <set>

namespace anjungan {

/// The order in which the legs of a queue wait.
struct WaitingKey
{
    Place place;
    LegId leg;

    auto operator<=>(const WaitingKey&) const = default;
};

/// By privilege: who has an appointment goes before a priority class, and that before the others.
enum class WaitingClass { Appointment, Priority, Ordinary };
inline constexpr std::array waitingClasses{WaitingClass::Appointment, WaitingClass::Priority,
                                           WaitingClass::Ordinary};

/// How long one episode kept its counter, from the call to the end.
struct ServiceTime
{
    EpisodeId episode;
    std::chrono::milliseconds time{};
};

/// How many of a service's recent episodes are kept, so that some can be undone, and how many of them count.
inline constexpr std::size_t recentServicesMax = 40;
inline constexpr std::size_t recentServicesCounted = 20;
inline constexpr std::size_t recentArrivalsMax = 16;

/// What happens today in one queue.
struct QueueDay
{
    /// Who waits, by class. Appointments stand by their slots, the others by first arrival.
    std::array<std::set<WaitingKey>, waitingClasses.size()> waiting;
    std::uint64_t calls = 0; ///< first calls of today, by which missed legs that return are counted
    /// How long each service kept its counters lately, newest last: no-shows, parked and transferred legs are
    /// among them. Kept overnight: a service has its pace on the next day too.
    std::map<ServiceId, std::vector<ServiceTime>> recentServices;
    std::vector<Instant> recentArrivals; ///< of the last legs that were issued, newest last
    int issued = 0;                      ///< legs of today
    int issuedPriority = 0;

    [[nodiscard]] const std::set<WaitingKey>& of(WaitingClass which) const
    {
        return waiting.at(static_cast<std::size_t>(which));
    }
    [[nodiscard]] std::size_t count() const
    {
        return waiting[0].size() + waiting[1].size() + waiting[2].size();
    }
};

[[nodiscard]] WaitingClass waitingClassOf(const Ticket& ticket, const Leg& leg);
[[nodiscard]] WaitingKey waitingKeyOf(const Leg& leg, const LegId& id);

} // namespace anjungan
