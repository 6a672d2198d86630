// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/watched_sites.h"

#include "core/applier.h"
#include "core/json_depth.h"
#include "core/protocol.h"
#include "core/site_checkpoint.h"
#include "server/server_database.h"
#include "sync/event_stream.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace anjungan {

namespace {

constexpr std::chrono::minutes noteEvery{1};

constexpr const char* schema = R"sql(
CREATE TABLE IF NOT EXISTS watched_site (
    site TEXT PRIMARY KEY,
    state TEXT NOT NULL DEFAULT '',
    heard INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE IF NOT EXISTS watched_event (
    site TEXT NOT NULL,
    n INTEGER NOT NULL,
    event TEXT NOT NULL,
    PRIMARY KEY (site, n)
) STRICT, WITHOUT ROWID;
)sql";

Result<Event> readEvent(const std::string& text)
{
    auto event = eventFromJson(parseJson(text));
    if (!event || !event->position)
        return refuse("log-invalid", "no event of a log");
    return *std::move(event);
}

std::int64_t number(std::uint64_t n)
{
    return static_cast<std::int64_t>(n);
}

} // namespace

Result<std::unique_ptr<WatchedSites>> WatchedSites::open(const std::string& path)
{
    auto database = openServerDatabase(path, schema);
    if (!database)
        return tl::unexpected(database.error());
    std::unique_ptr<WatchedSites> sites(new WatchedSites(std::move(*database)));
    if (auto read = sites->read(); !read)
        return tl::unexpected(read.error());
    return sites;
}

Result<void> WatchedSites::read()
{
    auto select = m_database.prepare("SELECT site FROM watched_site");
    if (!select)
        return tl::unexpected(select.error());
    std::vector<std::string> names;
    if (auto listed = select->forEachRow([&]() -> Result<void> {
            names.emplace_back(select->text(0));
            return {};
        });
        !listed)
        return listed;
    for (const std::string& name : names) {
        const auto site = SiteId::parse(name);
        auto watched = site ? readSite(*site) : failForGood("journal-corrupt", name);
        if (!watched)
            return tl::unexpected(watched.error());
        m_sites[*site] = *std::move(watched);
    }
    return {};
}

Result<WatchedSites::Watched> WatchedSites::readSite(const SiteId& site)
{
    auto select = m_database.prepare("SELECT state, heard FROM watched_site WHERE site = ?");
    if (!select)
        return tl::unexpected(select.error());
    select->bind(site.text());
    const auto row = select->step();
    if (!row)
        return tl::unexpected(row.error());
    Watched watched;
    if (!*row)
        return watched;
    const std::string text(select->text(0));
    auto state = text.empty() ? Result<Site>(Site()) : readSnapshot(text);
    if (!state)
        return failForGood("journal-corrupt", site.text());
    watched.state = *std::move(state);
    watched.heard = watched.noted = instantOf(select->integer(1));
    return readEvents(site, watched.state).map([&] { return std::move(watched); });
}

Result<void> WatchedSites::readEvents(const SiteId& site, Site& state)
{
    auto select = m_database.prepare("SELECT event FROM watched_event WHERE site = ? AND n > ? ORDER BY n");
    if (!select)
        return tl::unexpected(select.error());
    select->bind(site.text()).bind(number(state.head().n));
    return select->forEachRow([&]() -> Result<void> {
        const auto event = readEvent(std::string(select->text(0)));
        if (!event || !applyEvent(state, *event))
            return failForGood("journal-corrupt", site.text());
        return {};
    });
}

Result<void> WatchedSites::allOrNothing(const SiteId& site, const std::function<Result<void>()>& does)
{
    if (auto begun = m_database.execute("BEGIN IMMEDIATE"); !begun)
        return begun;
    auto done = does().and_then([&] { return m_database.execute("COMMIT"); });
    if (done)
        return done;
    (void)m_database.execute("ROLLBACK");
    // What was applied and not written would be missing for good.
    if (auto before = readSite(site))
        m_sites[site] = *std::move(before);
    return done;
}

Position WatchedSites::head(const SiteId& site) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_sites.find(site);
    return found == m_sites.end() ? Position() : found->second.state.head();
}

Result<Position> WatchedSites::takeSnapshot(const SiteId& site, const std::string& text, Instant now)
{
    auto state = readSnapshot(text);
    if (!state)
        return tl::unexpected(state.error());
    const std::lock_guard lock(m_mutex);
    if (m_sites.size() >= sitesMax && !m_sites.contains(site))
        return refuse("too-many-sites");
    Watched& watched = m_sites[site];
    return allOrNothing(site,
                        [&] {
                            watched.state = *std::move(state);
                            return keepState(site, text)
                                .and_then([&] { return forgetAfter(site, watched.state.head()); })
                                .and_then([&] { return hear(site, watched, now); });
                        })
        .map([&] { return watched.state.head(); });
}

