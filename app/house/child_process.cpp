// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/house/child_process.h"

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace anjungan {

namespace {

constexpr std::chrono::seconds startWithin{10};
constexpr std::chrono::seconds actWithin{30};
constexpr std::chrono::seconds goneWithin{5};

int toMs(std::chrono::milliseconds time)
{
    return static_cast<int>(time.count());
}

} // namespace

ChildProcess::ChildProcess(std::filesystem::path program, const std::filesystem::path& log)
    : m_program(std::move(program))
{
    m_process.setStandardErrorFile(QString::fromStdString(log.string()), QIODevice::Append);
    m_process.setChildProcessModifier([parent = ::getpid()] {
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
        // It may have died before that.
        if (::getppid() != parent)
            ::_exit(1);
    });
}

ChildProcess::~ChildProcess()
{
    kill();
}

Result<void> ChildProcess::start(const QStringList& arguments)
{
    m_process.start(QString::fromStdString(m_program.string()), arguments);
    if (!m_process.waitForStarted(toMs(startWithin)))
        return failForGood("program-unusable",
                           m_program.string() + ": " + m_process.errorString().toStdString());
    return {};
}

QString ChildProcess::readLine(std::chrono::milliseconds within)
{
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(toMs(within)))
            return {};
    }
    return QString::fromUtf8(m_process.readLine()).trimmed();
}

Result<QString> ChildProcess::runToEnd(const QStringList& arguments)
{
    if (auto started = start(arguments); !started)
        return tl::unexpected(started.error());
    if (!waitUntilEnded(actWithin) || exitCode() != 0)
        return failForGood("program-failed",
                           m_program.string() + " " + arguments.join(QLatin1Char(' ')).toStdString());
    return QString::fromUtf8(m_process.readAllStandardOutput()).trimmed();
}

int ChildProcess::exitCode() const
{
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

void ChildProcess::kill()
{
    if (!isRunning())
        return;
    m_process.kill();
    m_process.waitForFinished(toMs(goneWithin));
}

bool ChildProcess::waitUntilEnded(std::chrono::milliseconds within)
{
    return !isRunning() || m_process.waitForFinished(toMs(within));
}

} // namespace anjungan
