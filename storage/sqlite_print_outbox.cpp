// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlite_print_outbox.h"

#include "storage/event_row.h"
#include "storage/schema.h"
#include "storage/slip_row.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace anjungan {

namespace {

constexpr std::string_view rowColumns = "id, state, attempts, problem, slip";

/// Reads a row that selects `rowColumns`.
Result<OutboxRow> rowFrom(const sqlite::Statement& statement)
{
    OutboxRow row;
    row.id = statement.integer(0);
    row.state = static_cast<SlipState>(statement.integer(1)); // the schema allows 0 to 3
    row.attempts = static_cast<int>(statement.integer(2));
    row.problem = statement.text(3);
    const std::string_view text = statement.text(4);
    const auto json = nlohmann::json::parse(text.begin(), text.end(), nullptr, false);
    if (json.is_discarded())
        return failForGood("journal-corrupt", fmt::format("slip {}: not JSON", row.id));
    Result<Slip> slip = slipFromJson(json);
    if (!slip)
        return failForGood("journal-corrupt", fmt::format("slip {}: {}", row.id, slip.error().context));
    row.slip = std::move(*slip);
    return row;
}

} // namespace

Result<SqlitePrintOutbox> SqlitePrintOutbox::open(const std::string& path)
{
    SqlitePrintOutbox outbox(path);
    Result<sqlite::Database> database = openJournalFile(path, sqlite::Database::Mode::ReadWrite);
    if (!database)
        return tl::unexpected(database.error());
    outbox.m_database = std::move(*database);
    return outbox;
}

Result<sqlite::Statement> SqlitePrintOutbox::prepare(std::string_view sql)
{
    // Here no statement is left that would keep the old connection from closing.
    if (m_inDoubt) {
        m_database = {};
        Result<sqlite::Database> database = openJournalFile(m_path, sqlite::Database::Mode::ReadWrite);
        if (!database)
            return tl::unexpected(database.error());
        m_database = std::move(*database);
        m_inDoubt = false;
    }
    Result<sqlite::Statement> statement = m_database.prepare(sql);
    if (!statement)
        return fail(statement.error());
    return statement;
}

tl::unexpected<Error> SqlitePrintOutbox::fail(Error error)
{
    if (error.severity != Severity::ThisItem && error.code != "journal-busy")
        m_inDoubt = true;
    return tl::unexpected(std::move(error));
}

Result<std::vector<OutboxRow>> SqlitePrintOutbox::unfinished()
{
    Result<sqlite::Statement> select =
        prepare(fmt::format("SELECT {} FROM slip WHERE {} ORDER BY id", rowColumns, slipIsUnfinished));
    if (!select)
        return tl::unexpected(select.error());
    std::vector<OutboxRow> rows;
    while (true) {
        const Result<bool> more = select->step();
        if (!more)
            return fail(more.error());
        if (!*more)
            return rows;
        Result<OutboxRow> row = rowFrom(*select);
        if (!row)
            return tl::unexpected(row.error());
        rows.push_back(std::move(*row));
    }
}

Result<std::optional<OutboxRow>> SqlitePrintOutbox::newestOf(const TicketId& ticket)
{
    Result<sqlite::Statement> select =
        prepare(fmt::format("SELECT {} FROM slip WHERE ticket = ? ORDER BY id DESC LIMIT 1", rowColumns));
    if (!select)
        return tl::unexpected(select.error());
    select->bind(ticket.bytes());
    const Result<bool> found = select->step();
    if (!found)
        return fail(found.error());
    if (!*found)
        return std::nullopt;
    Result<OutboxRow> row = rowFrom(*select);
    if (!row)
        return tl::unexpected(row.error());
    return std::move(*row);
}

Result<OutboxRow> SqlitePrintOutbox::addReprint(const TicketId& ticket)
{
    Result<std::optional<OutboxRow>> newest = newestOf(ticket);
    if (!newest)
        return tl::unexpected(newest.error());
    if (!*newest)
        return refuse("slip-unknown", ticket.text());
    OutboxRow row;
    row.slip = std::move((*newest)->slip);
    row.slip.reprint = true;

    const Result<std::string> text = storedText([&] { return toJsonText(row.slip); });
    if (!text)
        return tl::unexpected(text.error());
    Result<sqlite::Statement> insert = prepare(insertSlipSql);
    if (!insert)
        return tl::unexpected(insert.error());
    bindSlip(*insert, row.slip, *text);
    if (Result<void> done = insert->run(); !done)
        return fail(done.error());
    row.id = sqlite3_last_insert_rowid(m_database.connection());
    return row;
}

Result<void> SqlitePrintOutbox::update(const OutboxRow& row)
{
    Result<sqlite::Statement> change =
        prepare("UPDATE slip SET state = ?, attempts = ?, problem = ? WHERE id = ?");
    if (!change)
        return tl::unexpected(change.error());
    change->bind(std::int64_t{static_cast<int>(row.state)})
        .bind(std::int64_t{row.attempts})
        .bind(row.problem)
        .bind(row.id);
    if (Result<void> done = change->run(); !done)
        return fail(done.error());
    if (sqlite3_changes(m_database.connection()) == 0)
        return refuse("slip-unknown", fmt::format("row {}", row.id));
    return {};
}

Result<int> SqlitePrintOutbox::removeFinishedBefore(LocalInstant issued)
{
    Result<sqlite::Statement> remove =
        prepare(fmt::format("DELETE FROM slip WHERE issued < ? AND NOT ({})", slipIsUnfinished));
    if (!remove)
        return tl::unexpected(remove.error());
    remove->bind(std::int64_t{issued.time_since_epoch().count()});
    if (Result<void> done = remove->run(); !done)
        return fail(done.error());
    return sqlite3_changes(m_database.connection());
}

} // namespace anjungan
