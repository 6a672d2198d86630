// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/postgres.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fmt/format.h>
#include <optional>
#include <poll.h>

namespace anjungan::postgres {

namespace {

constexpr int binary = 1;

// Of the server's table pg_type, where they never change.
constexpr Oid bytesOid = 17;
constexpr Oid integerOid = 20;
constexpr Oid textOid = 25;
constexpr Oid bytesArrayOid = 1001;
constexpr Oid textArrayOid = 1009;
constexpr Oid integerArrayOid = 1016;

template <typename Integer>
void appendNumber(std::string& out, Integer value)
{
    const auto bits = static_cast<std::make_unsigned_t<Integer>>(value);
    for (int shift = static_cast<int>(sizeof(Integer)) * 8 - 8; shift >= 0; shift -= 8)
        out.push_back(static_cast<char>(bits >> shift & 0xff));
}

std::string_view textOf(std::span<const std::uint8_t> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string_view firstLine(std::string_view text)
{
    return text.substr(0, text.find('\n'));
}

struct Meaning
{
    std::string_view state; ///< a whole SQLSTATE, or the class it begins with
    std::string_view code;
    Severity severity;
};

// The first that fits. From the appendix "PostgreSQL Error Codes" of its manual.
constexpr Meaning meanings[] = {
    {"22", "event-invalid", Severity::ThisItem},          // a text that is not UTF-8, a number out of range
    {"23", "journal-conflict", Severity::ThisItem},       // a key that is there already
    {"25006", "journal-read-only", Severity::Fatal},      // a stand-by server
    {"28", "journal-refused", Severity::Fatal},           // no such user, a wrong password
    {"3D", "journal-refused", Severity::Fatal},           // no such database
    {"42501", "journal-refused", Severity::Fatal},        // a right is missing
    {"40", "journal-busy", Severity::TryAgain},           // rolled back to end a deadlock or a race
    {"53100", "disk-full", Severity::TryAgain},           //
    {"53200", "out-of-memory", Severity::TryAgain},       //
    {"53", "journal-busy", Severity::TryAgain},           // too many connections
    {"55P03", "journal-busy", Severity::TryAgain},        // a lock was waited for too long
    {"57014", "journal-busy", Severity::TryAgain},        // a statement took too long, or was cancelled
    {"57", "journal-unreachable", Severity::TryAgain},    // the server stops, crashed or starts
    {"08", "journal-unreachable", Severity::TryAgain},    // of the connection, also the pooler's own
    {"25P03", "journal-unreachable", Severity::TryAgain}, // closed: a transaction was left open
    {"58", "disk-error", Severity::Fatal},                // input and output
    {"XX001", "journal-corrupt", Severity::Fatal},        // a damaged page
    {"XX002", "journal-corrupt", Severity::Fatal},        // a damaged index
};

} // namespace

Error errorOf(std::string_view sqlState, std::string_view message, std::string_view doing)
{
    std::string context = fmt::format("{:.80}: {} ({})", doing, firstLine(message), sqlState);
    if (sqlState.empty())
        return {"journal-unreachable", Severity::TryAgain, std::move(context)};
    const auto* meaning = std::ranges::find_if(
        meanings, [&](const Meaning& known) { return sqlState.starts_with(known.state); });
    if (meaning == std::end(meanings))
        return {"journal-error", Severity::Fatal, std::move(context)};
    return {std::string(meaning->code), meaning->severity, std::move(context)};
}

bool leavesNoTrace(const Error& error)
{
    return error.severity == Severity::ThisItem || error.code == "journal-busy" ||
           error.code == "disk-full" || error.code == "out-of-memory" || error.code == "journal-read-only" ||
           error.code == "journal-refused";
}

Array::Array(Type type)
    : m_type(type)
{}

void Array::appendLength(std::int32_t length)
{
    ++m_count;
    appendNumber(m_values, length);
}

void Array::append(std::int64_t value)
{
    appendLength(sizeof value);
    appendNumber(m_values, value);
}

void Array::append(std::string_view text)
{
    appendLength(static_cast<std::int32_t>(text.size()));
    m_values += text;
}

void Array::append(std::span<const std::uint8_t> bytes)
{
    append(textOf(bytes));
}

void Array::appendNull()
{
    m_hasNull = true;
    appendLength(-1);
}

Oid Array::type() const
{
    switch (m_type) {
    case Type::Integer:
        return integerArrayOid;
    case Type::Text:
        return textArrayOid;
    case Type::Bytes:
        break;
    }
    return bytesArrayOid;
}

std::string Array::encoded() const
{
    const Oid element = m_type == Type::Integer ? integerOid : m_type == Type::Text ? textOid : bytesOid;
    std::string out;
    appendNumber(out, std::int32_t{m_count > 0 ? 1 : 0}); // dimensions: an empty array has none
    appendNumber(out, std::int32_t{m_hasNull ? 1 : 0});
    appendNumber(out, static_cast<std::int32_t>(element));
    if (m_count > 0) {
        appendNumber(out, m_count);
        appendNumber(out, std::int32_t{1}); // the first index
    }
    return out + m_values;
}

Parameters& Parameters::add(Oid type, std::string value)
{
    m_types.push_back(type);
    m_values.push_back(std::move(value));
    return *this;
}

Parameters& Parameters::add(std::int64_t value)
{
    std::string encoded;
    appendNumber(encoded, value);
    return add(integerOid, std::move(encoded));
}

Parameters& Parameters::add(std::string_view text)
{
    return add(textOid, std::string(text));
}

Parameters& Parameters::add(std::span<const std::uint8_t> bytes)
{
    return add(bytesOid, std::string(textOf(bytes)));
}

Parameters& Parameters::add(const Array& array)
{
    return add(array.type(), array.encoded());
}

bool Row::isNull(int column) const
{
    return PQgetisnull(m_result, m_row, column) != 0;
}

std::int64_t Row::integer(int column) const
{
    const std::string_view value = text(column);
    // Negative where its first bit says so, whatever its width.
    std::int64_t number = !value.empty() && value.size() > 1 && (value.front() & 0x80) != 0 ? -1 : 0;
    for (const char byte : value)
        number = static_cast<std::int64_t>(static_cast<std::uint64_t>(number) << 8 |
                                           static_cast<std::uint8_t>(byte));
    return number;
}

std::string_view Row::text(int column) const
{
    return {PQgetvalue(m_result, m_row, column),
            static_cast<std::size_t>(PQgetlength(m_result, m_row, column))};
}

std::span<const std::uint8_t> Row::blob(int column) const
{
    const std::string_view value = text(column);
    return {reinterpret_cast<const std::uint8_t*>(value.data()), value.size()};
}

Result<Connection> Connection::open(const std::string& url)
{
    // What stands before the address may be set otherwise in it; what stands behind may not.
    const std::array<std::pair<const char*, std::string>, 10> settings{
        {{"connect_timeout", std::to_string(connectTimeoutS)},
         {"keepalives_idle", "2"},
         {"keepalives_interval", "1"},
         {"keepalives_count", "3"},
         {"tcp_user_timeout", std::to_string(answerTimeoutMs)},
         {"target_session_attrs", "read-write"},
         {"fallback_application_name", "anjungan-server"},
         {"dbname", url},
         {"keepalives", "1"},
         {"client_encoding", "UTF8"}}};
    std::vector<const char*> names;
    std::vector<const char*> values;
    for (const auto& [name, value] : settings) {
        names.push_back(name);
        values.push_back(value.c_str());
    }
    names.push_back(nullptr);
    values.push_back(nullptr);

    Connection connection;
    connection.m_connection.reset(PQconnectdbParams(names.data(), values.data(), 1));
    if (!connection.m_connection || PQstatus(connection.m_connection.get()) != CONNECTION_OK) {
        return tl::unexpected(
            errorOf("", connection.m_connection ? PQerrorMessage(connection.m_connection.get()) : "no memory",
                    "connect"));
    }
    // What the server only wants to tell goes into its own log.
    PQsetNoticeReceiver(
        connection.m_connection.get(), [](void*, const PGresult*) {}, nullptr);
    PQsetnonblocking(connection.m_connection.get(), 1);
    return connection;
}

Result<void> Connection::execute(const std::string& script, int timeoutMs)
{
    if (!isOpen())
        return breakOff(script, "not connected");
    const Result<Rows> done = answer(PQsendQuery(m_connection.get(), script.c_str()) == 1, script, timeoutMs);
    if (!done)
        return tl::unexpected(done.error());
    return {};
}

Result<Rows> Connection::query(const std::string& sql, const Parameters& parameters, int timeoutMs)
{
    if (!isOpen())
        return breakOff(sql, "not connected");
    std::vector<const char*> values;
    std::vector<int> lengths;
    for (const std::string& value : parameters.m_values) {
        values.push_back(value.data());
        lengths.push_back(static_cast<int>(value.size()));
    }
    const std::vector<int> formats(values.size(), binary);
    const bool sent = PQsendQueryParams(m_connection.get(), sql.c_str(), static_cast<int>(values.size()),
                                        parameters.m_types.data(), values.data(), lengths.data(),
                                        formats.data(), binary) == 1;
    return answer(sent, sql, timeoutMs);
}

Result<Rows> Connection::answer(bool sent, std::string_view doing, int timeoutMs)
{
    if (!sent || !sendAll(timeoutMs))
        return breakOff(doing);
    std::optional<Rows> last;
    std::optional<Error> problem;
    while (true) {
        if (!receive(timeoutMs))
            return breakOff(doing);
        PGresult* result = PQgetResult(m_connection.get());
        if (!result)
            break;
        Rows rows(result);
        const ExecStatusType status = PQresultStatus(result);
        if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK && !problem) {
            const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
            problem = errorOf(state ? state : "", PQresultErrorMessage(result), doing);
        }
        last = std::move(rows);
    }
    if (PQstatus(m_connection.get()) != CONNECTION_OK) {
        // The server's last words say why it closed the connection, but not what became of the statement.
        const std::string why = problem ? problem->context : std::string();
        return breakOff(doing, why);
    }
    if (problem)
        return tl::unexpected(*problem);
    if (!last)
        return breakOff(doing, "no answer");
    return *std::move(last);
}

short Connection::wait(short events, int timeoutMs) const
{
    pollfd socket{PQsocket(m_connection.get()), events, 0};
    int ready = 0;
    do
        ready = ::poll(&socket, 1, timeoutMs);
    while (ready < 0 && errno == EINTR);
    return ready > 0 ? socket.revents : short{0};
}

bool Connection::sendAll(int timeoutMs)
{
    while (true) {
        const int left = PQflush(m_connection.get());
        if (left <= 0)
            return left == 0;
        const short ready = wait(POLLIN | POLLOUT, timeoutMs);
        // A server that already answers must be read, or both would wait for each other.
        if (ready == 0 || ((ready & POLLIN) != 0 && PQconsumeInput(m_connection.get()) != 1))
            return false;
    }
}

bool Connection::receive(int timeoutMs)
{
    while (PQisBusy(m_connection.get()) != 0) {
        if (wait(POLLIN, timeoutMs) == 0)
            return false;
        // False: the connection broke, after what was received was taken in. `PQgetResult` tells.
        if (PQconsumeInput(m_connection.get()) != 1)
            return true;
    }
    return true;
}

tl::unexpected<Error> Connection::breakOff(std::string_view doing, std::string_view message)
{
    std::string words(message);
    if (words.empty() && m_connection)
        words = PQerrorMessage(m_connection.get());
    if (words.empty())
        words = "no answer in time";
    m_connection.reset();
    return tl::unexpected(errorOf("", words, doing));
}

} // namespace anjungan::postgres
