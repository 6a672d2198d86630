// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"
#include "core/ports/crypto.h"
#include "storage/sqlite.h"

namespace anjungan {

/// The log holds every position after `beginning` up to `head`.
struct LogBounds
{
    Position beginning; ///< of the last event that was pruned; n is 0 while nothing was
    Position head;      ///< of the newest event; equal to `beginning` while there is none
};

/// How many of the newest events are looked at when a journal is opened.
inline constexpr std::uint64_t openedEvents = 256;

/// What opening a journal looks at. The work is bounded by `openedEvents` and by the tickets of one day,
/// however long the log: where it begins and ends, that its newest events are all there, each readable and
/// in the chain of its origin, that no ticket is newer than the log, and that the projection says of the
/// newest tickets what their events say. A gap further back is met by whoever reads there.
///
/// Errors: `journal-corrupt`, `projection-differs` (the events are whole, the projection can be made
/// again from them), and those of `sqlite::errorOf`.
[[nodiscard]] Result<LogBounds> checkOpening(const sqlite::Database& database, const Hasher& hasher);

} // namespace anjungan
