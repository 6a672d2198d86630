// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal_stats.h"

#include "storage/checkpoint_row.h"
#include "storage/event_row.h"
#include "storage/schema.h"
#include "storage/slip_row.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace anjungan {

namespace {

using sqlite::Database;
using sqlite::Statement;

constexpr std::size_t recentDays = 30;
constexpr std::uint64_t daysOfYear = 365;

/// Collects the figures within one read transaction.
class Collector
{
public:
    Collector(const Database& database, JournalStats& stats)
        : m_database(database)
        , m_stats(stats)
    {}

    Result<void> run()
    {
        return readCounts()
            .and_then([this] { return readEvents(); })
            .and_then([this] { return readCheckpoints(); })
            .map([this] { shareOut(); });
    }

private:
    Result<void> readCounts()
    {
        const Result<Position> beginning = beginningOf(m_database);
        if (!beginning)
            return tl::unexpected(beginning.error());
        m_stats.beginning = m_stats.head = *beginning;
        std::uint64_t pageSize = 0;
        std::uint64_t pages = 0;
        std::uint64_t freePages = 0;
        std::uint64_t version = 0;
        const std::pair<std::uint64_t*, std::string> figures[] = {
            {&version, "PRAGMA user_version"},
            {&pageSize, "PRAGMA page_size"},
            {&pages, "PRAGMA page_count"},
            {&freePages, "PRAGMA freelist_count"},
            {&m_stats.tickets, "SELECT count(*) FROM ticket"},
            {&m_stats.slips, "SELECT count(*) FROM slip"},
            {&m_stats.slipsUnfinished, fmt::format("SELECT count(*) FROM slip WHERE {}", slipIsUnfinished)},
        };
        for (const auto& [figure, sql] : figures) {
            const Result<std::int64_t> number = m_database.number(sql);
            if (!number)
                return tl::unexpected(number.error());
            *figure = static_cast<std::uint64_t>(*number);
        }
        m_stats.schemaVersion = static_cast<std::int64_t>(version);
        m_stats.fileBytes = pages * pageSize;
        m_stats.freeBytes = freePages * pageSize;
        return {};
    }

    /// By hours first: the time zone stands in a catalogue, which is met on the way.
    Result<void> readEvents()
    {
        Result<Statement> select = m_database.prepare(
            "SELECT n, epoch, time, kind, length(body) + length(subject) FROM event NOT INDEXED ORDER BY n");
        if (!select)
            return tl::unexpected(select.error());
        std::uint64_t newestCatalogue = 0;
        while (true) {
            const Result<bool> row = select->step();
            if (!row)
                return tl::unexpected(row.error());
            if (!*row)
                break;
            const auto n = static_cast<std::uint64_t>(select->integer(0));
            countKind(select->text(3));
            if (select->text(3) == CataloguePublished::kind)
                newestCatalogue = n;
            if (n <= m_stats.beginning.n)
                continue;
            m_stats.head = {static_cast<std::uint32_t>(select->integer(1)), n};
            const Instant time{std::chrono::milliseconds(select->integer(2))};
            m_stats.firstTime = m_stats.firstTime.value_or(time);
            m_stats.lastTime = time;
            DayGrowth& hour = m_hours[std::chrono::floor<std::chrono::hours>(time)];
            ++hour.events;
            hour.bytes += fixedBytes + static_cast<std::uint64_t>(select->integer(4));
        }
        return readTimeZone(newestCatalogue);
    }

    void countKind(std::string_view kind)
    {
        ++m_stats.events;
        if (!m_kind || m_kind->first != kind)
            m_kind = &*m_stats.eventsByKind.try_emplace(std::string(kind)).first;
        ++m_kind->second;
    }

    Result<void> readTimeZone(std::uint64_t catalogue)
    {
        const Result<std::optional<Event>> event = eventAtRow(m_database, catalogue);
        if (!event)
            return tl::unexpected(event.error());
        const auto* published = *event ? std::get_if<CataloguePublished>(&(*event)->body) : nullptr;
        if (published && published->catalogue)
            m_zone = std::chrono::hours(static_cast<int>(published->catalogue->timeZone));
        return {};
    }

