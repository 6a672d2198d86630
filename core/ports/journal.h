// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"
#include "core/slip.h"

#include <functional>
#include <span>

namespace anjungan {

/// The durable log of one node. Used from one thread.
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
    [[nodiscard]] virtual Result<void> read(Position after,
                                            const std::function<Result<void>(const Event&)>& each) = 0;

    /// The events of a command, in order; empty if there are none.
    [[nodiscard]] virtual Result<std::vector<Event>> findCommand(const CommandId& command) = 0;

    /// After a failed append: closes, opens and checks, so that a failed sync is not forgotten.
    [[nodiscard]] virtual Result<void> reopen() = 0;
};

} // namespace anjungan
