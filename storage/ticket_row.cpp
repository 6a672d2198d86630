// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ticket_row.h"

#include "storage/event_row.h"

#include <fmt/format.h>

namespace anjungan {

Result<std::uint64_t> insertTicketsOfEvents(const sqlite::Database& database)
{
    Result<sqlite::Statement> select = database.prepare(fmt::format(
        "SELECT {} FROM event NOT INDEXED WHERE kind = '{}' ORDER BY n", eventColumns, TicketIssued::kind));
    if (!select)
        return tl::unexpected(select.error());
    Result<sqlite::Statement> insert = database.prepare(insertTicketSql);
    if (!insert)
        return tl::unexpected(insert.error());
    for (std::uint64_t tickets = 0;; ++tickets) {
        const Result<bool> row = select->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return tickets;
        const Result<Event> event = eventFromRow(*select);
        if (!event)
            return tl::unexpected(event.error());
        bindTicket(*insert, std::get<TicketIssued>(event->body), event->position->n);
        if (Result<void> done = insert->run(); !done)
            return tl::unexpected(done.error());
    }
}

Result<std::uint64_t> rebuildTickets(sqlite::Database& database)
{
    Result<std::uint64_t> tickets = database.execute("BEGIN IMMEDIATE; DELETE FROM ticket")
                                        .and_then([&] { return insertTicketsOfEvents(database); })
                                        .and_then([&](std::uint64_t inserted) {
                                            return database.execute("COMMIT").map([&] { return inserted; });
                                        });
    if (!tickets)
        database.rollBack();
    return tickets;
}

} // namespace anjungan
