// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/house/child_process.h"

#include <memory>
#include <string>

namespace anjungan {

/// A site's server as a process of its own on the loopback address, in a data directory of its own.
class SiteProcess
{
public:
    /// `folder` holds the data directory `server` and the log. `ahead`: of its clock before the system's.
    SiteProcess(std::filesystem::path folder, std::chrono::milliseconds ahead);

    /// Makes the data directory where it is not there yet. Errors: those of `ChildProcess`.
    [[nodiscard]] Result<void> make(const std::filesystem::path& catalogue);
    /// On a free port at first, on the same one from then on. Errors: those of `ChildProcess`,
    /// `server-silent`.
    [[nodiscard]] Result<void> start();
    [[nodiscard]] Result<std::string> enrolCode(const std::string& device, const std::string& role,
                                                int series) const;

    /// Gives the PIN for the first sign-in.
    [[nodiscard]] Result<std::string> addStaff(const std::string& staff, const std::string& name) const;

    /// As a power cut would: SIGKILL.
    void kill() { m_process->kill(); }
    /// As an administrator would, until it has ended; whether it ended well.
    [[nodiscard]] bool stop();

    [[nodiscard]] bool isRunning() const { return m_process && m_process->isRunning(); }
    [[nodiscard]] std::string url() const;
    [[nodiscard]] std::filesystem::path authority() const { return data() / "ca.crt"; }
    [[nodiscard]] std::filesystem::path journal() const { return data() / "journal.db"; }

private:
    [[nodiscard]] std::filesystem::path data() const { return m_folder / "server"; }
    [[nodiscard]] std::filesystem::path log() const { return m_folder / "log" / "server.log"; }
    [[nodiscard]] QStringList clockArguments() const;

    std::filesystem::path m_folder;
    std::filesystem::path m_program;
    std::chrono::milliseconds m_ahead;
    int m_port = 0;
    std::unique_ptr<ChildProcess> m_process;
};

} // namespace anjungan
