// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "core/ports/crypto.h"

#include <atomic>
#include <string>

namespace anjungan {

/// This machine's clock as the authority corrects it, so that a machine whose clock is wrong, or dead, still
/// shows the right time and can check certificates. Thread-safe.
class SyncedClock final : public Clock
{
public:
    /// Closer than this the machine's own clock stands: the network is no better.
    static constexpr std::chrono::milliseconds near{2'000};

    /// `own` must live longer.
    explicit SyncedClock(const Clock& own)
        : m_own(own)
    {}

    [[nodiscard]] Instant now() const override { return m_own.now() + m_offset.load(); }
    [[nodiscard]] std::chrono::milliseconds steady() const override { return m_own.steady(); }

    /// The authority's time was `authority` while this machine's own was `own`.
    void setFrom(Instant authority, Instant own);
    [[nodiscard]] Instant ownTime() const { return m_own.now(); }

private:
    const Clock& m_own;
    std::atomic<std::chrono::milliseconds> m_offset{std::chrono::milliseconds(0)};
};

/// The time in a response of `/v1/time`, once its signature by the site's key and its nonce hold.
/// Errors: `time-unsigned`.
[[nodiscard]] Result<Instant> readSignedTime(const std::string& body, const std::string& nonce,
                                             const PublicKey& siteKey, const Verifier& verifier);

} // namespace anjungan
