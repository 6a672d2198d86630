// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "core/ports/crypto.h"
#include "server/data_directory.h"

namespace anjungan {

/// What whoever helps from afar must know of a server, as JSON, also while it runs: versions, sizes, the
/// state of the log, when certificates end, the devices, how many people are staff. No names of people, no
/// numbers of tickets, no keys, no tokens, no codes and no PINs, nor hashes of any. What cannot be read is
/// there as its error's code.
///
/// Reads the whole log. `metrics`: what `/metrics` said, or empty; of it only our own lines are taken.
[[nodiscard]] std::string diagnose(const DataDirectory& directory, std::string_view version,
                                   std::string_view metrics, const Hasher& hasher, const Clock& clock);

} // namespace anjungan
