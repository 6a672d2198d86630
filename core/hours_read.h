// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hours.h"
#include "core/object_reader.h"

#include <optional>

/// Reads when things are open: see `parseCatalogue` for what is refused.
namespace anjungan {

[[nodiscard]] std::optional<Hours> findHours(ObjectReader& reader);
/// The key must be there, and the site open on some day.
[[nodiscard]] Hours readSiteHours(ObjectReader& reader);
/// In the order of their days; a day comes twice only where both name agencies.
[[nodiscard]] std::vector<Closure> readClosures(ObjectReader& reader);
/// In the order of their days, none overlapping another.
[[nodiscard]] std::vector<Season> readSeasons(ObjectReader& reader);

} // namespace anjungan
