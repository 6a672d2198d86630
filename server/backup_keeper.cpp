// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/backup_keeper.h"

#include "storage/sodium.h"

#include <spdlog/spdlog.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace anjungan {

namespace {

namespace fs = std::filesystem;

constexpr int niceness = 10;

std::int64_t secondsOf(Instant time)
{
    return std::chrono::floor<std::chrono::seconds>(time.time_since_epoch()).count();
}

bool isSameDisk(const fs::path& one, const fs::path& other)
{
    struct stat a = {};
    struct stat b = {};
    return ::stat(one.c_str(), &a) == 0 && ::stat(other.c_str(), &b) == 0 && a.st_dev == b.st_dev;
}

} // namespace

Instant lastTimeOf(MinuteOfDay at, TimeZone zone, Instant now)
{
    const Instant today = toInstant(LocalInstant(dayOf(now, zone)) + at, zone);
    return today <= now ? today : today - std::chrono::days(1);
}

BackupKeeper::BackupKeeper(DataDirectory directory, SiteId site, TimeZone zone, Settings settings,
                           const Clock& clock, Metrics& metrics)
    : m_directory(std::move(directory))
    , m_site(std::move(site))
    , m_zone(zone)
    , m_settings(std::move(settings))
    , m_clock(clock)
    , m_metrics(metrics)
{
    const auto found = backupsIn(m_settings.folder, m_site);
    if (!found.empty())
        m_last = found.front().made;
    m_metrics.lastBackup_s = secondsOf(m_last);
    if (isSameDisk(m_directory.path, m_settings.folder))
        spdlog::warn("backups: {} is on the disk of the data itself", m_settings.folder.string());
    m_thread = std::thread([this] { run(); });
}

BackupKeeper::~BackupKeeper()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_stop.notify_all();
    m_thread.join();
}

void BackupKeeper::run()
{
    // Of this thread alone, as Linux has it.
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), niceness);
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        lock.unlock();
        if (const Instant now = m_clock.now(); isDue(now))
            backUp(now);
        lock.lock();
        m_stop.wait_for(lock, m_settings.lookEvery, [this] { return m_stopping; });
    }
}

bool BackupKeeper::isDue(Instant now) const
{
    return now >= m_notBefore && m_last < lastTimeOf(m_settings.at, m_zone, now);
}

void BackupKeeper::backUp(Instant now)
{
    std::error_code problem;
    Result<BackupReport> report =
        failTemporarily("directory-unusable", m_settings.folder.string() + " is not there");
    // A folder whose disk is not mounted must not become a name for a backup.
    if (fs::is_directory(m_settings.folder, problem))
        report = backupSite(m_directory, m_settings.folder, SodiumHasher(), now);
    if (!report) {
        ++m_metrics.backupsFailed;
        m_notBefore = now + m_settings.tryAgainAfter;
        spdlog::error("backup: {} {}", report.error().code, report.error().context);
        return;
    }
    m_last = report->made;
    m_metrics.lastBackup_s = secondsOf(m_last);
    spdlog::info("backup: {} events={} bytes={}", report->path.string(), report->events, report->bytes);
    removeOld();
}

void BackupKeeper::removeOld() const
{
    const auto found = backupsIn(m_settings.folder, m_site);
    for (std::size_t i = m_settings.kept; i < found.size(); ++i) {
        // First its name, so that what is half gone is no backup.
        const fs::path going = found[i].path.string() + ".part";
        std::error_code problem;
        fs::rename(found[i].path, going, problem);
        if (!problem)
            fs::remove_all(going, problem);
        if (problem)
            spdlog::error("backup: {} cannot be removed: {}", found[i].path.string(), problem.message());
    }
}

} // namespace anjungan
