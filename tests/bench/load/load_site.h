// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/site_server.h"
#include "support/program.h"
#include "support/temp_directory.h"
#include "sync/http_client.h"

#include <memory>
#include <string>
#include <vector>

namespace anjungan::load {

/// How one server is started for a measurement.
struct Options
{
    std::string program;  ///< `anjungan-server`
    std::string store;    ///< `postgresql://…`; empty: SQLite
    int syncDelay_ms = 0; ///< added to every sync of its files
    std::string slowSync; ///< the library that adds it
};

/// One device as the server knows it, and who is signed in there.
struct LoadDevice
{
    DeviceId device;
    std::string token;
};

/// The real server as a process of its own, on a site that is open around the clock, with devices that are
/// enrolled already. Throws where anything cannot be had.
class LoadSite
{
public:
    static constexpr int services = 240; ///< each with a queue of its own

    LoadSite(Options options, int kiosks, int counters, int others);

    void start();
    void stop();

    [[nodiscard]] const std::vector<LoadDevice>& kiosks() const { return m_kiosks; }
    [[nodiscard]] const std::vector<LoadDevice>& counters() const { return m_counters; }
    [[nodiscard]] const std::vector<LoadDevice>& others() const { return m_others; }
    [[nodiscard]] ServerAddress address() const;
    [[nodiscard]] static StaffId staffAt(std::size_t counter);
    [[nodiscard]] static CounterId counterAt(std::size_t counter);
    [[nodiscard]] static ServiceId serviceAt(int index);

    /// Every event of the log, in order.
    [[nodiscard]] std::vector<Event> log();
    /// Of the server's process, in MiB.
    [[nodiscard]] double memory_MiB() const;
    [[nodiscard]] std::uintmax_t journalBytes() const;

private:
    void enrolAll(int kiosks, int counters, int others);

    Options m_options;
    TempDirectory m_folder;
    DataDirectory m_directory;
    std::vector<LoadDevice> m_kiosks;
    std::vector<LoadDevice> m_counters;
    std::vector<LoadDevice> m_others;
    int m_port = 0;
    std::unique_ptr<tests::Program> m_server;
};

} // namespace anjungan::load
