// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/leg_events.h"

#include <optional>

namespace anjungan {

/// Names a leg and what the actor had seen of it: the open episode, or none.
/// An act is refused (`episode-over`) when the leg has moved on since.
struct LegAct
{
    LegId leg;
    std::optional<EpisodeId> episode;

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("leg", self.leg);
        field("episode", self.episode);
    }
};

/// The commands that say no more than what was done to this episode of this leg.
template <typename Tag>
struct EpisodeAct
{
    static constexpr std::string_view kind = Tag::kind;
    LegAct act;

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        LegAct::fields(self.act, field);
    }
};

using AcknowledgeCall =
    EpisodeAct<struct AcknowledgeCallTag>; ///< the counter has shown the call to its staff
using RecallLeg = EpisodeAct<struct RecallLegTag>;
using StartService = EpisodeAct<struct StartServiceTag>;
using MarkNoShow = EpisodeAct<struct MarkNoShowTag>;
using WithdrawCall = EpisodeAct<struct WithdrawCallTag>;
using ParkLeg = EpisodeAct<struct ParkLegTag>;
using ReturnLeg = EpisodeAct<struct ReturnLegTag>;

struct AcknowledgeCallTag
{
    static constexpr std::string_view kind = "acknowledge-call";
};
struct RecallLegTag
{
    static constexpr std::string_view kind = "recall-leg";
};
struct StartServiceTag
{
    static constexpr std::string_view kind = "start-service";
};
struct MarkNoShowTag
{
    static constexpr std::string_view kind = "mark-no-show";
};
struct WithdrawCallTag
{
    static constexpr std::string_view kind = "withdraw-call";
};
struct ParkLegTag
{
    static constexpr std::string_view kind = "park-leg";
};
struct ReturnLegTag
{
    static constexpr std::string_view kind = "return-leg";
};

} // namespace anjungan
