// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue.h"

#include <memory>

namespace anjungan {

/// How much a generated catalogue holds.
struct CatalogueSize
{
    int agencies = 12; ///< 1 to 40
    int services = 80; ///< at least one an agency, to 430
    int counters = 20; ///< 1 to 80; fewer than agencies share

    /// The largest site that the project measures itself by.
    [[nodiscard]] static CatalogueSize largest() { return {40, 430, 80}; }
    /// Any size, small ones more often.
    [[nodiscard]] static CatalogueSize any(std::uint64_t seed);
};

/// A catalogue such as a site might have, the same for the same seed and size: prefixes of one and two
/// letters, services that share a queue, agencies with several queues and counters that call from several,
/// zones on floors, hours with breaks, a season, agencies that come on some weekdays, quotas, closures of the
/// site and of agencies, one to five priority classes, policies of queues, counters for needs, any time zone,
/// and names that are too long for any tile. It has been through `parseCatalogue`; throws where that refuses
/// it, which is a fault of the generator. From Monday to Thursday the site is open; no closure falls on
/// 2026-11-23 to 2026-12-04.
[[nodiscard]] std::shared_ptr<const Catalogue> generateCatalogue(std::uint64_t seed, CatalogueSize size);

} // namespace anjungan