    Result<void> readCheckpoints()
    {
        if (m_stats.schemaVersion < 2)
            return {};
        Result<Statement> select =
            m_database.prepare("SELECT n, epoch, length(state) FROM checkpoint ORDER BY n");
        if (!select)
            return tl::unexpected(select.error());
        while (true) {
            const Result<bool> row = select->step();
            if (!row)
                return tl::unexpected(row.error());
            if (!*row)
                return {};
            const Position at{static_cast<std::uint32_t>(select->integer(1)),
                              static_cast<std::uint64_t>(select->integer(0))};
            ++m_stats.checkpoints.count;
            m_stats.checkpoints.bytes += static_cast<std::uint64_t>(select->integer(2));
            m_stats.checkpoints.oldest = m_stats.checkpoints.oldest.value_or(at);
            m_stats.checkpoints.newest = at;
        }
    }

    /// Slips, projection and indexes come with the events: each day bears them by the size of its rows.
    void shareOut()
    {
        std::uint64_t rowBytes = 0;
        for (const auto& [hour, growth] : m_hours) {
            const Day day = std::chrono::floor<std::chrono::days>(
                std::chrono::local_seconds((hour + m_zone).time_since_epoch()));
            if (m_stats.days.empty() || m_stats.days.back().day != day)
                m_stats.days.push_back({day});
            m_stats.days.back().events += growth.events;
            m_stats.days.back().bytes += growth.bytes;
            rowBytes += growth.bytes;
        }
        const std::uint64_t shared =
            m_stats.usedBytes() - std::min(m_stats.usedBytes(), m_stats.checkpoints.bytes);
        for (DayGrowth& day : m_stats.days)
            day.bytes = static_cast<std::uint64_t>(
                static_cast<double>(shared) * static_cast<double>(day.bytes) / static_cast<double>(rowBytes));
    }

    /// Of an event's columns besides its body and its subject.
    static constexpr std::uint64_t fixedBytes = 130;

    const Database& m_database;
    JournalStats& m_stats;
    std::map<std::chrono::sys_time<std::chrono::hours>, DayGrowth> m_hours;
    std::pair<const std::string, std::uint64_t>* m_kind = nullptr; ///< of the row before
    std::chrono::hours m_zone{0};
};

} // namespace

DayGrowth JournalStats::meanOf(std::size_t count) const
{
    const std::size_t taken = std::min(count, days.size());
    DayGrowth sum;
    for (std::size_t i = days.size() - taken; i < days.size(); ++i) {
        sum.events += days[i].events;
        sum.bytes += days[i].bytes;
    }
    if (taken > 0) {
        sum.day = days[days.size() - taken].day;
        sum.events /= taken;
        sum.bytes /= taken;
    }
    return sum;
}

std::optional<DayGrowth> JournalStats::busiest() const
{
    const auto most = std::ranges::max_element(days, {}, &DayGrowth::events);
    return most == days.end() ? std::nullopt : std::optional(*most);
}

std::uint64_t JournalStats::bytesInAYear() const
{
    if (days.empty())
        return usedBytes();
    const auto span = static_cast<std::uint64_t>((days.back().day - days.front().day).count() + 1);
    return usedBytes() + meanOf(recentDays).bytes * days.size() * daysOfYear / span;
}

Result<JournalStats> statsOfJournal(const std::string& path)
{
    Result<Database> database = openJournalFile(path, Database::Mode::ReadOnly);
    if (!database)
        return tl::unexpected(database.error());
    JournalStats stats;
    Result<void> read =
        database->execute("BEGIN").and_then([&] { return Collector(*database, stats).run(); });
    database->rollBack();
    if (!read)
        return tl::unexpected(read.error());
    std::error_code noLog;
    const std::uintmax_t wal = std::filesystem::file_size(path + "-wal", noLog);
    stats.walBytes = noLog ? 0 : wal;
    return stats;
}

} // namespace anjungan
