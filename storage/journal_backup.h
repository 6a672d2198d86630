// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/journal_check.h"

#include <functional>

namespace anjungan {

/// How many pages a backup copies between two calls of `afterStep`: one megabyte.
inline constexpr int backupStepPages = 256;

/// Copies a journal, also while a node writes to it: the copy is the journal as it was at one moment after
/// the call, so it holds everything acknowledged before. Nobody waits for the copying, but the log of
/// writes beside the journal grows until it ends. One file without a log of writes beside it; device keys
/// lie elsewhere.
///
/// Written as `<target>.part`, checked whole by `verifyJournal`, synced, and only then given its name: a
/// backup that is there is a good one. A copy with problems (they are in the report) becomes
/// `<target>.unsound` instead. Errors: `file-exists` (nothing is replaced), `journal-busy`, those of
/// `openJournalFile`, `disk-full`, `disk-error`, `journal-unreachable` (the target's folder).
[[nodiscard]] Result<JournalReport> backupJournal(const std::string& path, const std::string& target,
                                                  const Hasher& hasher,
                                                  const std::function<void()>& afterStep = {});

} // namespace anjungan
