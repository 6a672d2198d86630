// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue.h"
#include "core/ids.h"
#include "core/number.h"
#include "core/time.h"

#include <array>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <variant>
#include <vector>

namespace anjungan {

using PublicKey = std::array<std::uint8_t, 32>; ///< Ed25519
using Signature = std::array<std::uint8_t, 64>; ///< Ed25519

inline constexpr std::size_t ticketLegsMax = 8;
inline constexpr std::size_t noteLengthMax = 200;

/// How a ticket came to be: the four ways of service that the ministry counts, by where it was made.
enum class Channel { SelfService, Direct, Electronic, Mobile };

enum class Outcome { Done, Issued, DocumentsMissing, Refused, Referred };

enum class CounterPresence { Closed, Open, Paused };

// The bodies. Each names its kind and, once, its fields: JSON is made and read from `fields`.

struct CataloguePublished
{
    static constexpr std::string_view kind = "catalogue-published";
    std::shared_ptr<const Catalogue> catalogue;

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("catalogue", self.catalogue);
    }
};

struct StaffChanged
{
    static constexpr std::string_view kind = "staff-changed";
    StaffId staff;
    std::string name;

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("staff", self.staff);
        field("name", self.name);
    }
};

struct DeviceRegistered
{
    static constexpr std::string_view kind = "device-registered";
    DeviceId device;
    IncarnationId incarnation;
    std::optional<IncarnationId> predecessor;
    std::uint8_t series = 0;
    PublicKey publicKey{};

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("device", self.device);
        field("incarnation", self.incarnation);
        field("predecessor", self.predecessor);
        field("series", self.series);
        field("publicKey", self.publicKey);
    }
};

struct CounterChanged
{
    static constexpr std::string_view kind = "counter-changed";
    CounterId counter;
    CounterPresence presence = CounterPresence::Closed;
    std::optional<StaffId> staff;

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("counter", self.counter);
        field("presence", self.presence);
        field("staff", self.staff);
    }
};

/// One service of a new ticket, as it was resolved at the issue.
struct IssuedLeg
{
    ServiceId service;
    QueueId queue;
    int ahead = 0; ///< people whom the same counters may call first, as told to the citizen
    std::optional<std::chrono::minutes> waitMin; ///< the waiting range told; nothing: no counter is open
    std::optional<std::chrono::minutes> waitMax;

    bool operator==(const IssuedLeg&) const = default;

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("service", self.service);
        field("queue", self.queue);
        field("ahead", self.ahead);
        field("waitMin", self.waitMin);
        field("waitMax", self.waitMax);
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
    }
};

struct LegCalled
{
    static constexpr std::string_view kind = "leg-called";
    LegId leg;
    CounterId counter;
    EpisodeId episode;
    std::optional<LegId> passedOver; ///< the ordinary leg before which a priority one was called

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("leg", self.leg);
        field("counter", self.counter);
        field("episode", self.episode);
        field("passedOver", self.passedOver);
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

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("leg", self.leg);
        field("episode", self.episode);
        field("outcome", self.outcome);
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

/// An event of a kind this node does not know: kept as it came, and passed on unchanged.
struct UnknownEvent
{
    std::string kind;
    nlohmann::json body;
};

using EventBody =
    std::variant<CataloguePublished, StaffChanged, DeviceRegistered, CounterChanged, TicketIssued, LegCalled,
                 CallAcknowledged, CallRepeated, ServiceStarted, LegFinished, LegMissed, CallWithdrawn,
                 LegParked, LegReturned, LegTransferred, LegCancelled, UnknownEvent>;

} // namespace anjungan
