// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlite.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>

namespace anjungan::sqlite {

namespace {

constexpr int valueLengthMax = 32 * 1024 * 1024;

/// SQLite reports only a failed write as FULL; a full disk met while a file is opened, extended or
/// mapped comes as another code with the system's reason beside it.
int refine(int primary, int systemError)
{
    if (primary != SQLITE_IOERR && primary != SQLITE_CANTOPEN)
        return primary;
    if (systemError == ENOSPC || systemError == EDQUOT)
        return SQLITE_FULL;
    if (systemError == EROFS)
        return SQLITE_READONLY;
    return primary;
}

} // namespace

Error errorOf(sqlite3* connection, int resultCode, std::string_view doing)
{
    const int systemError = connection ? sqlite3_system_errno(connection) : 0;
    std::string context = fmt::format("{:.80}: {} ({}, system {})", doing,
                                      connection ? sqlite3_errmsg(connection) : sqlite3_errstr(resultCode),
                                      resultCode, systemError);
    if (resultCode == SQLITE_IOERR_NOMEM)
        return {"out-of-memory", Severity::TryAgain, std::move(context)};
    switch (refine(resultCode & 0xff, systemError)) {
    case SQLITE_FULL:
        return {"disk-full", Severity::TryAgain, std::move(context)};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {"journal-busy", Severity::TryAgain, std::move(context)};
    case SQLITE_NOMEM:
        return {"out-of-memory", Severity::TryAgain, std::move(context)};
    case SQLITE_CONSTRAINT:
        return {"journal-conflict", Severity::ThisItem, std::move(context)};
    case SQLITE_TOOBIG:
        return {"event-too-large", Severity::ThisItem, std::move(context)};
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return {"journal-read-only", Severity::Fatal, std::move(context)};
    case SQLITE_IOERR:
        return {"disk-error", Severity::Fatal, std::move(context)};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {"journal-corrupt", Severity::Fatal, std::move(context)};
    case SQLITE_CANTOPEN:
        return {"journal-unreachable", Severity::Fatal, std::move(context)};
    default:
        return {"journal-error", Severity::Fatal, std::move(context)};
    }
}

Result<Statement> Statement::prepare(sqlite3* connection, std::string_view sql)
{
    sqlite3_stmt* raw = nullptr;
    const int code = sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    if (code != SQLITE_OK)
        return tl::unexpected(errorOf(connection, code, sql));
    Statement statement;
    statement.m_statement.reset(raw);
    return statement;
}

Statement& Statement::bind(std::int64_t value)
{
    const int code = sqlite3_bind_int64(m_statement.get(), ++m_parameter, value);
    m_bindResult = m_bindResult == SQLITE_OK ? code : m_bindResult;
    return *this;
}

Statement& Statement::bind(std::string_view text)
{
    const char* data = text.data() ? text.data() : "";
    const int code =
        sqlite3_bind_text64(m_statement.get(), ++m_parameter, data, text.size(), SQLITE_STATIC, SQLITE_UTF8);
    m_bindResult = m_bindResult == SQLITE_OK ? code : m_bindResult;
    return *this;
}

Statement& Statement::bind(std::span<const std::uint8_t> bytes)
{
    const void* data = bytes.data() ? static_cast<const void*>(bytes.data()) : "";
    const int code = sqlite3_bind_blob64(m_statement.get(), ++m_parameter, data, bytes.size(), SQLITE_STATIC);
    m_bindResult = m_bindResult == SQLITE_OK ? code : m_bindResult;
    return *this;
}

Statement& Statement::bindNull()
{
    const int code = sqlite3_bind_null(m_statement.get(), ++m_parameter);
    m_bindResult = m_bindResult == SQLITE_OK ? code : m_bindResult;
    return *this;
}

Result<bool> Statement::step()
{
    const int code = m_bindResult == SQLITE_OK ? sqlite3_step(m_statement.get()) : m_bindResult;
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return tl::unexpected(
        errorOf(sqlite3_db_handle(m_statement.get()), code, sqlite3_sql(m_statement.get())));
}

Result<void> Statement::run()
{
    return forEachRow([]() -> Result<void> { return {}; });
}

Result<void> Statement::forEachRow(const std::function<Result<void>()>& each)
{
    const ResetAtEnd reset(*this);
    while (true) {
        const Result<bool> row = step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return {};
        if (auto done = each(); !done)
            return done;
    }
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
    m_parameter = 0;
    m_bindResult = SQLITE_OK;
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

std::string_view Statement::text(int column) const
{
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
    if (!data)
        return {};
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

std::span<const std::uint8_t> Statement::blob(int column) const
{
    const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(m_statement.get(), column));
    if (!data)
        return {};
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

void Database::Closer::operator()(sqlite3* connection) const
{
    // SQLite would keep the connection and its locks, and nobody would ever close it.
    if (sqlite3_close(connection) == SQLITE_OK)
        return;
    std::fputs("anjungan: a database was closed before its statements\n", stderr);
    std::abort();
}

Result<Database> Database::open(const std::string& path, Mode mode)
{
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    if (mode == Mode::ReadOnly)
        flags |= SQLITE_OPEN_READONLY;
    else
        flags |= SQLITE_OPEN_READWRITE | (mode == Mode::Create ? SQLITE_OPEN_CREATE : 0);
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &raw, flags, nullptr);
    Database database;
    database.m_connection.reset(raw);
    if (code != SQLITE_OK)
        return tl::unexpected(errorOf(raw, code, "open " + path));

    sqlite3_busy_timeout(raw, busyTimeoutMs);
    sqlite3_limit(raw, SQLITE_LIMIT_LENGTH, valueLengthMax);
    // The file may have been handed to us: whatever it could run by itself is switched off.
    for (const auto& [option, value] :
         {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1}, std::pair{SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
          std::pair{SQLITE_DBCONFIG_ENABLE_TRIGGER, 0}, std::pair{SQLITE_DBCONFIG_ENABLE_VIEW, 0}})
        sqlite3_db_config(raw, option, value, nullptr);
    return database;
}

Result<void> Database::execute(const std::string& sql)
{
    const int code = sqlite3_exec(connection(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return tl::unexpected(errorOf(connection(), code, sql));
    return {};
}

Result<std::int64_t> Database::number(std::string_view sql) const
{
    Result<Statement> statement = prepare(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    const Result<bool> row = statement->step();
    if (!row)
        return tl::unexpected(row.error());
    return *row ? statement->integer(0) : 0;
}

void Database::rollBack()
{
    if (isOpen() && sqlite3_get_autocommit(connection()) == 0)
        sqlite3_exec(connection(), "ROLLBACK", nullptr, nullptr, nullptr);
}

} // namespace anjungan::sqlite
