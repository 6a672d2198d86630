// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that what follows from the events can be lost and made again: each kind of damage is found by
// `verify` before and is gone after, the events stay as they were to the byte, and damage to the events
// themselves is never "repaired".
#include "storage/journal_repair.h"
#include "storage/sodium.h"
#include "support/child_process.h"
#include "support/journal_days.h"
#include "support/temp_directory.h"
#include "support/watched_vfs.h"

#include <gmock/gmock.h>
#include <sstream>

namespace anjungan {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

const SodiumHasher hasher;

class JournalRepair : public testing::Test
{
protected:
    void SetUp() override
    {
        {
            auto journal = SqliteJournal::open(path, hasher).value();
            JournalDays days(*journal, hasher);
            days.publish();
            for (int day = 0; day < 10; ++day)
                days.pass(day, 60);
        }
        events = exported();
    }

    [[nodiscard]] std::string exported() const
    {
        std::stringstream out;
        EXPECT_TRUE(exportJournal(path, out));
        return out.str();
    }

    [[nodiscard]] std::vector<std::string> codes() const
    {
        std::vector<std::string> found;
        const JournalReport report = verifyJournal(path, hasher).value();
        for (const JournalProblem& problem : report.problems)
            found.push_back(problem.code);
        return found;
    }

    /// Damage of which `verify` says `code` is gone after a repair, and nothing else is changed.
    RepairReport expectRepaired(const std::string& code)
    {
        EXPECT_THAT(codes(), Contains(code));
        const auto report = repairJournal(path, hasher);
        EXPECT_TRUE(report) << report.error().code << ": " << report.error().context;
        if (!report)
            return {};
        EXPECT_FALSE(report->wasSound);
        EXPECT_THAT(codes(), IsEmpty());
        EXPECT_EQ(exported(), events);
        EXPECT_EQ(numberIn(path, "SELECT count(*) FROM slip"), 600);
        EXPECT_TRUE(std::filesystem::exists(path + ".damaged")) << "what was there is still there";
        EXPECT_FALSE(std::filesystem::exists(path + ".repaired"));
        EXPECT_TRUE(SqliteJournal::open(path, hasher)) << "a node goes on with it";
        return *report;
    }

    void expectRefused(const std::string& code)
    {
        EXPECT_THAT(codes(), Contains(code));
        const std::string before = exportedOrNothing();
        EXPECT_EQ(repairJournal(path, hasher).error().code, "repair-impossible") << code;
        EXPECT_EQ(exportedOrNothing(), before);
        EXPECT_FALSE(std::filesystem::exists(path + ".damaged"));
        EXPECT_FALSE(std::filesystem::exists(path + ".repaired"));
        std::filesystem::remove(path);
        SetUp();
    }

    [[nodiscard]] std::string exportedOrNothing() const
    {
        std::stringstream out;
        return exportJournal(path, out) ? out.str() : "";
    }

