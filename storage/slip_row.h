// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/slips.h"
#include "storage/sqlite.h"

namespace anjungan {

/// Reserves a slip: a row of the outbox in its first state.
inline constexpr std::string_view insertSlipSql =
    "INSERT INTO slip (ticket, state, reprint, issued, slip) VALUES (?,0,?,?,?)";

/// Reserved, or HandedOver with a problem. Word for word what the partial index `slip_unfinished` says:
/// SQLite uses it for no other wording.
inline constexpr std::string_view slipIsUnfinished = "state = 0 OR (state = 1 AND problem <> '')";

/// Binds what `insertSlipSql` wants. The slip and its stored text must outlive the statement's run.
inline void bindSlip(sqlite::Statement& statement, const Slip& slip, const std::string& text)
{
    statement.bind(slip.ticket.bytes())
        .bind(std::int64_t{slip.reprint ? 1 : 0})
        .bind(std::int64_t{slip.issued.time_since_epoch().count()})
        .bind(text);
}

} // namespace anjungan
