// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site.h"
#include "storage/sqlite.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace anjungan {

/// What a server knows of the other sites that push their logs to it: it keeps them, follows their state, and
/// knows when each was last heard. It decides nothing there. Thread-safe.
///
/// One SQLite file holds of each site the newest day's beginning as a snapshot (core/protocol.h), and every
/// event that came, as JSON, as the record. An event is on disk before the site hears that it was taken.
class WatchedSites
{
public:
    /// What a site is seen to do.
    struct Sight
    {
        SiteId site;
        Text name; ///< and where it is; empty before its catalogue is known
        Text region;
        Position head;
        Instant heard{};              ///< that it spoke last, within a minute after a restart of this server
        std::size_t ticketsToday = 0; ///< of its newest day
        std::size_t waiting = 0;      ///< legs that wait
        std::size_t countersOpen = 0;
    };

    static constexpr std::size_t bodyBytesMax = std::size_t{16} * 1024 * 1024;
    static constexpr std::size_t sitesMax = 2'000;

    /// Opens or makes the file and reads what was kept. Errors: the database's, `journal-corrupt`.
    [[nodiscard]] static Result<std::unique_ptr<WatchedSites>> open(const std::string& path);

    /// The position after which a site is to go on; 0.0 where nothing is known.
    [[nodiscard]] Position head(const SiteId& site) const;
    /// Begins anew from a state. Errors: `snapshot-invalid`, `too-many-sites`, the disk's.
    [[nodiscard]] Result<Position> takeSnapshot(const SiteId& site, const std::string& text, Instant now);
    /// Frames of a log, from `head` on: an event each; those that are known already are passed over. On disk
    /// before it returns. Errors: `snapshot-needed` (they do not follow), `log-invalid`, the disk's.
    [[nodiscard]] Result<Position> takeLog(const SiteId& site, const std::string& frames, Instant now);

    /// By name of the site.
    [[nodiscard]] std::vector<Sight> sights() const;

private:
    struct Watched
    {
        Site state;
        Instant heard{};
        Instant noted{}; ///< that `heard` was put on disk
    };

    explicit WatchedSites(sqlite::Database database)
        : m_database(std::move(database))
    {}

    [[nodiscard]] Result<void> read();
    [[nodiscard]] Result<Watched> readSite(const SiteId& site);
    [[nodiscard]] Result<void> readEvents(const SiteId& site, Site& state);
    [[nodiscard]] Result<void> keepState(const SiteId& site, const std::string& text);
    [[nodiscard]] Result<void> forgetAfter(const SiteId& site, Position head);
    /// In a transaction; where it fails the site is what it was before.
    [[nodiscard]] Result<void> allOrNothing(const SiteId& site, const std::function<Result<void>()>& does);
    [[nodiscard]] Result<void> keepEvent(const SiteId& site, const Event& event, const std::string& text);
    [[nodiscard]] Result<void> take(const SiteId& site, Watched& watched,
                                    const std::vector<std::string>& texts);
    [[nodiscard]] Result<void> hear(const SiteId& site, Watched& watched, Instant now);

    mutable std::mutex m_mutex;
    sqlite::Database m_database;
    std::map<SiteId, Watched> m_sites;
};

} // namespace anjungan
