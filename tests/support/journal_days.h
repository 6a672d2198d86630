// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sqlite_journal.h"
#include "support/catalogues.h"
#include "support/event_chain.h"

#include <cstdio>
#include <gtest/gtest.h>
#include <set>

namespace anjungan {

/// Fills a journal as days would: a catalogue at first, then every day its tickets, each with its slip and
/// one more event, and a checkpoint at the day's end whose state is only a text.
class JournalDays
{
public:
    JournalDays(SqliteJournal& journal, const Hasher& hasher)
        : m_journal(journal)
        , m_chain(hasher, 1 + journal.head().n, {1, journal.head().n})
    {}

    void publish()
    {
        const std::vector<Event> events{m_chain.next(subjectOfSite(), CataloguePublished{tinyCatalogue()})};
        append(events, {});
    }

    /// Two events a ticket; all at noon of the day after `firstDay` by `day`.
    void pass(int day, int tickets)
    {
        std::vector<Event> events;
        std::vector<Slip> slips;
        for (int i = 1; i <= tickets; ++i) {
            const Number number{"A", 0, static_cast<std::uint16_t>(i)};
            events.push_back(at(day, m_chain.ticket(number, EventChain::firstDay + std::chrono::days(day))));
            slips.push_back(slipOf(events.back()));
            events.push_back(at(day, m_chain.staff("Siti", true)));
        }
        append(events, slips);
        ASSERT_TRUE(m_journal.keepCheckpoint({m_chain.head(), stateOf(day)}));
    }

    static std::string stateOf(int day) { return "the state at the end of day " + std::to_string(day); }

    [[nodiscard]] Position head() const { return m_chain.head(); }

private:
    /// The chain sets times by positions; the hash of what follows is of the event as it is appended.
    Event at(int day, Event event)
    {
        event.act.time =
            Instant(EventChain::firstDay.time_since_epoch() + std::chrono::days(day) + std::chrono::hours(5));
        m_chain.relink(event);
        return event;
    }

    void append(const std::vector<Event>& events, const std::vector<Slip>& slips)
    {
        ASSERT_TRUE(m_journal.append(events, slips));
    }

    SqliteJournal& m_journal;
    EventChain m_chain;
};

/// Runs `sql` on a journal that nobody has open, past every check of ours.
inline void damage(const std::string& path, const std::string& sql)
{
    sqlite3* raw = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &raw), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(raw, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(raw);
    EXPECT_GT(sqlite3_total_changes(raw), 0) << "nothing was damaged";
    sqlite3_close(raw);
}

/// The first column of the first row, by a connection of its own.
inline std::int64_t numberIn(const std::string& path, const std::string& sql)
{
    const auto database = sqlite::Database::open(path, sqlite::Database::Mode::ReadWrite).value();
    return database.number(sql).value();
}

/// Overwrites a part of the first page of a table or an index, past SQLite itself.
inline void overwritePage(const std::string& path, const std::string& name)
{
    const auto page = numberIn(path, "SELECT rootpage FROM sqlite_schema WHERE name = '" + name + "'");
    std::FILE* file = std::fopen(path.c_str(), "r+b");
    ASSERT_NE(file, nullptr);
    std::fseek(file, static_cast<long>(page) * 4'096 - 64, SEEK_SET);
    for (int i = 0; i < 64; ++i)
        std::fputc(0xA5, file);
    std::fclose(file);
}

} // namespace anjungan
