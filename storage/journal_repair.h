// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/journal_check.h"

namespace anjungan {

struct RepairReport
{
    JournalReport before;
    bool wasSound = false; ///< nothing was done
    JournalReport after;   ///< equal to `before` when nothing was done
    std::uint64_t checkpointsDropped = 0;
    std::string keptAs; ///< where the journal lies as it was; empty: nowhere
};

/// Makes everything again that follows from the events: the projection of tickets, every index, the file's
/// own structure; and drops checkpoints that do not agree with themselves or with the log. The events are
/// copied as they are into a new file, which is checked whole before it takes the journal's name; the old
/// file stays beside it as `<path>.damaged`. Killed anywhere, the journal is as before or repaired.
///
/// Errors: `journal-in-use` (a node runs), `repair-impossible` (the events themselves are damaged, the
/// projection knows a ticket newer than the log, slips cannot be read, or nothing is left from which a
/// pruned log could start: a backup is needed, nothing was changed), `file-exists` (an earlier repair's
/// `.damaged`), those of `openJournalFile`, `disk-full`, `disk-error`.
[[nodiscard]] Result<RepairReport> repairJournal(const std::string& path, const Hasher& hasher);

} // namespace anjungan
