// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hours.h"
#include "core/ids.h"
#include "core/text.h"

#include <optional>
#include <string>
#include <vector>

/// What a catalogue lists.
namespace anjungan {

/// Citizens may come for the same service with different papers: the kiosk asks which case first.
struct ServiceCase
{
    CaseId id;
    Text title;
    std::vector<Text> requirements; ///< what to bring

    bool operator==(const ServiceCase&) const = default;
};

/// What a service costs, and whether anybody may say so to a citizen.
struct Fee
{
    std::optional<std::int64_t> rupiah; ///< 0 free; nothing: it varies
    bool verified = false;              ///< false: say that staff will confirm it
    Text note;                          ///< how it is made up; may be empty

    bool operator==(const Fee&) const = default;
};

struct Service
{
    ServiceId id;
    AgencyId agency;
    QueueId queue;
    Text title;
    Text shortTitle;  ///< for tiles and lists at a counter; may be empty, see `tileTitle`
    std::string icon; ///< a name known to the faces' icon family
    std::vector<std::string> keywords;
    std::vector<ServiceCase> cases; ///< at least one
    Fee fee;
    std::chrono::minutes waitingStandard{}; ///< how long a citizen should wait at most
    std::chrono::minutes serviceStandard{}; ///< how long serving should take
    bool serviceStandardVerified = false;   ///< false: an estimate, not to be shown as published
    std::optional<Hours> hours;             ///< nothing: the agency's
    std::optional<int> quotaDaily;          ///< tickets a day; nothing: no limit
    std::vector<std::string> reportTags;    ///< e.g. population, health-licence, ikd
    bool frequent = false;                  ///< shown on the kiosk's first page

    [[nodiscard]] const Text& tileTitle() const { return shortTitle.indonesian.empty() ? title : shortTitle; }
    bool operator==(const Service&) const = default;
};

struct Agency
{
    AgencyId id;
    Text name;
    Text shortName;
    std::string icon;
    std::optional<Hours> hours; ///< nothing: the site's

    bool operator==(const Agency&) const = default;
};

/// How the next ticket is chosen among those that wait.
struct CallPolicy
{
    int priorityRun = 2;       ///< how often somebody who came first may be passed over, by priority or slot
    int returnAfterOthers = 3; ///< a missed ticket that comes back waits for this many calls of its queue

    bool operator==(const CallPolicy&) const = default;
};

/// A row of numbers with a prefix; one or more services share it.
struct Queue
{
    QueueId id;
    std::string prefix; ///< one or two of A–Z, unique in the site
    Text name;
    std::optional<CallPolicy> policy; ///< nothing: the site's

    bool operator==(const Queue&) const = default;
};

/// A part of the building with its own waiting room and displays.
struct Zone
{
    ZoneId id;
    Text name;
    int floor = 1;

    bool operator==(const Zone&) const = default;
};

/// What somebody needs to be served: no priority, but a matter of where and how. Never shown in public.
enum class Need { Wheelchair, Escort, SignLanguage, Writing };

/// Where a counter lies, seen from its zone's display.
enum class Direction { None, Left, Right, Ahead, Up, Down };

struct Counter
{
    CounterId id;
    std::string label; ///< what is written above it and spoken: "3"
    AgencyId agency;
    ZoneId zone;
    Direction direction = Direction::None;
    std::vector<QueueId> queues; ///< the queues it calls from
    std::vector<Need> serves;    ///< the needs for which it is the right place

    bool operator==(const Counter&) const = default;
};

struct PriorityClass
{
    PriorityClassId id;
    Text name;
    std::string icon;

    bool operator==(const PriorityClass&) const = default;
};

} // namespace anjungan
