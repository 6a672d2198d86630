// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that every kind of planted damage is found and named by its position, that a sound journal has
// none, and that the check neither disturbs a running node nor changes the file.
#include "storage/journal_check.h"
#include "storage/sodium.h"
#include "storage/sqlite_journal.h"
#include "support/journal_days.h"
#include "support/temp_directory.h"

#include <fstream>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <sstream>

namespace anjungan {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Pair;

const SodiumHasher hasher;

class JournalCheck : public testing::Test
{
protected:
    using Found = std::vector<std::pair<std::uint64_t, std::string>>;

    /// Ten events of one origin: events 2, 4, 6, 8 and 10 issue tickets.
    void SetUp() override
    {
        journal = SqliteJournal::open(path, hasher).value();
        EventChain chain(hasher);
        for (int i = 0; i < 5; ++i) {
            events.push_back(chain.staff());
            events.push_back(chain.ticket());
        }
        ASSERT_TRUE(journal->append(events, {}));
    }

    void damage(const std::string& sql)
    {
        journal.reset();
        anjungan::damage(path, sql);
    }

    /// Problems as (position or 0, code).
    Found found()
    {
        Found codes;
        const auto report = verifyJournal(path, hasher);
        EXPECT_TRUE(report) << report.error().code;
        for (const JournalProblem& problem : report->problems)
            codes.emplace_back(problem.n.value_or(0), problem.code);
        return codes;
    }

    /// The event table without its constraints, so that a duplicate can be planted.
    void plantWithoutConstraints(const std::string& table, const std::string& sql)
    {
        damage("ALTER TABLE " + table + " RENAME TO sound; CREATE TABLE " + table +
               " AS SELECT * FROM sound; DROP TABLE sound; " + sql);
    }

