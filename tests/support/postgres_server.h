// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/program.h"
#include "support/temp_directory.h"

#include <memory>
#include <string>

namespace anjungan::tests {

/// A PostgreSQL cluster of our own, and a pooler in front of it that gives connections away after each
/// transaction: own directory, own ports of the loopback, syncs on. Nothing of the machine's own clusters is
/// touched. Both are ended with this object, and also when this process dies.
class PostgresServer
{
public:
    PostgresServer();
    ~PostgresServer();
    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;

    /// The one of this test program, started when it is first asked for. Stops the program, with words, if it
    /// cannot be started.
    static PostgresServer& shared();

    /// Why it did not start; empty if it did.
    [[nodiscard]] const std::string& problem() const { return m_problem; }

    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] int poolerPort() const { return m_poolerPort; }
    /// The database, made if it is new: straight, through the pooler, through any other port of the loopback.
    [[nodiscard]] std::string url(const std::string& database = "anjungan");
    [[nodiscard]] std::string pooledUrl(const std::string& database = "anjungan");
    [[nodiscard]] std::string urlAt(int port, const std::string& database = "anjungan") const;

    void stopPooler();
    void startPooler();
    /// As a crash: no goodbye, and recovery at the next start.
    void crash();
    void start();

    /// Where a program of PostgreSQL is; empty if it is not installed.
    [[nodiscard]] static std::string program(const std::string& name);

private:
    [[nodiscard]] bool makeCluster();
    /// As a user who may run a server: nobody's, where we are root.
    [[nodiscard]] std::vector<std::string> asServer(std::vector<std::string> command) const;
    [[nodiscard]] bool run(std::vector<std::string> command);
    void write(const std::string& name, const std::string& text) const;
    [[nodiscard]] std::string logged(const std::string& name) const;

    TempDirectory m_folder;
    int m_port = 0;
    int m_poolerPort = 0;
    std::string m_problem;
    std::unique_ptr<Program> m_server;
    std::unique_ptr<Program> m_pooler;
};

} // namespace anjungan::tests
