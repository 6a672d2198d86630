// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <cstdint>
#include <libpq-fe.h>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// As much of PostgreSQL as the journal needs, with errors as values. Used from one thread at a time.
///
/// Everything works through a pooler that gives a connection away after each transaction: a call is one
/// message and one transaction, and leaves nothing in the session.
namespace anjungan::postgres {

/// What an error of the server means to us; `sqlState` is empty where the connection broke. `doing` is for
/// the log.
///
/// Nothing happened, and it may be tried again: `journal-busy`, `disk-full`, `out-of-memory`. Only this item
/// is concerned: `journal-conflict`, `event-invalid`. Nobody knows whether it happened:
/// `journal-unreachable` (try again), `disk-error`, `journal-corrupt`, `journal-error`.
/// A person is needed: `journal-read-only`, `journal-refused` (a right is missing).
[[nodiscard]] Error errorOf(std::string_view sqlState, std::string_view message, std::string_view doing);

/// Whether the statement that ended with this error surely left no trace.
[[nodiscard]] bool leavesNoTrace(const Error& error);

enum class Type { Integer, Text, Bytes };

/// A column of many values for one array parameter, as the server reads it.
class Array
{
public:
    explicit Array(Type type);
    void append(std::int64_t value);
    void append(std::string_view text);
    void append(std::span<const std::uint8_t> bytes);
    void appendNull();

    [[nodiscard]] Oid type() const;
    [[nodiscard]] std::string encoded() const;

private:
    void appendLength(std::int32_t length);

    Type m_type;
    std::int32_t m_count = 0;
    bool m_hasNull = false;
    std::string m_values;
};

/// The parameters `$1`, `$2` … of one statement, in the order of the calls. Values are copied.
class Parameters
{
public:
    Parameters& add(std::int64_t value);
    Parameters& add(std::string_view text);
    Parameters& add(std::span<const std::uint8_t> bytes);
    Parameters& add(const Array& array);

private:
    friend class Connection;
    Parameters& add(Oid type, std::string value);

    std::vector<Oid> m_types;
    std::vector<std::string> m_values;
};

/// One row of a result, with the readers of `sqlite::Statement`. Lives as long as its `Rows`.
class Row
{
public:
    Row(const PGresult* result, int row)
        : m_result(result)
        , m_row(row)
    {}

    [[nodiscard]] bool isNull(int column) const;
    /// Of a smallint, integer, bigint or boolean column.
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::span<const std::uint8_t> blob(int column) const;

private:
    const PGresult* m_result;
    int m_row;
};

class Rows
{
public:
    explicit Rows(PGresult* result)
        : m_result(result)
    {}

    [[nodiscard]] int count() const { return PQntuples(m_result.get()); }
    [[nodiscard]] Row operator[](int row) const { return {m_result.get(), row}; }

private:
    struct Clearer
    {
        void operator()(PGresult* result) const { PQclear(result); }
    };
    std::unique_ptr<PGresult, Clearer> m_result;
};

/// A connection. A silent server or network is given up after `answerTimeoutMs`; after that, or when it
/// broke, the connection is closed and every call is `journal-unreachable`.
class Connection
{
public:
    static constexpr int connectTimeoutS = 3;
    static constexpr int answerTimeoutMs = 5'000;

    Connection() = default;
    /// `url`: `postgresql://…`, with libpq's parameters, which go before our own time-outs; of several hosts
    /// the one that takes writes. Errors: `journal-unreachable`, also where the server refused us: it says
    /// why in words only.
    [[nodiscard]] static Result<Connection> open(const std::string& url);

    [[nodiscard]] bool isOpen() const { return m_connection != nullptr; }

    /// One or more statements without parameters in one transaction: all or nothing.
    [[nodiscard]] Result<void> execute(const std::string& script, int timeoutMs = answerTimeoutMs);
    /// One statement, in a transaction of its own.
    [[nodiscard]] Result<Rows> query(const std::string& sql, const Parameters& parameters = {},
                                     int timeoutMs = answerTimeoutMs);

private:
    struct Closer
    {
        void operator()(PGconn* connection) const { PQfinish(connection); }
    };

    [[nodiscard]] Result<Rows> answer(bool sent, std::string_view doing, int timeoutMs);
    /// Waits until the socket is ready for one of `events`; gives those that are.
    [[nodiscard]] short wait(short events, int timeoutMs) const;
    [[nodiscard]] bool sendAll(int timeoutMs);
    [[nodiscard]] bool receive(int timeoutMs);
    [[nodiscard]] tl::unexpected<Error> breakOff(std::string_view doing, std::string_view message = {});

    std::unique_ptr<PGconn, Closer> m_connection;
};

} // namespace anjungan::postgres
