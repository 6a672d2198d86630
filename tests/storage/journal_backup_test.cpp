// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a backup taken while a node writes is sound and holds everything that was acknowledged before
// it began, that it replaces nothing, and that a copy which is not good never gets the backup's name.
#include "storage/journal_backup.h"
#include "storage/sodium.h"
#include "support/child_process.h"
#include "support/failing_vfs.h"
#include "support/journal_days.h"
#include "support/temp_directory.h"

#include <fstream>
#include <gmock/gmock.h>

namespace anjungan {
namespace {

const SodiumHasher hasher;

class JournalBackup : public testing::Test
{
protected:
    void fill(int days) const
    {
        auto journal = SqliteJournal::open(path, hasher).value();
        JournalDays filled(*journal, hasher);
        filled.publish();
        for (int day = 0; day < days; ++day)
            filled.pass(day, 100);
    }

    TempDirectory directory{TempDirectory::Place::Memory};
    std::string path = directory.path("journal");
    std::string target = directory.path("backup");
};

TEST_F(JournalBackup, IsOneFileAndAWholeJournal)
{
    fill(3);
    const JournalReport report = backupJournal(path, target, hasher).value();
    EXPECT_THAT(report.problems, testing::IsEmpty());
    EXPECT_EQ(report.events, 601U);
    for (const char* suffix : {"-wal", "-shm", ".part", ".part-journal", ".part.lock", ".unsound"})
        EXPECT_FALSE(std::filesystem::exists(target + suffix)) << suffix;
    EXPECT_EQ(numberIn(target, "SELECT count(*) FROM slip"), 300);
    EXPECT_EQ(SqliteJournal::open(target, hasher).value()->head(), report.head) << "a node can go on with it";
}

TEST_F(JournalBackup, HoldsWhatWasAcknowledgedWhileANodeGoesOn)
{
    fill(40);
    ChildProcess node([&](int pipe) {
        const auto journal = SqliteJournal::open(path, hasher).value();
        EventChain chain(hasher, 99, journal->head());
        while (true) {
            const std::vector<Event> events{chain.staff(), chain.staff("Siti", true)};
            const std::uint64_t n = chain.head().n;
            if (!journal->append(events, {}) || ::write(pipe, &n, sizeof n) != sizeof n)
                return 1;
        }
    });
    const auto newest = [&] { return numberIn(path, "SELECT max(n) FROM event"); };
    std::uint64_t acknowledged = 0;
    for (int i = 0; i < 20; ++i)
        ASSERT_TRUE(node.read(acknowledged));
    const std::int64_t before = newest();
    std::int64_t during = before;
    int steps = 0;
    // The node goes on between all the steps of the copy: each waits for a commit.
    const auto report = backupJournal(path, target, hasher, [&] {
        ++steps;
        for (const std::int64_t seen = during; during == seen; during = newest())
            ::usleep(100);
    });
    node.killAndWait();
    ASSERT_TRUE(report) << report.error().context;
    EXPECT_THAT(report->problems, testing::IsEmpty());
    EXPECT_GE(steps, 2) << "the copy was done at once";
    EXPECT_GE(report->head.n, acknowledged);
    EXPECT_GE(static_cast<std::int64_t>(report->head.n), before) << "these were committed, too";
    EXPECT_LT(static_cast<std::int64_t>(report->head.n), during) << "of one moment, not of the end";
    EXPECT_TRUE(SqliteJournal::open(target, hasher));
}

TEST_F(JournalBackup, ReplacesNothing)
{
    fill(1);
    std::ofstream(target) << "an older backup";
    EXPECT_EQ(backupJournal(path, target, hasher).error().code, "file-exists");
    EXPECT_EQ(std::filesystem::file_size(target), 15U);
    std::filesystem::remove(target);
    std::filesystem::create_symlink(directory.path("nowhere"), target);
    EXPECT_EQ(backupJournal(path, target, hasher).error().code, "file-exists") << "nor where a link leads";
    EXPECT_EQ(backupJournal(path, path, hasher).error().code, "file-exists");
}

TEST_F(JournalBackup, WhatIsNoJournalOrHasNoPlaceIsTold)
{
    EXPECT_EQ(backupJournal(path, target, hasher).error().code, "journal-missing");
    EXPECT_FALSE(std::filesystem::exists(target));
    fill(1);
    EXPECT_EQ(backupJournal(path, directory.path("no/folder/backup"), hasher).error().code,
              "journal-unreachable");
}

TEST_F(JournalBackup, WhatAnInterruptedOneLeftIsNoHindrance)
{
    fill(1);
    std::ofstream(target + ".part") << "half of a copy";
    std::ofstream(target + ".part-journal") << "half of its log";
    EXPECT_TRUE(backupJournal(path, target, hasher));
}

TEST_F(JournalBackup, AnUnsoundCopyIsNoBackup)
{
    fill(1);
    damage(path, "UPDATE event SET time = time + 1 WHERE n = 5");
    const JournalReport report = backupJournal(path, target, hasher).value();
    EXPECT_THAT(report.problems, testing::Not(testing::IsEmpty()));
    EXPECT_FALSE(std::filesystem::exists(target));
    EXPECT_TRUE(std::filesystem::exists(target + ".unsound")) << "still better than nothing";
}

TEST_F(JournalBackup, AnyWriteOrSyncOfItMayFail)
{
    fill(1);
    const auto source = std::filesystem::file_size(path);
    int failAt = 1;
    for (bool failed = true; failed; failAt += 7) {
        const FailingVfs vfs(failAt, FailingVfs::Fault::Full);
        const auto report = backupJournal(path, target, hasher);
        failed = vfs.hasFailed();
        EXPECT_TRUE(report || !std::filesystem::exists(target)) << failAt;
        EXPECT_FALSE(std::filesystem::exists(target + ".part")) << failAt;
        if (failed && !report) {
            EXPECT_THAT(report.error().code, testing::AnyOf("disk-full", "disk-error")) << failAt;
        }
        std::filesystem::remove(target);
    }
    EXPECT_GT(failAt, 50) << "the fault met few calls";
    EXPECT_EQ(std::filesystem::file_size(path), source);
}

} // namespace
} // namespace anjungan
