// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hours.h"
#include "core/ids.h"
#include "core/result.h"
#include "core/text.h"
#include "core/time.h"

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

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

/// What kind of place offers the services. A smaller one may say which site it belongs to.
enum class SiteKind {
    Mall,         ///< a Mal Pelayanan Publik
    Subdistrict,  ///< kecamatan
    Village,      ///< desa
    UrbanVillage, ///< kelurahan
    Tiyuh,        ///< a village of the Tulang Bawang regencies of Lampung
    Mobile,       ///< a counter on wheels
};

/// Where an id stands in its list, so that a look-up need not walk it. Says nothing about the content: two
/// are always equal.
struct CatalogueIndex
{
    std::unordered_map<ServiceId, std::size_t> services;
    std::unordered_map<QueueId, std::size_t> queues;
    std::unordered_map<CounterId, std::size_t> counters;

    bool operator==(const CatalogueIndex&) const { return true; }
};

/// Agencies, services, counters, zones, hours, calendar, policies of one site. Immutable once loaded.
/// `parseCatalogue` is the only way in, so whoever holds one may trust every reference inside.
struct Catalogue
{
    int version = 0;
    SiteId site;
    SiteKind kind = SiteKind::Mall;
    std::optional<SiteId> parent; ///< the site that this one belongs to, never itself
    /// Nothing of this site is valid outside it, and everything that people see or hear of it says so.
    bool training = false;
    Text siteName;   ///< "Mal Pelayanan Publik"
    Text siteRegion; ///< "Kabupaten Contoh"
    TimeZone timeZone = TimeZone::Wib;
    Text helpPlace;            ///< where a citizen finds a person: "Meja informasi, lantai 1"
    std::vector<Text> notices; ///< running text of the displays
    Hours hours;
    std::vector<Closure> closures; ///< by day
    std::vector<Season> seasons;   ///< by day, none overlaps another
    CallPolicy policy;
    int continueWithin_days = 7; ///< how long who was left waiting may come back with a number to continue
    std::vector<PriorityClass> priorityClasses;
    std::vector<Zone> zones;
    std::vector<Queue> queues;
    std::vector<Agency> agencies;
    std::vector<Service> services;
    std::vector<Counter> counters;
    CatalogueIndex index; ///< made by `parseCatalogue`; one that is missing or old costs time only

    // Look-ups; nothing where the catalogue has no such entry. Pointers live as long as the catalogue.
    [[nodiscard]] const Agency* find(const AgencyId& id) const;
    [[nodiscard]] const Service* find(const ServiceId& id) const;
    [[nodiscard]] const Queue* find(const QueueId& id) const;
    [[nodiscard]] const Counter* find(const CounterId& id) const;
    [[nodiscard]] const Zone* find(const ZoneId& id) const;
    [[nodiscard]] const PriorityClass* find(const PriorityClassId& id) const;
    /// That closes the whole site.
    [[nodiscard]] const Closure* closureOn(Day day) const;
    /// That closes the agency, alone or with the whole site.
    [[nodiscard]] const Closure* closureOn(Day day, const AgencyId& agency) const;
    [[nodiscard]] const Season* seasonOn(Day day) const;
    /// The queue's own, else the site's.
    [[nodiscard]] const CallPolicy& policyOf(const QueueId& queue) const;

    bool operator==(const Catalogue&) const = default;
};

/// The longest text that `parseCatalogue` looks at.
inline constexpr std::size_t catalogueBytesMax = std::size_t{8} * 1024 * 1024;

/// Reads and validates a catalogue. All or nothing: the first fault is returned with the code
/// `catalogue-invalid` and its place and reason in the context ("services[3].queue: no queue 'x'",
/// "line 7, column 3: …").
///
/// Every reference resolves; ids, queue prefixes and counter labels are unique; periods and closures are in
/// order; a service's queue is called from some counter; unknown and repeated keys are refused. Texts are
/// plain (core/plain_text.h) and not blank. Bounds: 8 MiB of text, 16 levels; 100 agencies, zones, seasons;
/// 1,000 services, queues, closures; 500 counters; 20 priority classes; 50 notices; site ids 12 characters;
/// texts 500 bytes, labels 16, keywords 50 (50 a service); 20 cases, 40 requirements each; 20 report tags; 8
/// periods a day; waiting and service standard 1 to 1,440 minutes; quota 1 to 9,999; 10^12 rupiah.
[[nodiscard]] Result<Catalogue> parseCatalogue(std::string_view json);

/// The same for JSON that is parsed already, as in the CataloguePublished event. It cannot see repeated
/// keys or the size of the text.
[[nodiscard]] Result<Catalogue> readCatalogue(const nlohmann::json& document);

/// The same content as `parseCatalogue` reads, for the CataloguePublished event and for export. What a
/// reader may leave out (see the sample) is left out, so equal catalogues give equal JSON.
[[nodiscard]] nlohmann::json toJson(const Catalogue& catalogue);

} // namespace anjungan
