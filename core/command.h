// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue.h"
#include "core/event.h"
#include "core/leg_commands.h"

#include <memory>
#include <variant>
#include <vector>

namespace anjungan {

// Catalogue, people and machines

struct PublishCatalogue
{
    std::shared_ptr<const Catalogue> catalogue; ///< its version must be higher than the published one
};

struct ChangeStaff
{
    StaffId staff;
    std::string name; ///< as colleagues and citizens may read it
};

struct RegisterDevice
{
    DeviceId device;
    IncarnationId incarnation;
    std::optional<IncarnationId> predecessor;
    std::uint8_t series = 0; ///< of the numbers it gives when alone: 1 to 9, 0 if it never does
    PublicKey publicKey{};
};

/// Opens, pauses or closes a counter. `staff` signs in with Open and is kept through Paused.
struct ChangeCounter
{
    CounterId counter;
    CounterPresence presence = CounterPresence::Closed;
    std::optional<StaffId> staff;
};

// Tickets

struct IssueTicket
{
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
};

/// Staff saw the citizen: these classes hold, perhaps none.
struct ConfirmPriority
{
    TicketId ticket;
    std::vector<PriorityClassId> classes;
};

struct CancelTicket
{
    TicketId ticket;
    std::optional<std::uint8_t> leg; ///< nothing: every leg that is not ended
};

// The machine itself

/// Numbers up to this one may be with citizens although the log does not know.
struct RaiseNumbers
{
    Day day{};
    Number upTo;
};

/// Staff looked at the clock: `shown` is right.
struct ConfirmClock
{
    Instant shown{};
};

using CommandBody =
    std::variant<PublishCatalogue, ChangeStaff, RegisterDevice, ChangeCounter, IssueTicket, CancelTicket,
                 CallNext, CallLeg, AcknowledgeCall, RecallLeg, StartService, FinishLeg, MarkNoShow,
                 WithdrawCall, ParkLeg, ReturnLeg, TransferLeg, TakeOverLeg, ReopenLeg, UndoAct,
                 ConfirmPriority, RaiseNumbers, ConfirmClock>;

/// What somebody wants to happen. Its id is made before the first send, so a retry is recognised.
struct Command
{
    CommandId id;
    Actor actor;
    CommandBody body;
};

} // namespace anjungan
