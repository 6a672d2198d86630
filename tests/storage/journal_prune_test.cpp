// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that pruning removes what is older than a kept checkpoint and nothing else, in short transactions
// between which a node goes on, that a kill leaves the journal sound, and that a pruned log opens, is read,
// verified and exported as one that begins later.
#include "storage/journal_check.h"
#include "storage/journal_prune.h"
#include "storage/sodium.h"
#include "storage/sqlite_print_outbox.h"
#include "support/child_process.h"
#include "support/journal_days.h"
#include "support/temp_directory.h"
#include "support/watched_vfs.h"

#include <gmock/gmock.h>
#include <sstream>

namespace anjungan {
namespace {

const SodiumHasher hasher;

constexpr int daysPassed = 40;
constexpr int ticketsADay = 20;
constexpr std::uint64_t eventsADay = 2 * ticketsADay;

class JournalPrune : public testing::Test
{
protected:
    void SetUp() override
    {
        auto journal = SqliteJournal::open(path, hasher).value();
        JournalDays days(*journal, hasher);
        days.publish();
        for (int day = 0; day < daysPassed; ++day)
            days.pass(day, ticketsADay);
    }

    [[nodiscard]] std::vector<std::string> problems() const
    {
        std::vector<std::string> found;
        const JournalReport report = verifyJournal(path, hasher).value();
        for (const JournalProblem& problem : report.problems)
            found.push_back(std::to_string(problem.n.value_or(0)) + " " + problem.code + " " +
                            problem.reason);
        return found;
    }

