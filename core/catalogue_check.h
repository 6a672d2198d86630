// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue.h"
#include "core/object_reader.h"

namespace anjungan {

/// What only the whole catalogue can show: that ids, prefixes and labels are unique, every reference
/// resolves, every service can be called somewhere. Sets the fault at the first breach.
void checkCatalogue(const Catalogue& catalogue, Fault& fault);

} // namespace anjungan
