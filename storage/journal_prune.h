// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/crypto.h"
#include "storage/sqlite.h"

#include <chrono>

namespace anjungan {

/// What a running node keeps at least: commands that are sent again find their answer for 48 hours.
inline constexpr std::chrono::days pruneKeepMin{2};
/// How many events one transaction removes: a node waits for it no longer than for a large commit.
inline constexpr std::uint64_t pruneStepEvents = 500;

/// What pruning removed.
struct Pruned
{
    Position beginning; ///< where the log begins now
    std::uint64_t events = 0;
    std::uint64_t tickets = 0; ///< rows of the projection
    std::uint64_t slips = 0;
    bool isDone = true; ///< nothing more is that old
};

/// One transaction of pruning: removes the oldest events, with their tickets and their finished slips, up to
/// the newest checkpoint that is at least `keep` older than the newest event. Nothing after that checkpoint
/// is touched, nor a published catalogue, nor a slip with which something is left to do. The age is told by
/// the log's own times, so that a wrong clock removes nothing. The pages become free and are used again; the
/// file does not shrink. Killed anywhere, the journal is as before the step or after it.
/// Errors: `retention-too-short`, those of `sqlite::errorOf`; nothing was removed then.
[[nodiscard]] Result<Pruned> pruneStep(sqlite::Database& database, const Hasher& hasher,
                                       std::chrono::days keep);

/// Prunes a journal that no node uses, whole. `shrinks`: gives the free pages back to the disk, which takes
/// as much space again for as long as it lasts.
/// Errors: `journal-in-use`, those of `openJournalFile` and of `pruneStep`.
[[nodiscard]] Result<Pruned> pruneJournal(const std::string& path, const Hasher& hasher,
                                          std::chrono::days keep, bool shrinks);

} // namespace anjungan
