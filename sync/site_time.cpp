// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/site_time.h"

#include "core/json_codec.h"
#include "core/json_depth.h"
#include "core/protocol.h"

namespace anjungan {

void SyncedClock::setFrom(Instant authority, Instant own)
{
    const auto offset = authority - own;
    m_offset = std::chrono::abs(offset) < near ? std::chrono::milliseconds(0) : offset;
}

Result<Instant> readSignedTime(const std::string& body, const std::string& nonce, const PublicKey& siteKey,
                               const Verifier& verifier)
{
    const auto from = parseJson(body);
    Instant time{};
    std::string answered;
    Signature signature{};
    if (!from.is_object() || !codec::get(from, "time", time) || !codec::get(from, "nonce", answered) ||
        !codec::get(from, "signature", signature) || answered != nonce)
        return failTemporarily("time-unsigned");
    const std::string text = signedTimeText(nonce, time);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    if (!verifier.verify(siteKey, {bytes, text.size()}, signature))
        return failTemporarily("time-unsigned");
    return time;
}

} // namespace anjungan
