// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue.h"
#include "core/event.h"

#include <memory>
#include <variant>
#include <vector>

namespace anjungan {

/// Names a leg and what the actor had seen of it: the open episode, or none.
/// An act is refused (`episode-over`) when the leg has moved on since.
struct LegAct
{
    LegId leg;
    std::optional<EpisodeId> episode;
};

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
};

struct CancelTicket
{
    TicketId ticket;
    std::optional<std::uint8_t> leg; ///< nothing: every leg that is not ended
};

// Legs

struct CallNext
{
    CounterId counter;
};

struct CallLeg
{
    CounterId counter;
    LegId leg; ///< waiting, parked or missed
};

/// The counter has shown the call to its staff.
struct AcknowledgeCall
{
    LegAct act;
};

struct RecallLeg
{
    LegAct act;
};

struct StartService
{
    LegAct act;
};

struct FinishLeg
{
    LegAct act;
    Outcome outcome = Outcome::Done;
};

struct MarkNoShow
{
    LegAct act;
};

struct WithdrawCall
{
    LegAct act;
};

struct ParkLeg
{
    LegAct act;
};

struct ReturnLeg
{
    LegAct act;
};

struct TransferLeg
{
    LegAct act;
    ServiceId service; ///< whose queue it waits in from now on
    std::string note;  ///< for the next counter, at most `noteLengthMax` bytes; no personal data
};

using CommandBody = std::variant<PublishCatalogue, ChangeStaff, RegisterDevice, ChangeCounter, IssueTicket,
                                 CancelTicket, CallNext, CallLeg, AcknowledgeCall, RecallLeg, StartService,
                                 FinishLeg, MarkNoShow, WithdrawCall, ParkLeg, ReturnLeg, TransferLeg>;

/// What somebody wants to happen. Its id is made before the first send, so a retry is recognised.
struct Command
{
    CommandId id;
    Actor actor;
    CommandBody body;
};

} // namespace anjungan
