// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site.h"

#include <vector>

namespace anjungan {

/// The counters that are staffed in a rehearsal, at most four: two of the busiest agency's, then one of each
/// that a frequent service needs.
[[nodiscard]] std::vector<CounterId> countersToStaff(const Catalogue& catalogue);

/// The open services whose queues these counters serve.
[[nodiscard]] std::vector<ServiceId> servicesAt(const std::vector<CounterId>& counters, const Site& site,
                                                Instant now);

} // namespace anjungan
