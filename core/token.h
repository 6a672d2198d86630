// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/crypto.h"

#include <string>

namespace anjungan {

/// The longest name of a site that fits into a slip's QR.
inline constexpr std::size_t siteIdLengthMax = 12;

/// What a slip's QR says about itself, signed by the device that issued it.
///
/// Version 1, big-endian: version u8 · site u8 length + bytes (≤ 12) · ticket 16 · day u16 (days since
/// 1970-01-01) · prefix 2 (second byte 0 if single) · series u8 · value u16 · time u32 (seconds since
/// 1970, UTC) · key 4 (the first bytes of the issuer's public key) · legs u8 (≤ 8), 2 bytes each, the
/// prefix of the leg's queue · Ed25519 signature 64 over all before it. Written in base 32 (RFC 4648,
/// upper case, no padding), which stays within the QR alphanumeric set.
struct TicketToken
{
    SiteId site; ///< at most `siteIdLengthMax` characters
    TicketId ticket;
    Day day{};
    Number number;
    Instant issued{}; ///< whole seconds
    std::array<std::uint8_t, 4> key{};
    std::vector<std::string> prefixes; ///< the queue of each leg

    bool operator==(const TicketToken&) const = default;
};

/// The signed token as text. Errors: `token-too-large`.
[[nodiscard]] Result<std::string> writeToken(const TicketToken& token, const Signer& signer);

/// A token that was read but whose signature nobody has checked.
struct UncheckedToken
{
    TicketToken token;
    std::vector<std::uint8_t> message;
    Signature signature{};

    [[nodiscard]] bool isSignedBy(const PublicKey& key, const Verifier& verifier) const;
};

/// Reads a bare token, or one at the end of a link `…/T/<token>`, in either case of letters.
/// Errors: `token-unreadable`, `token-version` (made by a newer version of this software).
[[nodiscard]] Result<UncheckedToken> readToken(std::string_view text);

/// What the QR holds: `HTTPS://<HOST>/T/<token>`, or the bare token where `publicHost` is empty.
[[nodiscard]] std::string slipCode(std::string_view token, std::string_view publicHost);

} // namespace anjungan
