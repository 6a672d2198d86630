// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bare_journal.h"

#include "bench/bench.h"
#include "storage/schema.h"

#include <fmt/format.h>

namespace anjungan::bench {

namespace {

using Connection = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;

Connection openConnection(const std::string& path, int flags)
{
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &raw, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    Connection connection(raw, &sqlite3_close);
    if (code != SQLITE_OK)
        throw std::runtime_error("cannot open " + path);
    return connection;
}

Value valueOf(sqlite3_stmt* row, int column)
{
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(row, column));
    switch (sqlite3_column_type(row, column)) {
    case SQLITE_INTEGER:
        return std::int64_t{sqlite3_column_int64(row, column)};
    case SQLITE_TEXT:
        return std::string(reinterpret_cast<const char*>(sqlite3_column_text(row, column)), size);
    case SQLITE_BLOB: {
        const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(row, column));
        return std::vector<std::uint8_t>(bytes, bytes + size);
    }
    default:
        return {};
    }
}

void bind(sqlite3_stmt* statement, int parameter, const Value& value)
{
    if (const auto* number = std::get_if<std::int64_t>(&value))
        sqlite3_bind_int64(statement, parameter, *number);
    else if (const auto* text = std::get_if<std::string>(&value))
        sqlite3_bind_text(statement, parameter, text->data(), static_cast<int>(text->size()), SQLITE_STATIC);
    else if (const auto* bytes = std::get_if<std::vector<std::uint8_t>>(&value))
        sqlite3_bind_blob(statement, parameter, bytes->data(), static_cast<int>(bytes->size()),
                          SQLITE_STATIC);
    else
        sqlite3_bind_null(statement, parameter);
}

} // namespace

RowReader::RowReader(const std::string& path)
    : m_connection(openConnection(path, SQLITE_OPEN_READONLY))
{}

std::vector<Values> RowReader::rows(const std::string& sql)
{
    sqlite3_stmt* select = nullptr;
    sqlite3_prepare_v2(m_connection.get(), sql.c_str(), -1, &select, nullptr);
    std::vector<Values> rows;
    while (sqlite3_step(select) == SQLITE_ROW) {
        Values& row = rows.emplace_back();
        for (int column = 0; column < sqlite3_column_count(select); ++column)
            row.push_back(valueOf(select, column));
    }
    if (sqlite3_finalize(select) != SQLITE_OK)
        throw std::runtime_error(sqlite3_errmsg(m_connection.get()));
    return rows;
}

std::vector<Values> RowReader::eventsAfter(std::uint64_t n)
{
    return rows(fmt::format("SELECT * FROM event WHERE n > {} ORDER BY n", n));
}

std::vector<TicketRows> RowReader::ticketsAfter(std::uint64_t n)
{
    auto events = eventsAfter(n);
    auto tickets = rows(fmt::format("SELECT * FROM ticket WHERE n > {} ORDER BY n", n));
    auto slips = rows(fmt::format("SELECT * FROM slip WHERE ticket IN "
                                  "(SELECT ticket FROM ticket WHERE n > {}) ORDER BY id",
                                  n));
    if (events.size() != tickets.size() || events.size() != slips.size())
        throw std::runtime_error("not every event is a ticket with a slip");
    std::vector<TicketRows> written;
    for (std::size_t i = 0; i < events.size(); ++i)
        written.push_back({std::move(events[i]), std::move(tickets[i]), std::move(slips[i])});
    return written;
}

BareJournal::BareJournal(const std::string& path)
    : m_connection(nullptr, &sqlite3_close)
    , m_begin(nullptr, &sqlite3_finalize)
    , m_commit(nullptr, &sqlite3_finalize)
    , m_event(nullptr, &sqlite3_finalize)
    , m_ticket(nullptr, &sqlite3_finalize)
    , m_slip(nullptr, &sqlite3_finalize)
{
    must(createJournalFile(path));
    m_connection = openConnection(path, SQLITE_OPEN_READWRITE);
    check(sqlite3_exec(m_connection.get(), "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL", nullptr,
                       nullptr, nullptr),
          SQLITE_OK);
    m_begin = prepare("BEGIN IMMEDIATE");
    m_commit = prepare("COMMIT");
    m_event = prepare("INSERT INTO event VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    m_ticket = prepare("INSERT INTO ticket VALUES (?,?,?,?,?,?)");
    m_slip = prepare("INSERT INTO slip VALUES (?,?,?,?,?,?,?,?)");
}

BareJournal::Statement BareJournal::prepare(const std::string& sql)
{
    sqlite3_stmt* raw = nullptr;
    const int code =
        sqlite3_prepare_v3(m_connection.get(), sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    check(code, SQLITE_OK);
    return {raw, &sqlite3_finalize};
}

void BareJournal::check(int code, int expected)
{
    if (code != expected)
        throw std::runtime_error(sqlite3_errmsg(m_connection.get()));
}

void BareJournal::run(const Statement& statement, const Values& values)
{
    for (std::size_t i = 0; i < values.size(); ++i)
        bind(statement.get(), static_cast<int>(i) + 1, values[i]);
    check(sqlite3_step(statement.get()), SQLITE_DONE);
    check(sqlite3_reset(statement.get()), SQLITE_OK);
}

void BareJournal::insertEvents(std::span<const Values> events)
{
    run(m_begin);
    for (const Values& event : events)
        run(m_event, event);
    run(m_commit);
}

void BareJournal::insertTickets(std::span<const TicketRows> tickets)
{
    run(m_begin);
    for (const TicketRows& rows : tickets) {
        run(m_event, rows.event);
        run(m_ticket, rows.ticket);
    }
    for (const TicketRows& rows : tickets)
        run(m_slip, rows.slip);
    run(m_commit);
}

} // namespace anjungan::bench
