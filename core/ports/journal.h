// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"
#include "core/slip.h"

#include <functional>
#include <optional>
#include <span>
#include <string>

namespace anjungan {

/// A state to start a replay from, kept beside the log: what `core/site_checkpoint.h` wrote after the event
/// at `at`. Redundant while the log is whole: it can be dropped and made again from the log.
struct Checkpoint
{
    Position at;
    std::string state;
};

/// The durable log of one node. Used from one thread.
///
/// A log may have been pruned: it then begins after a checkpoint, and of what came before only the
/// published catalogues are left, for `eventAt`.
///
/// `append` has returned success only when everything is on disk. After an error nothing is known:
/// the caller reads the journal again before it answers anybody.
class Journal
{
public:
    virtual ~Journal() = default;

    /// Appends events, which must continue the log without a gap, together with the slips to reserve
    /// in the print outbox: all or nothing, in one transaction.
    /// Errors: `disk-full`, `journal-read-only`, `disk-error` (the state on disk is then unknown),
    /// `journal-conflict` (a position, a command's event or a day's number is there already).
    [[nodiscard]] virtual Result<void> append(std::span<const Event> events, std::span<const Slip> slips) = 0;

    /// Calls `each` for every event after `after`, in order, until it returns an error.
    /// Errors: `journal-pruned` (the log begins later: start from a checkpoint), and the reader's.
    [[nodiscard]] virtual Result<void> read(Position after,
                                            const std::function<Result<void>(const Event&)>& each) = 0;

    /// The events of a command, in order; empty if there are none.
    [[nodiscard]] virtual Result<std::vector<Event>> findCommand(const CommandId& command) = 0;

    /// The event at position `n`; nothing if it is not, or no longer, in the log.
    [[nodiscard]] virtual Result<std::optional<Event>> eventAt(std::uint64_t n) = 0;

    /// Keeps a checkpoint, in a transaction of its own, durably; one at the same position is replaced, and
    /// old ones may make way. Errors: `checkpoint-unknown` (no such position in the log), those of `append`.
    [[nodiscard]] virtual Result<void> keepCheckpoint(const Checkpoint& checkpoint) = 0;

    /// The newest checkpoint that agrees with the log; nothing if there is none.
    [[nodiscard]] virtual Result<std::optional<Checkpoint>> newestCheckpoint() = 0;

    /// After a failed append: closes, opens and checks, so that a failed sync is not forgotten.
    [[nodiscard]] virtual Result<void> reopen() = 0;
};

} // namespace anjungan
