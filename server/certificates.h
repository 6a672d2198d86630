// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/time.h"

#include <filesystem>
#include <string>
#include <vector>

/// The private certificate authority of a site and the certificate by which its server is known: EC P-256,
/// as PEM files. Devices trust the authority's file, so the server's certificate can be renewed at any time.
namespace anjungan {

struct CertificateFiles
{
    std::filesystem::path authority;    ///< `ca.crt`: what devices are given
    std::filesystem::path authorityKey; ///< `ca.key`
    std::filesystem::path chain;        ///< `server.crt`
    std::filesystem::path key;          ///< `server.key`

    /// The names of a data directory.
    [[nodiscard]] static CertificateFiles in(const std::filesystem::path& directory);
};

inline constexpr std::chrono::days authorityValid{3650};
inline constexpr std::chrono::days certificateValid{397};
/// A certificate that ends sooner is renewed, or, where that cannot be, warned of.
inline constexpr std::chrono::days renewBefore{30};

/// Makes an authority for `site`, valid from a day before `now`. No existing file is replaced.
/// Errors of all: `certificate-unusable` with the file and the reason, `disk-full`, `disk-error`.
[[nodiscard]] Result<void> makeAuthority(const CertificateFiles& files, const std::string& site, Instant now);

/// Makes a key and a certificate for `hosts` (names or addresses, at least one) signed by the authority;
/// earlier ones are replaced, the key first, so that a crash between leaves a pair that is refused and made
/// again.
[[nodiscard]] Result<void> issueCertificate(const CertificateFiles& files,
                                            const std::vector<std::string>& hosts, Instant now);

struct CertificateState
{
    Instant ends{};
    std::vector<std::string> hosts;
    bool isPair = false; ///< its key is the one beside it, its issuer the authority beside it
};

[[nodiscard]] Result<CertificateState> readCertificate(const CertificateFiles& files);

/// When the authority's own certificate ends.
[[nodiscard]] Result<Instant> readAuthorityEnd(const CertificateFiles& files);

} // namespace anjungan
