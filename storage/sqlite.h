// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <sqlite3.h>
#include <string>
#include <string_view>

/// As much of SQLite as the journal needs, with errors as values. Used from one thread at a time.
namespace anjungan::sqlite {

/// What the last failed call on a connection means to us. `doing` is for the log.
///
/// `disk-full`, `journal-busy`, `out-of-memory` may be tried again; `journal-conflict` and
/// `event-too-large` concern this item; `journal-read-only`, `disk-error`, `journal-corrupt`,
/// `journal-unreachable` and `journal-error` need a person or a new connection.
[[nodiscard]] Error errorOf(sqlite3* connection, int resultCode, std::string_view doing);

/// A prepared statement. Values are bound in the order of the calls, from the first parameter on; text
/// and blobs are not copied and must live until `reset`. A failed bind is told by the next `step`.
class Statement
{
public:
    Statement() = default;
    [[nodiscard]] static Result<Statement> prepare(sqlite3* connection, std::string_view sql);

    Statement& bind(std::int64_t value);
    Statement& bind(std::string_view text);
    Statement& bind(std::span<const std::uint8_t> bytes);
    Statement& bindNull();

    /// True: a row is there to be read. False: done.
    [[nodiscard]] Result<bool> step();
    /// Steps to the end and resets, whatever happens.
    [[nodiscard]] Result<void> run();
    /// Calls `each` for every row, until it returns an error; resets, whatever happens.
    [[nodiscard]] Result<void> forEachRow(const std::function<Result<void>()>& each);
    /// Ready for the next binding. An unreset SELECT keeps a read transaction open.
    void reset();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    /// Views live until the next step or reset.
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::span<const std::uint8_t> blob(int column) const;

private:
    struct Finalizer
    {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };

    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
    int m_parameter = 0;
    int m_bindResult = SQLITE_OK;
};

/// Resets a statement at the end of a scope, so that no early return leaves a transaction open.
class ResetAtEnd
{
public:
    explicit ResetAtEnd(Statement& statement)
        : m_statement(statement)
    {}
    ~ResetAtEnd() { m_statement.reset(); }
    ResetAtEnd(const ResetAtEnd&) = delete;
    ResetAtEnd& operator=(const ResetAtEnd&) = delete;

private:
    Statement& m_statement;
};

/// A connection. Its statements must be gone before it: else the process stops.
class Database
{
public:
    enum class Mode { ReadOnly, ReadWrite, Create };

    Database() = default;
    /// Untrusting: no triggers, no views, no functions from the schema, values of at most 32 MiB.
    /// Waits `busyTimeoutMs` for another connection's lock.
    [[nodiscard]] static Result<Database> open(const std::string& path, Mode mode);
    static constexpr int busyTimeoutMs = 5'000;

    [[nodiscard]] bool isOpen() const { return m_connection != nullptr; }
    [[nodiscard]] sqlite3* connection() const { return m_connection.get(); }

    [[nodiscard]] Result<void> execute(const std::string& sql);
    [[nodiscard]] Result<Statement> prepare(std::string_view sql) const
    {
        return Statement::prepare(connection(), sql);
    }
    /// The first column of the first row; 0 if there is none.
    [[nodiscard]] Result<std::int64_t> number(std::string_view sql) const;
    /// Gives up an open transaction, if there is one.
    void rollBack();

private:
    struct Closer
    {
        void operator()(sqlite3* connection) const;
    };

    std::unique_ptr<sqlite3, Closer> m_connection;
};

} // namespace anjungan::sqlite
