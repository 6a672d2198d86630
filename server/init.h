// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/site_server.h"

#include <string>
#include <vector>

/// What an administrator does with a data directory on the command line. All of it may be done while the
/// server runs, but for making the directory.
namespace anjungan {

struct InitOptions
{
    std::string catalogue;
    std::vector<std::string> hosts; ///< besides this machine's name and its loopback addresses
    TakeAs as = TakeAs::Written;    ///< Training: of the site where the people of a real one practise
};

/// Who is in charge at first.
inline constexpr std::string_view firstManager = "pengelola";

/// Makes the directory (for its owner alone), the site's key, its certificate authority and the server's
/// certificate; gives the manager's PIN for the first sign-in. One that is there already is not touched:
/// `directory-exists`.
[[nodiscard]] Result<std::string> initDirectory(const DataDirectory& directory, const InitOptions& options);

struct EnrolOptions
{
    std::string device;
    std::string role;
    int series = 0;
    std::int64_t ahead_ms = 0; ///< of the server's clock before the system's
};

/// Errors: `device-invalid`, `series-taken`, the database's.
[[nodiscard]] Result<std::string> makeEnrolCode(const DataDirectory& directory, const EnrolOptions& options);

/// One line a device: name, role, series, since when, `revoked`.
[[nodiscard]] Result<std::string> listDevices(const DataDirectory& directory);

[[nodiscard]] Result<void> revokeDevice(const DataDirectory& directory, const std::string& device);

} // namespace anjungan
