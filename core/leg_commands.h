// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/episode_acts.h"

#include <string>

/// What people do with the legs of tickets: the table of docs/rules.md.
namespace anjungan {

struct CallNext
{
    static constexpr std::string_view kind = "call-next";
    CounterId counter;

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("counter", self.counter);
    }
};

struct CallLeg
{
    static constexpr std::string_view kind = "call-leg";
    CounterId counter;
    LegId leg; ///< waiting, parked or missed

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("counter", self.counter);
        field("leg", self.leg);
    }
};

struct FinishLeg
{
    static constexpr std::string_view kind = "finish-leg";
    LegAct act;
    Outcome outcome = Outcome::Done;
    Way way = Way::Counter;
    int quantity = 1; ///< at most `quantityMax`
    bool unmeasured = false;

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        LegAct::fields(self.act, field);
        field("outcome", self.outcome);
        field("way", self.way);
        field("quantity", self.quantity);
        field("unmeasured", self.unmeasured);
    }
};

struct TransferLeg
{
    static constexpr std::string_view kind = "transfer-leg";
    LegAct act;
    ServiceId service; ///< whose queue it waits in from now on
    std::string note;  ///< for the next counter, at most `noteLengthMax` bytes; no personal data

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        LegAct::fields(self.act, field);
        field("service", self.service);
        field("note", self.note);
    }
};

/// Goes on with a leg that is open at another counter.
struct TakeOverLeg
{
    static constexpr std::string_view kind = "take-over-leg";
    LegAct act;
    CounterId counter;

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        LegAct::fields(self.act, field);
        field("counter", self.counter);
    }
};

/// Serves a finished leg again.
struct ReopenLeg
{
    static constexpr std::string_view kind = "reopen-leg";
    LegId leg;
    CounterId counter;

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("leg", self.leg);
        field("counter", self.counter);
    }
};

/// Retracts what the same actor did last on a leg. Names the act, so that it never retracts another one.
struct UndoAct
{
    static constexpr std::string_view kind = "undo-act";
    LegId leg;
    CommandId act;

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("leg", self.leg);
        field("act", self.act);
    }
};

} // namespace anjungan
