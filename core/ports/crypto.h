// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"

#include <span>
#include <string_view>

namespace anjungan {

/// Hashing for the chains of events. Pure: the same bytes give the same hash on every node.
class Hasher
{
public:
    virtual ~Hasher() = default;
    [[nodiscard]] virtual Hash hash(std::string_view bytes) const = 0;
};

/// Signs with this device's own key (Ed25519). Never gives the secret away.
class Signer
{
public:
    virtual ~Signer() = default;
    [[nodiscard]] virtual PublicKey publicKey() const = 0;
    [[nodiscard]] virtual Signature sign(std::span<const std::uint8_t> message) const = 0;
};

/// Checks another device's signature.
class Verifier
{
public:
    virtual ~Verifier() = default;
    [[nodiscard]] virtual bool verify(const PublicKey& key, std::span<const std::uint8_t> message,
                                      const Signature& signature) const = 0;
};

} // namespace anjungan
