// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/crypto.h"
#include "core/result.h"

#include <memory>
#include <string>

/// The crypto ports on libsodium. Constructing any of them makes the library ready; should that fail (no
/// source of randomness) the process stops. Thread-safe.
namespace anjungan {

/// What constructors do before they use the library.
void makeSodiumReady();

/// BLAKE2b-256.
class SodiumHasher final : public Hasher
{
public:
    SodiumHasher();
    [[nodiscard]] Hash hash(std::string_view bytes) const override;
};

class SodiumVerifier final : public Verifier
{
public:
    SodiumVerifier();
    [[nodiscard]] bool verify(const PublicKey& key, std::span<const std::uint8_t> message,
                              const Signature& signature) const override;
};

/// This device's own Ed25519 key. The secret lies in memory that is locked, guarded and wiped.
class SodiumSigner final : public Signer
{
public:
    /// Reads the key from `path` (its 32-byte seed), or makes one and writes it there, durably, before it
    /// is used. An existing file is never replaced. Errors: `key-invalid` (not a regular file of 32
    /// bytes, not ours, or open to others), `key-unreadable`, `disk-full`, `disk-error`.
    [[nodiscard]] static Result<SodiumSigner> loadOrCreate(const std::string& path);

    [[nodiscard]] PublicKey publicKey() const override { return m_publicKey; }
    [[nodiscard]] Signature sign(std::span<const std::uint8_t> message) const override;

private:
    struct Wiper
    {
        void operator()(std::uint8_t* secret) const;
    };
    using Secret = std::unique_ptr<std::uint8_t, Wiper>;

    SodiumSigner() = default;
    [[nodiscard]] static Secret makeSecret(std::size_t size);
    [[nodiscard]] static Result<void> createFile(const std::string& path);

    PublicKey m_publicKey{};
    Secret m_secretKey;
};

} // namespace anjungan
