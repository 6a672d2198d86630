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

SiteProcess::SiteProcess(Settings settings)
    : m_settings(std::move(settings))
    , m_program(findServer())
{}

QStringList SiteProcess::clockArguments() const
{
    return {QStringLiteral("--clock-offset-ms"), QString::number(m_settings.ahead.count())};
}

Result<QString> SiteProcess::ask(const QStringList& arguments) const
{
    return ChildProcess(m_program, log()).runToEnd(arguments);
}

Result<void> SiteProcess::make(const fs::path& catalogue)
{
    std::error_code error;
    if (fs::exists(data(), error))
        return {};
    QStringList arguments{QStringLiteral("init"), text(data()), QStringLiteral("--catalogue"),
                          text(catalogue)};
    if (!m_settings.host.empty())
        arguments += {QStringLiteral("--host"), QString::fromStdString(m_settings.host)};
    if (m_settings.isTraining)
        arguments += QStringLiteral("--training");
    return ask(arguments).map([](const QString&) {});
}

Result<void> SiteProcess::start()
{
    m_process = std::make_unique<ChildProcess>(m_program, log());
    const auto started =
        m_process->start(QStringList{QStringLiteral("serve"), text(data()), QStringLiteral("--listen"),
                                     QString::fromStdString(listens())} +
                         clockArguments());
    if (!started)
        return started;
    const QString line = m_process->readLine(readyWithin);
    m_settings.port = line.section(QLatin1Char(':'), -1).toInt();
    if (m_settings.port == 0)
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
    return ask(arguments + clockArguments()).map([](const QString& code) { return code.toStdString(); });
}

Result<std::string> SiteProcess::addStaff(const std::string& staff, const std::string& name,
                                          const std::string& role) const
{
    return ask({QStringLiteral("staff-add"), text(data()), QStringLiteral("--staff"),
                QString::fromStdString(staff), QStringLiteral("--name"), QString::fromStdString(name),
                QStringLiteral("--role"), QString::fromStdString(role)})
        .map([](const QString& said) { return said.section(QLatin1Char(' '), -1).trimmed().toStdString(); });
}

Result<std::string> SiteProcess::devices() const
{
    return ask({QStringLiteral("devices"), text(data())}).map([](const QString& said) {
        return said.toStdString();
    });
}

bool SiteProcess::stop()
{
    m_process->askToStop();
    return m_process->waitUntilEnded(endsWithin) && m_process->exitCode() == 0;
}

std::string SiteProcess::listens() const
{
    return fmt::format("{}:{}", m_settings.address, m_settings.port);
}

std::string SiteProcess::url() const
{
    return fmt::format("https://{}:{}", m_settings.host.empty() ? "127.0.0.1" : m_settings.host,
                       m_settings.port);
}

} // namespace anjungan
