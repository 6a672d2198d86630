// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/staff_registry.h"

#include "core/plain_text.h"
#include "storage/pin_hash.h"

#include <algorithm>
#include <fmt/format.h>

namespace anjungan {

namespace {

constexpr std::size_t nameBytesMax = 80;

constexpr const char* schema = R"sql(
CREATE TABLE IF NOT EXISTS staff (
    staff TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    has_left INTEGER NOT NULL DEFAULT 0,
    pin TEXT NOT NULL DEFAULT '',
    must_change INTEGER NOT NULL DEFAULT 1,
    failures INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE IF NOT EXISTS session (
    device TEXT NOT NULL,
    staff TEXT NOT NULL,
    ends INTEGER NOT NULL,
    PRIMARY KEY (device, staff)
) STRICT, WITHOUT ROWID;
)sql";

/// Hashing for nobody takes as long as for somebody, so that the time tells no names.
bool isPinOfNobody(std::string_view pin)
{
    static const std::string nobody = hashPin("nobody").value_or("");
    (void)isPinOf(nobody, pin);
    return false;
}

} // namespace

bool isStrongPin(std::string_view pin)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (pin.size() < StaffRegistry::pinLengthMin || pin.size() > StaffRegistry::pinLengthMax ||
        !std::ranges::all_of(pin, isDigit))
        return false;
    const auto isRowOf = [&](int step) {
        for (std::size_t i = 1; i < pin.size(); ++i) {
            if (pin[i] - pin[i - 1] != step)
                return false;
        }
        return true;
    };
    return !isRowOf(0) && !isRowOf(1) && !isRowOf(-1);
}

Result<std::unique_ptr<StaffRegistry>> StaffRegistry::open(const std::string& path)
{
    auto database = openServerDatabase(path, schema);
    if (!database)
        return tl::unexpected(database.error());
    return std::unique_ptr<StaffRegistry>(new StaffRegistry(std::move(*database)));
}

Result<void> StaffRegistry::put(const StaffMember& member, const std::optional<std::string>& oneTimePin)
{
    if (member.staff.empty() || member.name.empty() || !isPlainText(member.name, nameBytesMax))
        return refuse("staff-invalid");
    if (oneTimePin && !isStrongPin(*oneTimePin))
        return refuse("pin-too-weak");
    const Result<std::string> hash = oneTimePin ? hashPin(*oneTimePin) : std::string();
    if (!hash)
        return tl::unexpected(hash.error());
    const std::lock_guard lock(m_mutex);
    auto insert =
        m_database.prepare("INSERT INTO staff (staff, name, role, has_left) VALUES (?1, ?2, ?3, ?4) "
                           "ON CONFLICT (staff) DO UPDATE SET name = ?2, role = ?3, has_left = ?4");
    if (!insert)
        return tl::unexpected(insert.error());
    insert->bind(member.staff.text())
        .bind(member.name)
        .bind(textOf(member.role))
        .bind(std::int64_t{member.hasLeft});
    return insert->run()
        .and_then([&] { return oneTimePin ? setOneTimePin(member.staff, *hash) : Result<void>(); })
        .and_then([&] { return member.hasLeft ? endSessions(member.staff) : Result<void>(); });
}

Result<void> StaffRegistry::setOneTimePin(const StaffId& staff, const std::string& hash)
{
    auto update = m_database.prepare(
        "UPDATE staff SET pin = ?, must_change = 1, failures = 0, not_before = 0 WHERE staff = ?");
    if (!update)
        return tl::unexpected(update.error());
    update->bind(hash).bind(staff.text());
    return update->run();
}

Result<void> StaffRegistry::endSessions(const StaffId& staff)
{
    auto remove = m_database.prepare("DELETE FROM session WHERE staff = ?");
    if (!remove)
        return tl::unexpected(remove.error());
    remove->bind(staff.text());
    return remove->run();
}

Result<std::vector<StaffMember>> StaffRegistry::members()
{
    const std::lock_guard lock(m_mutex);
    auto select = m_database.prepare("SELECT staff, name, role, has_left FROM staff ORDER BY staff");
    if (!select)
        return tl::unexpected(select.error());
    std::vector<StaffMember> members;
    return select
        ->forEachRow([&]() -> Result<void> {
            const auto staff = StaffId::parse(select->text(0));
            const auto role = parseStaffRole(select->text(2));
            if (staff && role)
                members.push_back({*staff, std::string(select->text(1)), *role, select->integer(3) != 0});
            return {};
        })
        .map([&] { return std::move(members); });
}