    TempDirectory directory{TempDirectory::Place::Memory};
    std::string path = directory.path("journal");
    std::unique_ptr<SqliteJournal> journal;
    std::vector<Event> events;
};

TEST_F(JournalCheck, ASoundJournalHasNoProblemAlsoWhileItIsOpen)
{
    const JournalReport report = verifyJournal(path, hasher).value();
    EXPECT_THAT(report.problems, IsEmpty());
    EXPECT_EQ(report.events, 10U);
    EXPECT_EQ(report.tickets, 5U);
    EXPECT_EQ(report.head, (Position{1, 10}));
    EXPECT_EQ(report.firstTime, events.front().act.time);
    EXPECT_EQ(report.lastTime, events.back().act.time);

    EventChain chain(hasher, 2, report.head);
    const std::vector<Event> more{chain.ticket()};
    EXPECT_TRUE(journal->append(more, {}));
    EXPECT_THAT(found(), IsEmpty()) << "a new incarnation begins its own chain";
}

TEST_F(JournalCheck, AnEmptyJournalIsSound)
{
    const std::string other = directory.path("empty");
    ASSERT_TRUE(SqliteJournal::open(other, hasher));
    const JournalReport report = verifyJournal(other, hasher).value();
    EXPECT_THAT(report.problems, IsEmpty());
    EXPECT_FALSE(report.firstTime);
}

TEST_F(JournalCheck, FindsAChangedBody)
{
    damage(R"(UPDATE event SET body = json_set(body, '$.name', 'Budi') WHERE n = 3)");
    EXPECT_EQ(found(), (Found{{4, "chain-broken"}}));
}

TEST_F(JournalCheck, FindsAChangedEnvelope)
{
    for (const char* change : {"time = time + 1", "actor_staff = NULL", "subject = 'site'", "idx = 1"}) {
        damage(std::string("UPDATE event SET ") + change + " WHERE n = 5");
        EXPECT_THAT(found(), Contains(Pair(6, "chain-broken"))) << change;
        std::filesystem::remove(path);
        events.clear();
        SetUp();
    }
}

TEST_F(JournalCheck, FindsABrokenLink)
{
    damage("UPDATE event SET previous = zeroblob(32) WHERE n = 7");
    EXPECT_THAT(found(), Contains(Pair(7, "chain-broken")));
}

TEST_F(JournalCheck, FindsARemovedEvent)
{
    damage("DELETE FROM event WHERE n = 5");
    EXPECT_THAT(found(), Contains(Pair(6, "position-gap")));
    EXPECT_THAT(found(), Contains(Pair(6, "chain-broken")));
}

TEST_F(JournalCheck, FindsRemovedTicketsAtTheEnd)
{
    damage("DELETE FROM event WHERE n > 8");
    EXPECT_EQ(found(), (Found{{10, "projection-differs"}}));
}

TEST_F(JournalCheck, FindsAFallingEpoch)
{
    damage("UPDATE event SET epoch = 2 WHERE n = 4");
    EXPECT_THAT(found(), Contains(Pair(5, "epoch-falls")));
}

TEST_F(JournalCheck, FindsANumberGivenTwice)
{
    damage("UPDATE event SET body = json_set(body, '$.number', (SELECT json_extract(body, '$.number') FROM "
           "event WHERE n = 2)) WHERE n = 10");
    EXPECT_THAT(found(), Contains(Pair(10, "number-twice")));
    EXPECT_THAT(found(), Contains(Pair(10, "projection-differs")));
    EXPECT_THAT(found(), Contains(Pair(10, "replay-fails")));
}

TEST_F(JournalCheck, FindsATicketIssuedTwice)
{
    damage("UPDATE event SET body = json_set(body, '$.ticket', (SELECT json_extract(body, '$.ticket') FROM "
           "event WHERE n = 2)) WHERE n = 10");
    EXPECT_THAT(found(), Contains(Pair(10, "ticket-twice")));
}

TEST_F(JournalCheck, FindsACommandDoneTwice)
{
    plantWithoutConstraints("event", "UPDATE event SET command = (SELECT command FROM event WHERE n = 3) "
                                     "WHERE n = 9");
    EXPECT_THAT(found(), Contains(Pair(9, "command-twice")));
}

TEST_F(JournalCheck, FindsADuplicatedEvent)
{
    plantWithoutConstraints("event", "INSERT INTO event SELECT * FROM event WHERE n = 4");
    EXPECT_THAT(found(), Contains(Pair(4, "position-gap")));
    EXPECT_THAT(found(), Contains(Pair(4, "number-twice")));
    EXPECT_THAT(found(), Contains(Pair(4, "command-twice")));
}

TEST_F(JournalCheck, FindsAProjectionThatSaysSomethingElse)
{
    damage("UPDATE ticket SET value = 500 WHERE n = 6");
    EXPECT_THAT(found(), Contains(Pair(6, "projection-differs")));
    damage("DELETE FROM ticket WHERE n = 6");
    EXPECT_EQ(found(), (Found{{0, "projection-differs"}}));
}

TEST_F(JournalCheck, FindsWhatCannotBeRead)
{
    for (const char* change : {"body = '{\"name\"'", "device = 'No Name!'", "body = '{}'", "idx = -1",
                               "previous = x'00'", "epoch = 99999999999"}) {
        damage(std::string("UPDATE event SET ") + change + " WHERE n = 3");
        EXPECT_THAT(found(), Contains(Pair(3, "event-unreadable"))) << change;
        std::filesystem::remove(path);
        events.clear();
        SetUp();
    }
}

TEST_F(JournalCheck, FindsAnEventThatCannotFollow)
{
    EventChain chain(hasher, 5, journal->head());
    const std::vector<Event> impossible{chain.next(
        "ticket:0", ServiceStarted{LegId{TicketId(TicketId::Bytes{9}), 0}, CommandId(CommandId::Bytes{9})})};
    ASSERT_TRUE(journal->append(impossible, {}));
    EXPECT_EQ(found(), (Found{{11, "replay-fails"}}));
}

TEST_F(JournalCheck, FindsADamagedPage)
{
    journal.reset();
    // The index on commands is not what events are read from: only the file's own check can see this.
    overwritePage(path, "sqlite_autoindex_event_1");
    EXPECT_THAT(found(), Contains(Pair(0, "file-damaged")));
}

TEST_F(JournalCheck, TheReportIsBounded)
{
    journal.reset();
    damage(
        "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 3000) INSERT INTO ticket "
        "SELECT randomblob(16), 1, 'ZZ', 0, i, i FROM c");
    const JournalReport report = verifyJournal(path, hasher).value();
    EXPECT_EQ(report.problems.size(), JournalReport::problemsMax);
    EXPECT_EQ(report.problemsLeftOut, 2'000U);
}

TEST_F(JournalCheck, WhatIsNotAJournalIsNotChecked)
{
    EXPECT_EQ(verifyJournal(directory.path("nothing"), hasher).error().code, "journal-missing");
    EXPECT_FALSE(std::filesystem::exists(directory.path("nothing"))) << "a check makes no journal";
}

TEST_F(JournalCheck, ExportsEveryEventAsALine)
{
    std::stringstream out;
    EXPECT_EQ(exportJournal(path, out).value(), 10U);
    std::string line;
    for (const Event& event : events) {
        ASSERT_TRUE(std::getline(out, line));
        EXPECT_EQ(line, toJson(event).dump());
        EXPECT_TRUE(eventFromJson(nlohmann::json::parse(line)));
    }
    EXPECT_FALSE(std::getline(out, line));
}

TEST_F(JournalCheck, AnExportThatCouldNotBeWrittenSaysSo)
{
    std::ofstream full("/dev/full");
    EXPECT_EQ(exportJournal(path, full).error().code, "export-failed");
}

} // namespace
} // namespace anjungan
