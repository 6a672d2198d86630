// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/crypto.h"
#include "core/ports/journal.h"
#include "storage/sqlite.h"

#include <functional>

namespace anjungan {

/// What is known of a checkpoint beside its state.
struct CheckpointRow
{
    Position at;
    Instant time{}; ///< of the event at `at`
    std::uint64_t bytes = 0;
    std::string fault; ///< why it does not agree with itself or with the log; empty: it does
};

/// How many of the newest checkpoints are kept; of the older ones the first of every 30 days.
inline constexpr int newestCheckpointsKept = 7;

/// Where the log begins: the position of the last event that was pruned; n is 0 while nothing was.
/// Also of a journal of schema version 1, which has no place for it.
[[nodiscard]] Result<Position> beginningOf(const sqlite::Database& database);

/// The event at `n`, if it is there.
[[nodiscard]] Result<std::optional<Event>> eventAtRow(const sqlite::Database& database, std::uint64_t n);

/// Writes a checkpoint and thins the older ones, within the caller's transaction. `after` is the event at
/// the checkpoint's position. With a checkpoint its hash and its event's are stored, so that one that was
/// changed, or belongs to another log, is known.
[[nodiscard]] Result<void> insertCheckpoint(const sqlite::Database& database, const Hasher& hasher,
                                            const Checkpoint& checkpoint, const Event& after);

/// Calls `each` with every checkpoint of `until` or before, the newest first, until it returns false. A row
/// whose fault is not empty must not be used. `state` lives until `each` returns.
[[nodiscard]] Result<void>
eachCheckpoint(const sqlite::Database& database, const Hasher& hasher,
               const std::function<bool(const CheckpointRow& row, std::string_view state)>& each,
               Instant until = Instant::max());

} // namespace anjungan
