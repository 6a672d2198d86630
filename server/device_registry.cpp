// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/device_registry.h"

#include "core/json_scalar.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

namespace anjungan {

namespace {

/// Crockford's base 32: without letters that people take for others.
constexpr std::string_view codeLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t codeLength = 10; // 50 bits, of which an hour allows 1,200 guesses

constexpr const char* schema = R"sql(
CREATE TABLE IF NOT EXISTS device (
    device TEXT PRIMARY KEY,
    role TEXT NOT NULL,
    series INTEGER NOT NULL,
    code BLOB UNIQUE,
    code_ends INTEGER,
    token BLOB UNIQUE,
    enrolled INTEGER,
    revoked INTEGER
) STRICT;
)sql";

/// What a person typed: small letters, spaces and dashes, O for zero, I and L for one.
std::string normalised(std::string_view typed)
{
    std::string code;
    for (char c : typed) {
        if (c == '-' || c == ' ')
            continue;
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
        code += c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c;
    }
    return code;
}

std::optional<Enrolment> enrolmentFrom(const sqlite::Statement& row, int first)
{
    const auto device = DeviceId::parse(row.text(first));
    const auto role = parseDeviceRole(row.text(first + 1));
    if (!device || !role)
        return std::nullopt;
    return Enrolment{*device, *role, static_cast<std::uint8_t>(row.integer(first + 2))};
}

} // namespace

DeviceRegistry::DeviceRegistry(sqlite::Database database, const Hasher& hasher, Random& random)
    : m_database(std::move(database))
    , m_hasher(hasher)
    , m_random(random)
{}

Result<std::unique_ptr<DeviceRegistry>> DeviceRegistry::open(const std::string& path, const Hasher& hasher,
                                                             Random& random)
{
    auto database = openServerDatabase(path, schema);
    if (!database)
        return tl::unexpected(database.error());
    return std::unique_ptr<DeviceRegistry>(new DeviceRegistry(std::move(*database), hasher, random));
}

Result<std::string> DeviceRegistry::makeCode(const Enrolment& enrolment, Instant now)
{
    const std::lock_guard lock(m_mutex);
    if (enrolment.series > 0) {
        auto taken = m_database.prepare(
            "SELECT count(*) FROM device WHERE series = ? AND device <> ? AND revoked IS NULL");
        if (!taken)
            return tl::unexpected(taken.error());
        taken->bind(std::int64_t{enrolment.series}).bind(enrolment.device.text());
        if (const auto row = taken->step(); !row)
            return tl::unexpected(row.error());
        if (taken->integer(0) > 0)
            return refuse("series-taken", fmt::format("series {}", enrolment.series));
    }
    std::array<std::uint8_t, codeLength> bytes{};
    m_random.fill(bytes);
    std::string code;
    for (const std::uint8_t byte : bytes)
        code += codeLetters[byte % codeLetters.size()];
    const Hash hash = hashOf(code);
    auto insert = m_database.prepare(
        "INSERT INTO device (device, role, series, code, code_ends) VALUES (?1, ?2, ?3, ?4, ?5) "
        "ON CONFLICT (device) DO UPDATE SET role = ?2, series = ?3, code = ?4, code_ends = ?5");
    if (!insert)
        return tl::unexpected(insert.error());
    insert->bind(enrolment.device.text())
        .bind(textOf(enrolment.role))
        .bind(std::int64_t{enrolment.series})
        .bind(hash)
        .bind(millisecondsOf(now + codeValid));
    return insert->run().map([&] { return code.substr(0, 5) + '-' + code.substr(5); });
}

Result<void> DeviceRegistry::mayTry(Instant now)
{
    const Instant minute = std::chrono::floor<std::chrono::minutes>(now);
    if (minute != m_minute) {
        m_minute = minute;
        m_failures = 0;
    }
    if (m_failures >= failuresAMinuteMax)
        return failTemporarily("too-many-tries");
    return {};
}

