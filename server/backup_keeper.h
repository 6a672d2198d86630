// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "server/metrics.h"
#include "server/site_backup.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace anjungan {

/// Makes a backup a day of a data directory that is served, on a thread of its own with less right to the
/// processor than the queue, and removes old ones. One that was missed while nothing ran is made at the
/// start; one that failed is tried again. What goes wrong is in the log and the metrics, and stops nothing.
class BackupKeeper
{
public:
    struct Settings
    {
        std::filesystem::path folder; ///< on another disk or machine; it must be there
        MinuteOfDay at = std::chrono::hours(23) + std::chrono::minutes(30); ///< in the site's time
        std::size_t kept = 14;
        std::chrono::milliseconds lookEvery{1'000};
        std::chrono::milliseconds tryAgainAfter{600'000};
    };

    /// `clock` and `metrics` must live longer.
    BackupKeeper(DataDirectory directory, SiteId site, TimeZone zone, Settings settings, const Clock& clock,
                 Metrics& metrics);
    /// Waits for a backup that is being made: its check reads the whole log.
    ~BackupKeeper();
    BackupKeeper(const BackupKeeper&) = delete;
    BackupKeeper& operator=(const BackupKeeper&) = delete;

private:
    void run();
    [[nodiscard]] bool isDue(Instant now) const;
    void backUp(Instant now);
    void removeOld() const;

    const DataDirectory m_directory;
    const SiteId m_site;
    const TimeZone m_zone;
    const Settings m_settings;
    const Clock& m_clock;
    Metrics& m_metrics;
    Instant m_last{}; ///< when the newest good backup was made
    Instant m_notBefore{};

    std::mutex m_mutex;
    std::condition_variable m_stop;
    bool m_stopping = false;
    std::thread m_thread;
};

/// When a daily time was last, at or before `now`.
[[nodiscard]] Instant lastTimeOf(MinuteOfDay at, TimeZone zone, Instant now);

} // namespace anjungan
