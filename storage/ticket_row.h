// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event_body.h"
#include "storage/event_columns.h"
#include "storage/sqlite.h"

namespace anjungan {

/// A row of the projection of tickets: bound by `bindTicket`, which `issued` must outlive.
inline constexpr std::string_view insertTicketSql =
    "INSERT INTO ticket (ticket, day, prefix, series, value, n) VALUES (?,?,?,?,?,?)";

/// Inserts a row for every ticket that the events issued and gives their number, within the caller's
/// transaction. Reads the table of events, no index. Errors: `journal-corrupt`, `journal-conflict` (two
/// events gave one number), those of `sqlite::errorOf`.
[[nodiscard]] Result<std::uint64_t> insertTicketsOfEvents(const sqlite::Database& database);

/// Makes the projection again from the events, in one transaction; gives how many tickets it holds.
/// Errors: those of `insertTicketsOfEvents`; it is as before then.
[[nodiscard]] Result<std::uint64_t> rebuildTickets(sqlite::Database& database);

} // namespace anjungan