    TempDirectory directory{TempDirectory::Place::Memory};
    std::string path = directory.path("journal");
    std::string events;
};

TEST_F(JournalRepair, ASoundJournalIsLeftAsItIs)
{
    const auto report = repairJournal(path, hasher).value();
    EXPECT_TRUE(report.wasSound);
    EXPECT_FALSE(std::filesystem::exists(path + ".damaged"));
}

TEST_F(JournalRepair, MissingTicketsComeBack)
{
    damage(path, "DELETE FROM ticket WHERE n < 300");
    expectRepaired("projection-differs");
    EXPECT_EQ(numberIn(path, "SELECT count(*) FROM ticket"), 600);
}

TEST_F(JournalRepair, TicketsThatNobodyIssuedGo)
{
    damage(path, "INSERT INTO ticket VALUES (randomblob(16), 20785, 'Z', 0, 7, 12)");
    expectRepaired("projection-differs");
}

TEST_F(JournalRepair, AlteredTicketsAreAsIssued)
{
    damage(path, "UPDATE ticket SET value = value + 500 WHERE n < 300");
    expectRepaired("projection-differs");
}

TEST_F(JournalRepair, ADamagedIndexIsMadeAgain)
{
    overwritePage(path, "sqlite_autoindex_event_1");
    expectRepaired("file-damaged");
}

TEST_F(JournalRepair, AnIndexWithoutItsRowsIsMadeAgain)
{
    // An index that is said to be of other rows than it holds.
    damage(path, "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = "
                 "'CREATE INDEX slip_ticket ON slip (issued)' WHERE name = 'slip_ticket'");
    expectRepaired("file-damaged");
}

TEST_F(JournalRepair, ADamagedTableOfTicketsIsMadeAgain)
{
    overwritePage(path, "ticket");
    expectRepaired("file-damaged");
}

TEST_F(JournalRepair, AlteredCheckpointsAreDropped)
{
    damage(path, "UPDATE checkpoint SET state = x'66' WHERE n = (SELECT max(n) FROM checkpoint)");
    EXPECT_EQ(expectRepaired("checkpoint-damaged").checkpointsDropped, 1U);
}

TEST_F(JournalRepair, CheckpointsOfAnotherLogAreDropped)
{
    damage(path, "UPDATE checkpoint SET link = zeroblob(32) WHERE n = (SELECT min(n) FROM checkpoint)");
    damage(
        path,
        "INSERT INTO checkpoint SELECT n + 100000, epoch, time, link, hash, state FROM checkpoint LIMIT 1");
    EXPECT_EQ(expectRepaired("checkpoint-damaged").checkpointsDropped, 2U);
}

TEST_F(JournalRepair, DamagedEventsAreNotRepaired)
{
    damage(path, "UPDATE event SET time = time + 1 WHERE n = 100");
    expectRefused("chain-broken");
    damage(path, "DELETE FROM event WHERE n = 100");
    expectRefused("position-gap");
    damage(path, "UPDATE event SET body = '{' WHERE n = 100");
    expectRefused("event-unreadable");
    overwritePage(path, "event");
    expectRefused("file-damaged");
}

TEST_F(JournalRepair, AProjectionThatKnowsMoreThanTheLogIsEvidence)
{
    damage(path, "DELETE FROM event WHERE n > 1190");
    expectRefused("projection-differs");
}

TEST_F(JournalRepair, APrunedLogWithoutACheckpointIsNotRepaired)
{
    ASSERT_TRUE(pruneJournal(path, hasher, std::chrono::days(3), false));
    damage(path, "UPDATE checkpoint SET state = x'66'");
    EXPECT_EQ(repairJournal(path, hasher).error().code, "repair-impossible");
}

TEST_F(JournalRepair, APrunedLogIsRepaired)
{
    ASSERT_TRUE(pruneJournal(path, hasher, std::chrono::days(3), false));
    events = exported();
    damage(path, "DELETE FROM ticket");
    expectRepaired("projection-differs");
    EXPECT_EQ(numberIn(path, "SELECT count(*) FROM ticket"), 180);
}

TEST_F(JournalRepair, NeedsTheJournalForItself)
{
    const auto journal = SqliteJournal::open(path, hasher).value();
    EXPECT_EQ(repairJournal(path, hasher).error().code, "journal-in-use");
}

TEST_F(JournalRepair, KeepsTheFirstDamagedFile)
{
    damage(path, "DELETE FROM ticket WHERE n < 300");
    expectRepaired("projection-differs");
    damage(path, "DELETE FROM ticket WHERE n < 300");
    EXPECT_EQ(repairJournal(path, hasher).error().code, "file-exists");
    EXPECT_THAT(codes(), Not(IsEmpty())) << "nothing was changed";
}

TEST_F(JournalRepair, AKillAtAnyMomentLeavesTheOldOrTheNew)
{
    FixedRandom random(11);
    int killed = 0;
    for (int round = 0; round < 6; ++round) {
        std::filesystem::remove(path + ".damaged");
        damage(path, "DELETE FROM ticket WHERE n < 300");
        const int killAt = 1 + static_cast<int>(random.below(500));
        killed += runInChild([&]() -> std::string {
                      const WatchedVfs vfs([&](int change) {
                          if (change == killAt)
                              ::kill(::getpid(), SIGKILL);
                      });
                      return repairJournal(path, hasher) ? "" : "failed";
                  }) == "(died)";
        ASSERT_EQ(exported(), events) << "killed at change " << killAt;
        std::filesystem::remove(path + ".damaged");
        ASSERT_TRUE(repairJournal(path, hasher)) << killAt;
        ASSERT_THAT(codes(), IsEmpty());
    }
    EXPECT_GT(killed, 1);
}

// What opening does by itself.
TEST_F(JournalRepair, OpeningMakesAProjectionAgainThatDiffersAtItsEnd)
{
    for (const char* sql :
         {"DELETE FROM ticket WHERE n > 1100", "UPDATE ticket SET value = 900 WHERE n = 1200",
          "UPDATE ticket SET ticket = randomblob(16) WHERE n = 1200",
          "INSERT INTO ticket VALUES (randomblob(16), 20789, 'Z', 0, 7, 1199)"}) {
        damage(path, sql);
        EXPECT_THAT(codes(), Contains("projection-differs")) << sql;
        EXPECT_TRUE(SqliteJournal::open(path, hasher)) << sql;
        EXPECT_THAT(codes(), IsEmpty()) << sql;
    }
}

} // namespace
} // namespace anjungan
