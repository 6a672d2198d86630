// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/house/site_process.h"
#include "app/setup/first_call.h"
#include "app/setup/setup_plan.h"
#include "core/catalogue.h"

#include <vector>

namespace anjungan {

/// A new site, made in one folder: the server's data directory, a folder for each device with its
/// configuration and the site's certificate authority, and the first visit. Needs a QCoreApplication.
class Setup
{
public:
    struct Device
    {
        std::string name;
        std::string role;
        int series = 0;
        std::optional<CounterId> counter;
        bool isHere = false; ///< on this machine
        std::string code;    ///< by which another machine enrols
        bool isEnrolled = false;
    };

    /// `common` is what all machines have in common.
    Setup(SetupPlan plan, Config common);

    /// Makes server and catalogue, and starts the server. Errors: `directory-exists` (a site is there
    /// already), the catalogue's, those of `SiteProcess`.
    [[nodiscard]] Result<void> makeSite();
    /// See `tryFirstCall`. The training site is gone afterwards, unless its slip is a file to be looked at.
    [[nodiscard]] Result<FirstCall> tryVisit();
    /// Enrols the machines that are this one, sees that their queue is reached, and makes a code for each
    /// other. Errors: those of `Station`, `unreachable`.
    [[nodiscard]] Result<void> makeDevices();
    /// Sees which others have enrolled by now. Errors: those of `ChildProcess`.
    [[nodiscard]] Result<void> lookForDevices();
    [[nodiscard]] bool isEverybodyThere() const;
    /// Whether the server ended well.
    [[nodiscard]] bool end() { return m_server.stop(); }

    [[nodiscard]] const std::vector<Device>& devices() const { return m_devices; }
    [[nodiscard]] const SiteProcess& server() const { return m_server; }
    [[nodiscard]] std::string managerPin() const { return m_managerPin; }
    [[nodiscard]] std::filesystem::path folderOf(const Device& device) const;

private:
    void listDevices();
    [[nodiscard]] Config configOf(const Device& device) const;
    [[nodiscard]] Result<void> makeFolderOf(const Device& device) const;
    [[nodiscard]] Result<void> enrolHere(Device& device) const;

    const SetupPlan m_plan;
    const Config m_common;
    SiteProcess m_server;
    std::optional<Catalogue> m_catalogue;
    std::vector<Device> m_devices;
    std::string m_managerPin;
};

} // namespace anjungan