Result<DeviceRegistry::Enrolled> DeviceRegistry::enrol(std::string_view code, Instant now)
{
    const std::lock_guard lock(m_mutex);
    if (Result<void> may = mayTry(now); !may)
        return tl::unexpected(may.error());
    std::array<std::uint8_t, 32> bytes{};
    m_random.fill(bytes);
    const std::string token = codec::toHex(bytes);
    const Hash codeHash = hashOf(normalised(code));
    const Hash tokenHash = hashOf(token);
    // One statement: of two that come with the same code at once one finds it gone.
    auto update = m_database.prepare(
        "UPDATE device SET token = ?1, enrolled = ?2, revoked = NULL, code = NULL, code_ends = NULL "
        "WHERE code = ?3 AND code_ends > ?2 RETURNING device, role, series");
    if (!update)
        return tl::unexpected(update.error());
    update->bind(tokenHash).bind(millisecondsOf(now)).bind(codeHash);
    const auto row = update->step();
    if (!row)
        return tl::unexpected(row.error());
    const auto enrolment = *row ? enrolmentFrom(*update, 0) : std::nullopt;
    if (!enrolment) {
        ++m_failures;
        return refuse("code-unknown");
    }
    if (const auto end = update->step(); !end)
        return tl::unexpected(end.error());
    m_version = -1;
    m_changedHere = true;
    return Enrolled{*enrolment, token};
}

Result<void> DeviceRegistry::refresh()
{
    const auto version = m_database.number("PRAGMA data_version");
    if (!version)
        return tl::unexpected(version.error());
    if (*version == m_version)
        return {};
    auto select = m_database.prepare(
        "SELECT token, device, role, series FROM device WHERE token IS NOT NULL AND revoked IS NULL");
    if (!select)
        return tl::unexpected(select.error());
    std::map<Hash, Enrolment> tokens;
    const auto read = select->forEachRow([&]() -> Result<void> {
        Hash hash{};
        const auto enrolment = enrolmentFrom(*select, 1);
        if (enrolment && select->blob(0).size() == hash.size()) {
            std::ranges::copy(select->blob(0), hash.begin());
            tokens.emplace(hash, *enrolment);
        }
        return {};
    });
    if (!read)
        return read;
    m_tokens = std::move(tokens);
    m_version = *version;
    return {};
}

Result<bool> DeviceRegistry::hasChanged()
{
    const std::lock_guard lock(m_mutex);
    const auto version = m_database.number("PRAGMA data_version");
    if (!version)
        return tl::unexpected(version.error());
    const bool changed = std::exchange(m_versionTold, *version) != *version;
    return std::exchange(m_changedHere, false) || changed;
}

Result<Enrolment> DeviceRegistry::check(const std::string& token)
{
    if (token.empty())
        return refuse("token-missing");
    // A search by hash tells a stranger nothing of the tokens, however long it takes.
    const Hash hash = hashOf(token);
    const std::lock_guard lock(m_mutex);
    if (Result<void> fresh = refresh(); !fresh)
        return tl::unexpected(fresh.error());
    const auto found = m_tokens.find(hash);
    if (found == m_tokens.end())
        return refuse("token-unknown");
    return found->second;
}

Result<void> DeviceRegistry::revoke(const DeviceId& device, Instant now)
{
    const std::lock_guard lock(m_mutex);
    auto update = m_database.prepare(
        "UPDATE device SET revoked = ?, token = NULL, code = NULL WHERE device = ? RETURNING device");
    if (!update)
        return tl::unexpected(update.error());
    update->bind(millisecondsOf(now)).bind(device.text());
    const auto row = update->step();
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return refuse("device-unknown", device.text());
    m_version = -1;
    m_changedHere = true;
    return update->step().map([](bool) {});
}

Result<std::vector<EnrolledDevice>> DeviceRegistry::devices()
{
    const std::lock_guard lock(m_mutex);
    auto select = m_database.prepare("SELECT device, role, series, enrolled, revoked FROM device WHERE "
                                     "enrolled IS NOT NULL ORDER BY device");
    if (!select)
        return tl::unexpected(select.error());
    std::vector<EnrolledDevice> devices;
    return select
        ->forEachRow([&]() -> Result<void> {
            const auto enrolment = enrolmentFrom(*select, 0);
            if (!enrolment)
                return {};
            EnrolledDevice device{*enrolment, instantOf(select->integer(3)), std::nullopt};
            if (!select->isNull(4))
                device.revoked = instantOf(select->integer(4));
            devices.push_back(device);
            return {};
        })
        .map([&] { return std::move(devices); });
}

} // namespace anjungan
