// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"

#include <memory>

namespace anjungan {

enum class LegState { Waiting, Called, Serving, Parked, Missed, Finished, Cancelled };

/// Where a leg stands among those that wait: by first arrival, then by issue.
struct Place
{
    Instant arrival{};
    std::uint64_t tie = 0;
    std::uint64_t notBeforeCall = 0; ///< of its queue; 0 when it waits at its own place

    auto operator<=>(const Place&) const = default;
};

/// One call of one leg, until it ends.
struct Episode
{
    EpisodeId id;
    CounterId counter;
    std::optional<StaffId> staff;
    Instant called{};
    std::optional<Instant> acknowledged;
    std::optional<Instant> serving; ///< nothing: served without a measured start
    std::optional<Instant> ended;
    int repeats = 0; ///< recalls after the first call
};

/// What an act may change of a leg, and an undo puts back.
struct LegStanding
{
    ServiceId service;
    QueueId queue;
    LegState state = LegState::Waiting;
    Place place;
    std::optional<Instant> appointment; ///< the slot that was booked, until another service is asked for
    std::optional<Episode> open;
    std::optional<Outcome> outcome;
    Way way = Way::Counter;
    int quantity = 1;
    std::string note; ///< from the last transfer
};

/// The last act on a leg that may be undone, and what an undo needs to know.
struct LastAct
{
    CommandId command;
    Actor actor;
    Instant time{};
    LegStanding before;
    std::size_t endedBefore = 0; ///< episodes that had ended
    bool wasCall = false;        ///< counted among its queue's calls
    std::optional<LegId> passedOver;
    std::optional<LegId> passedOverPriority;
};

struct Leg : LegStanding
{
    int passedOver = 0; ///< how often another went before it while it was first
    std::vector<Episode> ended;
    IssuedLeg asIssued; ///< what the citizen was told
    std::shared_ptr<const LastAct> last;

    [[nodiscard]] bool isOver() const { return state == LegState::Finished || state == LegState::Cancelled; }
};

struct Ticket
{
    TicketId id;
    Number number;
    Day day{};
    Instant issued{};
    int catalogueVersion = 0;
    Channel channel = Channel::SelfService;
    Language language = Language::Indonesian;
    std::vector<PriorityClassId> classes;
    std::vector<Need> needs;
    std::vector<Leg> legs;
    DeviceId issuedAt;
    std::optional<TicketId> continues;          ///< the ticket of an earlier day with which it goes on
    bool priorityConfirmed = false;             ///< by staff, who saw the citizen
    std::shared_ptr<const Catalogue> catalogue; ///< under which it was issued

    [[nodiscard]] bool hasPriority() const { return !classes.empty(); }
    [[nodiscard]] bool isOver() const;
    /// The leg with an open episode: a citizen is at one counter at a time.
    [[nodiscard]] const Leg* openLeg() const;
};

/// One leg of a ticket whose day ended before its turn came.
struct LeftLeg
{
    ServiceId service;
    Instant arrival{};

    bool operator==(const LeftLeg&) const = default;
};

/// A ticket of an earlier day that was left waiting. It may be continued, once, at a later opening.
struct LeftTicket
{
    TicketId id;
    Number number;
    Day day{};
    Language language = Language::Indonesian;
    std::vector<PriorityClassId> classes;
    std::vector<LeftLeg> legs;
    std::optional<TicketId> continuedBy;

    bool operator==(const LeftTicket&) const = default;
};

/// Nothing where no leg was left waiting: each was served, missed or cancelled.
[[nodiscard]] std::optional<LeftTicket> leftOf(const Ticket& ticket);

} // namespace anjungan
