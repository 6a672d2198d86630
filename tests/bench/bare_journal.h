// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <sqlite3.h>
#include <string>
#include <variant>
#include <vector>

namespace anjungan::bench {

using Value = std::variant<std::monostate, std::int64_t, std::string, std::vector<std::uint8_t>>;
using Values = std::vector<Value>; ///< one row, in the order of its table's columns

/// What one ticket wrote.
struct TicketRows
{
    Values event;
    Values ticket;
    Values slip;
};

/// A journal's rows, read back as they are.
class RowReader
{
public:
    explicit RowReader(const std::string& path);

    [[nodiscard]] std::vector<Values> eventsAfter(std::uint64_t n);
    /// What each event after `n` wrote; all of them must be tickets with a slip.
    [[nodiscard]] std::vector<TicketRows> ticketsAfter(std::uint64_t n);

private:
    [[nodiscard]] std::vector<Values> rows(const std::string& sql);

    std::unique_ptr<sqlite3, decltype(&sqlite3_close)> m_connection;
};

/// The yardstick: the limit that SQLite and the disk set. The same schema in an empty file, WAL and
/// `synchronous=FULL`, prepared statements, rows that are ready in memory; nothing is decided, made,
/// hashed or checked. Throws on any error.
class BareJournal
{
public:
    explicit BareJournal(const std::string& path);

    void insertEvents(std::span<const Values> events);
    /// One transaction.
    void insertTickets(std::span<const TicketRows> tickets);

private:
    using Connection = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;
    using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

    [[nodiscard]] Statement prepare(const std::string& sql);
    void run(const Statement& statement, const Values& values = {});
    void check(int code, int expected);

    Connection m_connection;
    Statement m_begin;
    Statement m_commit;
    Statement m_event;
    Statement m_ticket;
    Statement m_slip;
};

} // namespace anjungan::bench
