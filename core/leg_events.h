// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"

#include <optional>
#include <string>

/// The bodies of events about the legs of tickets; see core/site_events.h for how they are written.
namespace anjungan {

inline constexpr std::size_t noteLengthMax = 200;
inline constexpr int quantityMax = 999;

enum class Outcome { Done, Issued, DocumentsMissing, Refused, Referred };

/// The way by which a service was given, for the report to the ministry.
enum class Way { Counter, MppDigital };

struct LegCalled
{
    static constexpr std::string_view kind = "leg-called";
    LegId leg;
    CounterId counter;
    EpisodeId episode;
    std::optional<LegId> passedOver;           ///< the ordinary leg, there before, that it went before
    std::optional<LegId> passedOverPriority{}; ///< the priority leg, there before, that it went before

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("leg", self.leg);
        field("counter", self.counter);
        field("episode", self.episode);
        field("passedOver", self.passedOver);
        field("passedOverPriority", self.passedOverPriority);
    }
};

/// The bodies that say no more than "this happened to this episode of this leg".
template <typename Tag>
struct EpisodeEvent
{
    static constexpr std::string_view kind = Tag::kind;
    LegId leg;
    EpisodeId episode;

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("leg", self.leg);
        field("episode", self.episode);
    }
};

using CallAcknowledged = EpisodeEvent<struct CallAcknowledgedTag>;
using CallRepeated = EpisodeEvent<struct CallRepeatedTag>;
using ServiceStarted = EpisodeEvent<struct ServiceStartedTag>;
using CallWithdrawn = EpisodeEvent<struct CallWithdrawnTag>;

struct CallAcknowledgedTag
{
    static constexpr std::string_view kind = "call-acknowledged";
};
struct CallRepeatedTag
{
    static constexpr std::string_view kind = "call-repeated";
};
struct ServiceStartedTag
{
    static constexpr std::string_view kind = "service-started";
};
struct CallWithdrawnTag
{
    static constexpr std::string_view kind = "call-withdrawn";
};

struct LegFinished
{
    static constexpr std::string_view kind = "leg-finished";
    LegId leg;
    EpisodeId episode;
    Outcome outcome = Outcome::Done;
    Way way = Way::Counter;
    int quantity = 1;        ///< how many of the service's product were asked for, for the reports
    bool unmeasured = false; ///< nobody said when serving ended: its time counts for nothing

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("leg", self.leg);
        field("episode", self.episode);
        field("outcome", self.outcome);
        field("way", self.way, Way::Counter);
        field("quantity", self.quantity, 1);
        field("unmeasured", self.unmeasured, false);
    }
};

/// The bodies of acts that end an episode, or need none.
template <typename Tag>
struct LegEvent
{
    static constexpr std::string_view kind = Tag::kind;
    LegId leg;
    std::optional<EpisodeId> episode; ///< the episode it ended, if one was open

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("leg", self.leg);
        field("episode", self.episode);
    }
};

using LegMissed = LegEvent<struct LegMissedTag>;
using LegParked = LegEvent<struct LegParkedTag>;
using LegCancelled = LegEvent<struct LegCancelledTag>;

struct LegMissedTag
{
    static constexpr std::string_view kind = "leg-missed";
};
struct LegParkedTag
{
    static constexpr std::string_view kind = "leg-parked";
};
struct LegCancelledTag
{
    static constexpr std::string_view kind = "leg-cancelled";
};

struct LegReturned
{
    static constexpr std::string_view kind = "leg-returned";
    LegId leg;
    std::uint64_t notBeforeCall =
        0; ///< waits until its queue has had this many calls today; 0: its old place

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("leg", self.leg);
        field("notBeforeCall", self.notBeforeCall);
    }
};

struct LegTransferred
{
    static constexpr std::string_view kind = "leg-transferred";
    LegId leg;
    std::optional<EpisodeId> episode;
    ServiceId service;
    QueueId queue;
    std::string note;

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("leg", self.leg);
        field("episode", self.episode);
        field("service", self.service);
        field("queue", self.queue);
        field("note", self.note);
    }
};

/// Another counter goes on with an open episode, in the same state.
struct LegTakenOver
{
    static constexpr std::string_view kind = "leg-taken-over";
    LegId leg;
    EpisodeId episode; ///< that ends
    CounterId counter; ///< that goes on
    EpisodeId opened;

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("leg", self.leg);
        field("episode", self.episode);
        field("counter", self.counter);
        field("opened", self.opened);
    }
};

/// A finished leg is served again, because it was not finished after all.
struct LegReopened
{
    static constexpr std::string_view kind = "leg-reopened";
    LegId leg;
    CounterId counter;
    EpisodeId episode; ///< that is opened

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("leg", self.leg);
        field("counter", self.counter);
        field("episode", self.episode);
    }
};

/// The last act on a leg is retracted: the leg stands as it stood before.
struct ActUndone
{
    static constexpr std::string_view kind = "act-undone";
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
