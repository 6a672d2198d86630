// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup/setup_plan.h"
#include "core/catalogue.h"

namespace anjungan {

/// The catalogue of a new site: the one that was named, or the one built in for its kind, with the site's own
/// name, place and time zone, as version 1. A catalogue of one's own keeps what it says of those.
/// Errors: `catalogue-unreadable`, `catalogue-invalid`.
[[nodiscard]] Result<Catalogue> catalogueOf(const SetupPlan& plan);

} // namespace anjungan
