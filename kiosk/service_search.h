// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue.h"

#include <QString>
#include <vector>

namespace anjungan {

inline constexpr int searchLengthMax = 60;

/// The services that a citizen may mean: every word she typed begins a word of the service's titles,
/// keywords or agency, in either language; case, accents and punctuation do not matter ("ktpel" finds
/// "KTP-el"). Best first: title, then keyword, then agency, else the catalogue's order. Nothing for a query
/// without a letter or digit; only the first `searchLengthMax` characters count.
[[nodiscard]] std::vector<ServiceId> searchServices(const Catalogue& catalogue, const QString& query);

} // namespace anjungan
