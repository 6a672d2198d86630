// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <chrono>
#include <filesystem>
#include <QProcess>
#include <QStringList>

namespace anjungan {

/// A program that was started from here and does not outlive this process, however this one ends. What it
/// says to its standard error is added to a log of its own. Needs a QCoreApplication; of one thread.
class ChildProcess
{
public:
    ChildProcess(std::filesystem::path program, const std::filesystem::path& log);
    /// Kills what still runs.
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    /// Errors: `program-unusable`.
    [[nodiscard]] Result<void> start(const QStringList& arguments);
    /// One line of its standard output, without the line end; empty where it says nothing for so long.
    [[nodiscard]] QString readLine(std::chrono::milliseconds within);
    /// Starts it, and gives what it said when it ended well. Errors: `program-unusable`, `program-failed`.
    [[nodiscard]] Result<QString> runToEnd(const QStringList& arguments);

    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    /// Of one that ended; -1 where a signal ended it.
    [[nodiscard]] int exitCode() const;
    void askToStop() { m_process.terminate(); }
    /// SIGKILL, and waits until it is gone.
    void kill();
    [[nodiscard]] bool waitUntilEnded(std::chrono::milliseconds within);

private:
    std::filesystem::path m_program;
    QProcess m_process;
};

} // namespace anjungan
