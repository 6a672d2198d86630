// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/house/child_process.h"

#include <memory>
#include <string>

namespace anjungan {

/// A site's server as a process of its own, in a data directory of its own.
class SiteProcess
{
public:
    struct Settings
    {
        std::filesystem::path folder;      ///< holds the data directory `server`, and `log`
        std::chrono::milliseconds ahead{}; ///< of its clock before the system's
        std::string address = "127.0.0.1"; ///< where it listens
        int port = 0;                      ///< 0: a free one at first, the same from then on
        std::string host{};                ///< by which other machines reach it
        bool isTraining = false;
    };

    explicit SiteProcess(Settings settings);

    /// Makes the data directory where it is not there yet. Errors: those of `ChildProcess`.
    [[nodiscard]] Result<void> make(const std::filesystem::path& catalogue);
    /// Errors: those of `ChildProcess`, `server-silent`.
    [[nodiscard]] Result<void> start();
    [[nodiscard]] Result<std::string> enrolCode(const std::string& device, const std::string& role,
                                                int series) const;

    /// Gives the PIN for the first sign-in.
    [[nodiscard]] Result<std::string> addStaff(const std::string& staff, const std::string& name,
                                               const std::string& role = "staff") const;
    /// What `anjungan-server devices` says: one line a device, its name first.
    [[nodiscard]] Result<std::string> devices() const;

    /// As a power cut would: SIGKILL.
    void kill() { m_process->kill(); }
    /// As an administrator would, until it has ended; whether it ended well.
    [[nodiscard]] bool stop();

    [[nodiscard]] bool isRunning() const { return m_process && m_process->isRunning(); }
    [[nodiscard]] const std::filesystem::path& program() const { return m_program; }
    /// ADDRESS:PORT.
    [[nodiscard]] std::string listens() const;
    /// As other machines reach it.
    [[nodiscard]] std::string url() const;
    [[nodiscard]] std::filesystem::path authority() const { return data() / "ca.crt"; }
    [[nodiscard]] std::filesystem::path data() const { return m_settings.folder / "server"; }
    [[nodiscard]] std::filesystem::path journal() const { return data() / "journal.db"; }

private:
    [[nodiscard]] std::filesystem::path log() const { return m_settings.folder / "log" / "server.log"; }
    [[nodiscard]] QStringList clockArguments() const;
    [[nodiscard]] Result<QString> ask(const QStringList& arguments) const;

    Settings m_settings;
    std::filesystem::path m_program;
    std::unique_ptr<ChildProcess> m_process;
};

} // namespace anjungan
