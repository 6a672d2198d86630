// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue.h"

namespace anjungan {

/// The catalogue of the site where the people of a real one practise: the same agencies, services and
/// counters under the same site id, marked as training, open all week from 00:00 to 24:00, without
/// closures, seasons, hours of its agencies and services, and quotas. Of a training site's: itself, opened
/// the same way.
[[nodiscard]] Catalogue trainingOf(Catalogue real);

} // namespace anjungan
