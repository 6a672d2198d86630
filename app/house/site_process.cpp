// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/house/site_process.h"

#include <fmt/format.h>
#include <QCoreApplication>
#include <QStandardPaths>

namespace anjungan {

namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds readyWithin{20};
constexpr std::chrono::seconds endsWithin{15};

/// Beside this program, as it is installed; or where it is built; else wherever the system finds it.
fs::path findServer()
{
    const fs::path here = QCoreApplication::applicationDirPath().toStdString();
    const char* name = "anjungan-server";
    std::error_code error;
    for (const fs::path& path : {here / name, here / ".." / "server" / name}) {
        if (fs::is_regular_file(path, error))
            return path.lexically_normal();
    }
    const QString found = QStandardPaths::findExecutable(QString::fromLatin1(name));
    return found.isEmpty() ? fs::path(name) : fs::path(found.toStdString());
}

QString text(const fs::path& path)
{
    return QString::fromStdString(path.string());
}

} // namespace

SiteProcess::SiteProcess(fs::path folder, std::chrono::milliseconds ahead)
    : m_folder(std::move(folder))
    , m_program(findServer())
    , m_ahead(ahead)
{}

QStringList SiteProcess::clockArguments() const
{
    return {QStringLiteral("--clock-offset-ms"), QString::number(m_ahead.count())};
}

Result<void> SiteProcess::make(const fs::path& catalogue)
{
    std::error_code error;
    if (fs::exists(data(), error))
        return {};
    return ChildProcess(m_program, log())
        .runToEnd({QStringLiteral("init"), text(data()), QStringLiteral("--catalogue"), text(catalogue)})
        .map([](const QString&) {});
}

Result<void> SiteProcess::start()
{
    m_process = std::make_unique<ChildProcess>(m_program, log());
    const auto started =
        m_process->start(QStringList{QStringLiteral("serve"), text(data()), QStringLiteral("--listen"),
                                     QStringLiteral("127.0.0.1:%1").arg(m_port)} +
                         clockArguments());
    if (!started)
        return started;
    const QString line = m_process->readLine(readyWithin);
    m_port = line.section(QLatin1Char(':'), -1).toInt();
    if (m_port == 0)
        return failForGood("server-silent", log().string() + " says why");
    return {};
}

Result<std::string> SiteProcess::enrolCode(const std::string& device, const std::string& role,
                                           int series) const
{
    QStringList arguments{QStringLiteral("enrol-code"), text(data()),
                          QStringLiteral("--device"),   QString::fromStdString(device),
                          QStringLiteral("--role"),     QString::fromStdString(role)};
    if (series > 0)
        arguments += {QStringLiteral("--series"), QString::number(series)};
    return ChildProcess(m_program, log()).runToEnd(arguments + clockArguments()).map([](const QString& code) {
        return code.toStdString();
    });
}

Result<std::string> SiteProcess::addStaff(const std::string& staff, const std::string& name) const
{
    return ChildProcess(m_program, log())
        .runToEnd({QStringLiteral("staff-add"), text(data()), QStringLiteral("--staff"),
                   QString::fromStdString(staff), QStringLiteral("--name"), QString::fromStdString(name)})
        .map([](const QString& said) { return said.section(QLatin1Char(' '), -1).trimmed().toStdString(); });
}

bool SiteProcess::stop()
{
    m_process->askToStop();
    return m_process->waitUntilEnded(endsWithin) && m_process->exitCode() == 0;
}

std::string SiteProcess::url() const
{
    return fmt::format("https://127.0.0.1:{}", m_port);
}

} // namespace anjungan
