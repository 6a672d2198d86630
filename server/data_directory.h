// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/certificates.h"

#include <filesystem>
#include <string>

namespace anjungan {

/// Where a server keeps everything: what `anjungan-server init` made.
struct DataDirectory
{
    std::filesystem::path path;

    [[nodiscard]] std::string journal() const { return (path / "journal.db").string(); }
    [[nodiscard]] std::string numberMark() const { return (path / "numbers.mark").string(); }
    [[nodiscard]] std::string access() const { return (path / "access.db").string(); }
    [[nodiscard]] std::string siteKey() const { return (path / "site.key").string(); }
    /// What is published where it is newer than what the log has.
    [[nodiscard]] std::string catalogue() const { return (path / "catalogue.json").string(); }
    /// There after a restore, until the next start (server/put_back.h).
    [[nodiscard]] std::string putBack() const { return (path / "put-back.json").string(); }
    /// What is known of sites that are watched here.
    [[nodiscard]] std::string watched() const { return (path / "watched.db").string(); }
    [[nodiscard]] CertificateFiles certificate() const { return CertificateFiles::in(path); }
};

} // namespace anjungan
