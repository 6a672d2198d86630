// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/crypto.h"
#include "core/ports/random.h"
#include "server/roles.h"
#include "server/server_database.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace anjungan {

/// What a device is allowed to be.
struct Enrolment
{
    DeviceId device;
    DeviceRole role = DeviceRole::Display;
    std::uint8_t series = 0; ///< of the numbers it gives when alone: 1 to 9; 0 if it never does
};

struct EnrolledDevice
{
    Enrolment enrolment;
    Instant enrolled{};
    std::optional<Instant> revoked;
};

/// The machines that may speak to this server: one-time codes by which they enrol, and what is left of the
/// tokens they then hold. Codes and tokens are random and kept as hashes only. Thread-safe.
///
/// Lies in a SQLite file that a second process (the command line) may change while the server runs; what it
/// did is seen at the next question.
class DeviceRegistry
{
public:
    static constexpr std::chrono::hours codeValid{1};
    static constexpr int failuresAMinuteMax = 20;

    /// `hasher` and `random` must live longer. Errors: those of opening a database.
    [[nodiscard]] static Result<std::unique_ptr<DeviceRegistry>> open(const std::string& path,
                                                                      const Hasher& hasher, Random& random);

    /// A code as people type it: `ABCDE-FGHJK`. One that was made for the same device before no longer holds.
    /// Errors: `series-taken` (another device numbers in it), and the database's.
    [[nodiscard]] Result<std::string> makeCode(const Enrolment& enrolment, Instant now);

    struct Enrolled
    {
        Enrolment enrolment;
        std::string token; ///< shown once: the device keeps it
    };
    /// Uses up a code. An earlier token of the same device no longer holds.
    /// Errors: `code-unknown` (never made, used before, or too old), `too-many-tries`, the database's.
    [[nodiscard]] Result<Enrolled> enrol(std::string_view code, Instant now);

    /// Whose token this is. Errors: `token-missing`, `token-unknown` (also: revoked).
    [[nodiscard]] Result<Enrolment> check(const std::string& token);

    /// Whether a token or code came or went since this was asked last, here or by another process; so cheap
    /// that it may be asked every second.
    [[nodiscard]] Result<bool> hasChanged();

    /// Errors: `device-unknown`.
    [[nodiscard]] Result<void> revoke(const DeviceId& device, Instant now);

    [[nodiscard]] Result<std::vector<EnrolledDevice>> devices();

private:
    DeviceRegistry(sqlite::Database database, const Hasher& hasher, Random& random);

    /// Errors: `too-many-tries`.
    [[nodiscard]] Result<void> mayTry(Instant now);
    [[nodiscard]] Result<void> refresh();
    [[nodiscard]] Hash hashOf(std::string_view secret) const { return m_hasher.hash(secret); }

    std::mutex m_mutex;
    sqlite::Database m_database;
    const Hasher& m_hasher;
    Random& m_random;
    std::map<Hash, Enrolment> m_tokens; ///< that hold
    std::int64_t m_version = -1;        ///< of the file, when the tokens were read
    std::int64_t m_versionTold = -1;    ///< when it was last asked what changed
    bool m_changedHere = false;         ///< which the file's version does not tell
    Instant m_minute{};
    int m_failures = 0; ///< in that minute
};

} // namespace anjungan