    TempDirectory directory{TempDirectory::Place::Memory};
    std::string path = directory.path("journal");
};

TEST_F(JournalPrune, CheckpointsAreThinnedToOneAMonth)
{
    // The newest seven, and the first of each of the two periods of 30 days that 33 days touch.
    EXPECT_THAT(numberIn(path, "SELECT count(*) FROM checkpoint"),
                testing::AllOf(testing::Ge(8), testing::Le(10)));
    EXPECT_EQ(numberIn(path, "SELECT min(n) FROM checkpoint"), 1 + eventsADay) << "the oldest is kept";
    EXPECT_THAT(problems(), testing::IsEmpty());
}

TEST_F(JournalPrune, RemovesUpToTheNewestCheckpointThatIsOldEnough)
{
    const std::int64_t oldEnough = numberIn(
        path, "SELECT max(n) FROM checkpoint WHERE time <= (SELECT max(time) FROM event) - 3 * 86400000");
    const Pruned pruned = pruneJournal(path, hasher, std::chrono::days(3), false).value();
    EXPECT_EQ(pruned.beginning, (Position{1, static_cast<std::uint64_t>(oldEnough)}));
    EXPECT_EQ(pruned.beginning.n, 1 + eventsADay * (daysPassed - 3));
    EXPECT_EQ(pruned.events, pruned.beginning.n - 1) << "all but the catalogue";
    EXPECT_EQ(pruned.tickets, std::uint64_t{ticketsADay * (daysPassed - 3)});
    EXPECT_EQ(pruned.slips, 0U) << "none of them was printed";
    EXPECT_EQ(numberIn(path, "SELECT count(*) FROM slip"), ticketsADay * daysPassed);
    EXPECT_EQ(numberIn(path, "SELECT count(*) FROM ticket"), ticketsADay * 3);
    EXPECT_EQ(numberIn(path, "SELECT min(n) FROM checkpoint"), oldEnough) << "the log begins with it";
    EXPECT_THAT(problems(), testing::IsEmpty());

    const Pruned again = pruneJournal(path, hasher, std::chrono::days(3), false).value();
    EXPECT_EQ(again.events, 0U);
    EXPECT_EQ(again.beginning, pruned.beginning);
}

TEST_F(JournalPrune, FinishedSlipsGoWithTheirTickets)
{
    damage(path, "UPDATE slip SET state = 2 WHERE id % 2 = 0");
    const Pruned pruned = pruneJournal(path, hasher, std::chrono::days(3), false).value();
    EXPECT_EQ(pruned.slips, pruned.tickets / 2);
    EXPECT_EQ(numberIn(path, "SELECT count(*) FROM slip WHERE state = 0"), ticketsADay * daysPassed / 2);
}

TEST_F(JournalPrune, NothingIsRemovedWithoutAnOldCheckpoint)
{
    EXPECT_EQ(pruneJournal(path, hasher, std::chrono::days(60), false)->events, 0U);
    damage(path, "UPDATE checkpoint SET state = x'66'");
    EXPECT_EQ(pruneJournal(path, hasher, std::chrono::days(3), false)->events, 0U)
        << "a checkpoint that cannot be believed is none";
    EXPECT_EQ(numberIn(path, "SELECT count(*) FROM event"), 1 + eventsADay * daysPassed);
}

TEST_F(JournalPrune, WhatIsRetriedFindsItsAnswer)
{
    EXPECT_EQ(pruneJournal(path, hasher, std::chrono::days(1), false).error().code, "retention-too-short");
}

TEST_F(JournalPrune, AnotherProgramsJournalIsLeftAlone)
{
    const auto journal = SqliteJournal::open(path, hasher).value();
    EXPECT_EQ(pruneJournal(path, hasher, std::chrono::days(3), false).error().code, "journal-in-use");
}

TEST_F(JournalPrune, ARunningNodePrunesBetweenItsCommits)
{
    auto journal = SqliteJournal::open(path, hasher).value();
    JournalDays days(*journal, hasher);
    Pruned step;
    step.isDone = false;
    for (int day = daysPassed; !step.isDone; ++day) {
        step = journal->prune(std::chrono::days(3)).value();
        EXPECT_LE(step.events, pruneStepEvents);
        EXPECT_THAT(problems(), testing::IsEmpty()) << "between two steps";
        days.pass(day, 2);
    }
    std::uint64_t first = 0;
    EXPECT_EQ(journal->read({}, {}).error().code, "journal-pruned");
    ASSERT_TRUE(journal->read(step.beginning, [&](const Event& event) -> Result<void> {
        first = first == 0 ? event.position->n : first;
        return {};
    }));
    EXPECT_EQ(first, step.beginning.n + 1);
    EXPECT_TRUE(std::holds_alternative<CataloguePublished>((*journal->eventAt(1))->body));
    EXPECT_EQ(*journal->eventAt(2), std::nullopt);
    EXPECT_EQ((*journal->newestCheckpoint())->at, journal->head());
}

TEST_F(JournalPrune, APrunedLogOpensFromItsCheckpointAndGoesOn)
{
    const Position beginning = pruneJournal(path, hasher, std::chrono::days(3), true)->beginning;
    const auto journal = SqliteJournal::open(path, hasher);
    ASSERT_TRUE(journal) << journal.error().context;
    JournalDays(**journal, hasher).pass(daysPassed, ticketsADay);
    EXPECT_THAT(problems(), testing::IsEmpty());
    EXPECT_EQ(verifyJournal(path, hasher)->beginning, beginning);
    std::stringstream out;
    EXPECT_EQ(exportJournal(path, out).value(), 1 + eventsADay * 4) << "a catalogue and four days";
}

TEST_F(JournalPrune, ShrinkingGivesTheSpaceBack)
{
    const auto before = std::filesystem::file_size(path);
    damage(path, "UPDATE slip SET state = 2");
    ASSERT_TRUE(pruneJournal(path, hasher, std::chrono::days(3), false));
    EXPECT_EQ(std::filesystem::file_size(path), before);
    EXPECT_GT(numberIn(path, "PRAGMA freelist_count") * 4'096, static_cast<std::int64_t>(before / 2));
    ASSERT_TRUE(pruneJournal(path, hasher, std::chrono::days(3), true));
    EXPECT_LT(std::filesystem::file_size(path), before / 2);
    EXPECT_THAT(problems(), testing::IsEmpty());
}

TEST_F(JournalPrune, WhatDoesNotBelongBeforeTheBeginningIsFound)
{
    const Position beginning = pruneJournal(path, hasher, std::chrono::days(3), false)->beginning;
    damage(path, "UPDATE beginning SET n = n + 1");
    EXPECT_THAT(problems(), testing::Contains(testing::HasSubstr("position-gap")));
    EXPECT_EQ(SqliteJournal::open(path, hasher).error().code, "journal-corrupt");
    damage(path, "UPDATE beginning SET n = n - 1");
    EXPECT_THAT(problems(), testing::IsEmpty());
    damage(path, "DELETE FROM event WHERE n = " + std::to_string(beginning.n + 1));
    EXPECT_THAT(problems(), testing::Contains(testing::HasSubstr("position-gap")));
    EXPECT_EQ(SqliteJournal::open(path, hasher).error().code, "journal-corrupt");
}

TEST_F(JournalPrune, ALogWithoutItsCheckpointIsNotSound)
{
    ASSERT_TRUE(pruneJournal(path, hasher, std::chrono::days(3), false));
    damage(path, "DELETE FROM checkpoint");
    EXPECT_THAT(problems(), testing::ElementsAre(testing::HasSubstr("checkpoint-missing")));
}

TEST_F(JournalPrune, AKillAtAnyMomentLeavesItSound)
{
    FixedRandom random(7);
    int killed = 0;
    for (int round = 0; round < 8; ++round) {
        const std::string copy = directory.path("copy");
        std::filesystem::copy_file(path, copy, std::filesystem::copy_options::overwrite_existing);
        const int killAt = 1 + static_cast<int>(random.below(400));
        killed += runInChild([&]() -> std::string {
                      const WatchedVfs vfs([&](int change) {
                          if (change == killAt)
                              ::kill(::getpid(), SIGKILL);
                      });
                      return pruneJournal(copy, hasher, std::chrono::days(3), false) ? "" : "failed";
                  }) == "(died)";
        const auto report = verifyJournal(copy, hasher);
        ASSERT_TRUE(report && report->problems.empty()) << "killed at change " << killAt;
        ASSERT_TRUE(pruneJournal(copy, hasher, std::chrono::days(3), false));
        EXPECT_EQ(verifyJournal(copy, hasher)->beginning.n, 1 + eventsADay * (daysPassed - 3));
        for (const char* suffix : {"-wal", "-shm"})
            std::filesystem::remove(copy + suffix);
    }
    EXPECT_GT(killed, 2);
}

} // namespace
} // namespace anjungan
