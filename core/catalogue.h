// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue_entries.h"
#include "core/result.h"
#include "core/time.h"

#include <nlohmann/json_fwd.hpp>
#include <string_view>
#include <unordered_map>

namespace anjungan {

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