Result<Position> WatchedSites::takeLog(const SiteId& site, const std::string& frames, Instant now)
{
    std::vector<std::string> texts;
    EventStream stream([&texts](const EventStream::Frame& frame) {
        if (frame.event.empty())
            texts.push_back(frame.data);
    });
    if (!stream.take(frames))
        return refuse("log-invalid", "an event is too long");
    const std::lock_guard lock(m_mutex);
    if (m_sites.size() >= sitesMax && !m_sites.contains(site))
        return refuse("too-many-sites");
    Watched& watched = m_sites[site];
    return allOrNothing(
               site,
               [&] { return take(site, watched, texts).and_then([&] { return hear(site, watched, now); }); })
        .map([&] { return watched.state.head(); });
}

Result<void> WatchedSites::take(const SiteId& site, Watched& watched, const std::vector<std::string>& texts)
{
    for (const std::string& text : texts) {
        const auto event = readEvent(text);
        if (!event)
            return tl::unexpected(event.error());
        const Position head = watched.state.head();
        if (event->position->n <= head.n && event->position->epoch <= head.epoch)
            continue;
        if (event->position->n != head.n + 1)
            return refuse("snapshot-needed", "known to " + positionText(head));
        if (beginsDay(watched.state, event->body)) {
            if (auto kept = keepState(site, snapshotText(&watched.state)); !kept)
                return kept;
        }
        if (!applyEvent(watched.state, *event))
            return refuse("log-invalid", positionText(*event->position));
        if (auto kept = keepEvent(site, *event, text); !kept)
            return kept;
    }
    return {};
}

Result<void> WatchedSites::keepState(const SiteId& site, const std::string& text)
{
    auto insert =
        m_database.prepare("INSERT INTO watched_site (site, state) VALUES (?1, ?2) ON CONFLICT (site) "
                           "DO UPDATE SET state = ?2");
    if (!insert)
        return tl::unexpected(insert.error());
    insert->bind(site.text()).bind(text);
    return insert->run();
}

/// The site's log was put back from a copy: what it lost is no longer of its log.
Result<void> WatchedSites::forgetAfter(const SiteId& site, Position head)
{
    auto remove = m_database.prepare("DELETE FROM watched_event WHERE site = ? AND n > ?");
    if (!remove)
        return tl::unexpected(remove.error());
    remove->bind(site.text()).bind(number(head.n));
    return remove->run();
}

Result<void> WatchedSites::keepEvent(const SiteId& site, const Event& event, const std::string& text)
{
    auto insert =
        m_database.prepare("INSERT OR REPLACE INTO watched_event (site, n, event) VALUES (?, ?, ?)");
    if (!insert)
        return tl::unexpected(insert.error());
    insert->bind(site.text()).bind(number(event.position->n)).bind(text);
    return insert->run();
}

Result<void> WatchedSites::hear(const SiteId& site, Watched& watched, Instant now)
{
    watched.heard = std::max(watched.heard, now);
    if (watched.noted != Instant() && now - watched.noted < noteEvery)
        return {};
    auto update =
        m_database.prepare("INSERT INTO watched_site (site, heard) VALUES (?1, ?2) ON CONFLICT (site) DO "
                           "UPDATE SET heard = ?2");
    if (!update)
        return tl::unexpected(update.error());
    update->bind(site.text()).bind(millisecondsOf(watched.heard));
    watched.noted = now;
    return update->run();
}

std::vector<WatchedSites::Sight> WatchedSites::sights() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<Sight> sights;
    for (const auto& [site, watched] : m_sites) {
        Sight sight;
        sight.site = site;
        sight.head = watched.state.head();
        sight.heard = watched.heard;
        if (const auto& catalogue = watched.state.catalogue()) {
            sight.name = catalogue->siteName;
            sight.region = catalogue->siteRegion;
        }
        sight.ticketsToday = watched.state.tickets().size();
        for (const auto& [id, ticket] : watched.state.tickets())
            sight.waiting += static_cast<std::size_t>(std::ranges::count_if(
                ticket.legs, [](const Leg& leg) { return leg.state == LegState::Waiting; }));
        sight.countersOpen =
            static_cast<std::size_t>(std::ranges::count_if(watched.state.desks(), [](const auto& desk) {
                return desk.second.presence == CounterPresence::Open;
            }));
        sights.push_back(std::move(sight));
    }
    return sights;
}

} // namespace anjungan
