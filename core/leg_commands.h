// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/leg_events.h"

#include <optional>
#include <string>

/// What people do with the legs of tickets: the table of docs/rules.md.
namespace anjungan {

/// Names a leg and what the actor had seen of it: the open episode, or none.
/// An act is refused (`episode-over`) when the leg has moved on since.
struct LegAct
{
    LegId leg;
    std::optional<EpisodeId> episode;
};

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
    Way way = Way::Counter;
    int quantity = 1; ///< at most `quantityMax`
    bool unmeasured = false;
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

/// Goes on with a leg that is open at another counter.
struct TakeOverLeg
{
    LegAct act;
    CounterId counter;
};

/// Serves a finished leg again.
struct ReopenLeg
{
    LegId leg;
    CounterId counter;
};

/// Retracts what the same actor did last on a leg. Names the act, so that it never retracts another one.
struct UndoAct
{
    LegId leg;
    CommandId act;
};

} // namespace anjungan