Result<std::optional<StaffRegistry::Account>> StaffRegistry::find(const StaffId& staff)
{
    auto select = m_database.prepare("SELECT name, role, pin, must_change, failures, not_before FROM staff "
                                     "WHERE staff = ? AND has_left = 0");
    if (!select)
        return tl::unexpected(select.error());
    select->bind(staff.text());
    const auto row = select->step();
    if (!row)
        return tl::unexpected(row.error());
    const auto role = *row ? parseStaffRole(select->text(1)) : std::nullopt;
    if (!role)
        return std::nullopt;
    Account account{{staff, std::string(select->text(0)), *role, false},
                    std::string(select->text(2)),
                    select->integer(3) != 0,
                    static_cast<int>(select->integer(4)),
                    instantOf(select->integer(5))};
    return account;
}

Result<void> StaffRegistry::countFailure(const Account& account, Instant now)
{
    const int failures = account.failures + 1;
    std::chrono::milliseconds wait{0};
    if (failures >= failuresMax)
        wait = lockedFor;
    else if (failures > failuresFree)
        wait = delayFirst * (1 << (failures - failuresFree - 1));
    auto update = m_database.prepare("UPDATE staff SET failures = ?, not_before = ? WHERE staff = ?");
    if (!update)
        return tl::unexpected(update.error());
    // A lock that ended leaves one try, and then locks again.
    update->bind(std::int64_t{std::min(failures, failuresMax - 1)})
        .bind(millisecondsOf(now + wait))
        .bind(account.member.staff.text());
    return update->run();
}

Result<StaffMember> StaffRegistry::signIn(const StaffId& staff, const DeviceId& device, std::string_view pin,
                                          const std::optional<std::string>& newPin, Instant now)
{
    const std::lock_guard lock(m_mutex);
    const auto found = find(staff);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found || (*found)->pinHash.empty() || pin.size() > pinLengthMax) {
        (void)isPinOfNobody(pin.substr(0, pinLengthMax));
        return refuse("pin-wrong");
    }
    const Account& account = **found;
    if (now < account.notBefore) {
        const auto wait = std::chrono::ceil<std::chrono::seconds>(account.notBefore - now);
        return failTemporarily("pin-locked", fmt::format("{}", wait.count()));
    }
    if (!isPinOf(account.pinHash, pin)) {
        if (Result<void> counted = countFailure(account, now); !counted)
            return tl::unexpected(counted.error());
        return refuse("pin-wrong");
    }
    if (account.mustChange && !newPin)
        return refuse("pin-must-change");
    std::optional<std::string> newHash;
    if (newPin) {
        if (!isStrongPin(*newPin) || *newPin == pin)
            return refuse("pin-too-weak");
        auto made = hashPin(*newPin);
        if (!made)
            return tl::unexpected(made.error());
        newHash = *std::move(made);
    }
    return open(staff, device, newHash, now).map([&] { return account.member; });
}

Result<void> StaffRegistry::open(const StaffId& staff, const DeviceId& device,
                                 const std::optional<std::string>& newHash, Instant now)
{
    auto update = m_database.prepare(
        newHash ? "UPDATE staff SET failures = 0, not_before = 0, pin = ?2, must_change = 0 WHERE staff = ?1"
                : "UPDATE staff SET failures = 0, not_before = 0 WHERE staff = ?1");
    if (!update)
        return tl::unexpected(update.error());
    update->bind(staff.text());
    if (newHash)
        update->bind(*newHash);
    if (Result<void> done = update->run(); !done)
        return done;
    auto insert = m_database.prepare("INSERT OR REPLACE INTO session (device, staff, ends) VALUES (?, ?, ?)");
    if (!insert)
        return tl::unexpected(insert.error());
    insert->bind(device.text()).bind(staff.text()).bind(millisecondsOf(now + sessionFor));
    return insert->run();
}

Result<void> StaffRegistry::signOut(const StaffId& staff, const DeviceId& device)
{
    const std::lock_guard lock(m_mutex);
    auto remove = m_database.prepare("DELETE FROM session WHERE device = ? AND staff = ?");
    if (!remove)
        return tl::unexpected(remove.error());
    remove->bind(device.text()).bind(staff.text());
    return remove->run();
}

Result<StaffRole> StaffRegistry::roleAt(const StaffId& staff, const DeviceId& device, Instant now)
{
    const std::lock_guard lock(m_mutex);
    auto select =
        m_database.prepare("SELECT staff.role FROM session JOIN staff USING (staff) "
                           "WHERE session.device = ? AND session.staff = ? AND ends > ? AND has_left = 0");
    if (!select)
        return tl::unexpected(select.error());
    select->bind(device.text()).bind(staff.text()).bind(millisecondsOf(now));
    const auto row = select->step();
    if (!row)
        return tl::unexpected(row.error());
    const auto role = *row ? parseStaffRole(select->text(0)) : std::nullopt;
    if (!role)
        return refuse("staff-not-signed-in", staff.text());
    return *role;
}

} // namespace anjungan
