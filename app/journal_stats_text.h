// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/journal_stats.h"

namespace anjungan {

/// The figures of a journal for people, without a line end after the last line.
[[nodiscard]] std::string textOf(const JournalStats& stats);

/// The same for programs: one object, bytes as integers, times as `formatInstant` writes them.
[[nodiscard]] std::string jsonOf(const JournalStats& stats);

} // namespace anjungan
