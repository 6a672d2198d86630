// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "server/roles.h"
#include "server/server_database.h"

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace anjungan {

struct StaffMember
{
    StaffId staff;
    std::string name;
    StaffRole role = StaffRole::Staff;
    bool hasLeft = false;
};

/// Who works here, with what a PIN is checked against, and where they are signed in. The hashes stay in this
/// file: the log goes to every display, and six digits are soon guessed by who holds their hash.
///
/// Thread-safe, and slow where a PIN is hashed (`hashPin`): not for the thread that carries requests. A
/// second process (the command line) may change the file while the server runs.
class StaffRegistry
{
public:
    /// Wrong PINs until the account is locked; it opens again by itself, or by a new PIN.
    static constexpr int failuresMax = 10;
    static constexpr std::chrono::minutes lockedFor{15};
    /// Free tries; each further one waits twice as long as the one before.
    static constexpr int failuresFree = 3;
    static constexpr std::chrono::seconds delayFirst{2};
    static constexpr std::chrono::hours sessionFor{14}; ///< a day at work
    static constexpr std::size_t pinLengthMin = 6;
    static constexpr std::size_t pinLengthMax = 32;

    /// Errors: those of opening a database.
    [[nodiscard]] static Result<std::unique_ptr<StaffRegistry>> open(const std::string& path);

    /// Adds somebody, or changes name and role. A new PIN is for once: it must be changed at the first
    /// sign-in. Errors: `staff-invalid`, `pin-too-weak`, the database's.
    [[nodiscard]] Result<void> put(const StaffMember& member, const std::optional<std::string>& oneTimePin);

    [[nodiscard]] Result<std::vector<StaffMember>> members();

    /// Signs somebody in at a device; with `newPin`, which is then theirs.
    /// Errors: `pin-wrong` (also: nobody of that name; the context says for how long no further try is
    /// heard), `pin-locked`, `pin-must-change`, `pin-too-weak`, the database's.
    [[nodiscard]] Result<StaffMember> signIn(const StaffId& staff, const DeviceId& device,
                                             std::string_view pin, const std::optional<std::string>& newPin,
                                             Instant now);
    [[nodiscard]] Result<void> signOut(const StaffId& staff, const DeviceId& device);

    /// The role of somebody who is signed in at that device. Errors: `staff-not-signed-in`.
    [[nodiscard]] Result<StaffRole> roleAt(const StaffId& staff, const DeviceId& device, Instant now);

private:
    explicit StaffRegistry(sqlite::Database database)
        : m_database(std::move(database))
    {}

    struct Account
    {
        StaffMember member;
        std::string pinHash;
        bool mustChange = false;
        int failures = 0;
        Instant notBefore{}; ///< no try is heard before
    };
    [[nodiscard]] Result<std::optional<Account>> find(const StaffId& staff);
    [[nodiscard]] Result<void> setOneTimePin(const StaffId& staff, const std::string& hash);
    [[nodiscard]] Result<void> endSessions(const StaffId& staff);
    [[nodiscard]] Result<void> countFailure(const Account& account, Instant now);
    [[nodiscard]] Result<void> open(const StaffId& staff, const DeviceId& device,
                                    const std::optional<std::string>& newHash, Instant now);

    std::mutex m_mutex;
    sqlite::Database m_database;
};

/// Six digits or more, not all the same and not a plain row of digits.
[[nodiscard]] bool isStrongPin(std::string_view pin);

} // namespace anjungan
