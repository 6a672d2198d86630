// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sodium.h"

#include "storage/files.h"
#include "storage/system_random.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

namespace anjungan {

namespace {

/// Whether a key file may be trusted: nobody else could have read or planted it.
Result<void> checkKeyFile(int descriptor, const std::string& path)
{
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0)
        return failBySystem(errno, "key-unreadable", path);
    if (!S_ISREG(status.st_mode))
        return failForGood("key-invalid", path + " is not a regular file");
    if (status.st_uid != ::geteuid())
        return failForGood("key-invalid", fmt::format("{} belongs to user {}", path, status.st_uid));
    if ((status.st_mode & 077) != 0)
        return failForGood("key-invalid",
                           fmt::format("{} is open to others (mode {:o})", path, status.st_mode & 0777));
    if (status.st_size != crypto_sign_SEEDBYTES)
        return failForGood("key-invalid", fmt::format("{} holds {} bytes", path, status.st_size));
    return {};
}

} // namespace

void makeSodiumReady()
{
    if (sodium_init() >= 0)
        return;
    std::fputs("anjungan: libsodium found no source of randomness\n", stderr);
    std::abort();
}

SodiumHasher::SodiumHasher()
{
    makeSodiumReady();
}

Hash SodiumHasher::hash(std::string_view bytes) const
{
    Hash hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                       bytes.size(), nullptr, 0);
    return hash;
}

SodiumVerifier::SodiumVerifier()
{
    makeSodiumReady();
}

bool SodiumVerifier::verify(const PublicKey& key, std::span<const std::uint8_t> message,
                            const Signature& signature) const
{
    return crypto_sign_verify_detached(signature.data(), message.data(), message.size(), key.data()) == 0;
}

void SodiumSigner::Wiper::operator()(std::uint8_t* secret) const
{
    sodium_free(secret);
}

SodiumSigner::Secret SodiumSigner::makeSecret(std::size_t size)
{
    Secret secret(static_cast<std::uint8_t*>(sodium_malloc(size)));
    if (!secret) {
        std::fputs("anjungan: no guarded memory for the device's key\n", stderr);
        std::abort();
    }
    return secret;
}

Result<SodiumSigner> SodiumSigner::loadOrCreate(const std::string& path)
{
    makeSodiumReady();
    FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!file.isOpen() && errno == ENOENT) {
        if (Result<void> created = createFile(path); !created)
            return tl::unexpected(created.error());
        file = FileDescriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    }
    if (!file.isOpen())
        return failBySystem(errno, errno == ELOOP ? "key-invalid" : "key-unreadable", path);
    if (Result<void> trusted = checkKeyFile(file.get(), path); !trusted)
        return tl::unexpected(trusted.error());

    const Secret seed = makeSecret(crypto_sign_SEEDBYTES);
    if (::pread(file.get(), seed.get(), crypto_sign_SEEDBYTES, 0) != crypto_sign_SEEDBYTES)
        return failBySystem(errno, "key-unreadable", path);
    SodiumSigner signer;
    signer.m_secretKey = makeSecret(crypto_sign_SECRETKEYBYTES);
    crypto_sign_seed_keypair(signer.m_publicKey.data(), signer.m_secretKey.get(), seed.get());
    return signer;
}

Result<void> SodiumSigner::createFile(const std::string& path)
{
    const Secret seed = makeSecret(crypto_sign_SEEDBYTES);
    SystemRandom().fill({seed.get(), crypto_sign_SEEDBYTES});
    const std::string unfinished = fmt::format("{}.new-{}", path, ::getpid());
    ::unlink(unfinished.c_str());
    const FileDescriptor file(
        ::open(unfinished.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!file.isOpen())
        return failBySystem(errno, "disk-error", unfinished);

    Result<void> done;
    if (::write(file.get(), seed.get(), crypto_sign_SEEDBYTES) != crypto_sign_SEEDBYTES ||
        ::fsync(file.get()) != 0)
        done = failBySystem(errno, "disk-error", unfinished);
    // A link, not a rename: should another process have made a key meanwhile, that one is the device's.
    else if (::link(unfinished.c_str(), path.c_str()) != 0 && errno != EEXIST)
        done = failBySystem(errno, "disk-error", path);
    ::unlink(unfinished.c_str());
    return done.and_then([&] { return syncDirectoryOf(path); });
}

Signature SodiumSigner::sign(std::span<const std::uint8_t> message) const
{
    Signature signature{};
    crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), m_secretKey.get());
    return signature;
}

} // namespace anjungan
