// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <csignal>
#include <functional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace anjungan::tests {

/// A program that is ended with this object, by its own id.
class Program
{
public:
    /// `log` takes what it writes. `pid()` is 0 if it could not be started.
    Program(const std::vector<std::string>& arguments, const std::string& log,
            const std::vector<std::string>& environment = {});
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    [[nodiscard]] pid_t pid() const { return m_pid; }
    [[nodiscard]] bool isRunning();
    /// Waits for its own end; the exit status, or -1 after the time-out.
    int wait(int seconds);
    /// Asks it to end, and kills it if it does not within 10 s.
    void end(int signal = SIGTERM);
    /// kill -9.
    void kill();

private:
    pid_t m_pid = 0;
};

/// The path of a program: also of daemons, which Debian keeps where an ordinary user's PATH does not look.
/// Its name alone if it is not found.
[[nodiscard]] std::string findProgram(const std::string& name);

/// A TCP port of the loopback that nobody listens on just now.
[[nodiscard]] int freePort();

/// Whether a TCP port of the loopback takes connections.
[[nodiscard]] bool answers(int port);

/// Asks again and again; false if it did not become true within `limit`.
[[nodiscard]] bool waitUntil(const std::function<bool()>& predicate, std::chrono::milliseconds limit);

} // namespace anjungan::tests
