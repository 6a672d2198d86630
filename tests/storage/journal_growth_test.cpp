// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that opening a journal reads as much of a long log as of a short one, and that the figures of
// `stats` are those of the log. `tools/soak years` measures the same over ten years.
#include "storage/journal_stats.h"
#include "storage/sodium.h"
#include "support/journal_days.h"
#include "support/temp_directory.h"
#include "support/watched_vfs.h"

#include <gmock/gmock.h>

namespace anjungan {
namespace {

const SodiumHasher hasher;

class JournalGrowth : public testing::Test
{
protected:
    static void fill(const std::string& file, int days, int ticketsADay)
    {
        auto journal = SqliteJournal::open(file, hasher).value();
        JournalDays filled(*journal, hasher);
        filled.publish();
        for (int day = 0; day < days; ++day)
            filled.pass(day, ticketsADay);
    }

    /// By every door: the table, the indexes and the projection.
    static std::uint64_t bytesReadByOpening(const std::string& file)
    {
        const WatchedVfs vfs;
        const auto journal = SqliteJournal::open(file, hasher);
        EXPECT_TRUE(journal) << journal.error().context;
        EXPECT_TRUE(*(*journal)->newestCheckpoint());
        return vfs.bytesRead();
    }

    TempDirectory directory{TempDirectory::Place::Memory};
    std::string path = directory.path("journal");
};

TEST_F(JournalGrowth, OpeningReadsNoMoreOfALongLog)
{
    const std::string day = directory.path("day");
    fill(day, 2, 150);
    fill(path, 100, 150); // 30,000 events: one in a hundred of ten years
    const std::uint64_t ofDay = bytesReadByOpening(day);
    const std::uint64_t ofMany = bytesReadByOpening(path);
    EXPECT_GT(std::filesystem::file_size(path), 30 * std::filesystem::file_size(day));
    EXPECT_LT(ofMany, 2 * ofDay) << "indexes are a level deeper, nothing else is";
    EXPECT_LT(ofMany, std::filesystem::file_size(path) / 20);
    RecordProperty("bytesOfTwoDays", std::to_string(ofDay));
    RecordProperty("bytesOfHundredDays", std::to_string(ofMany));
}

TEST_F(JournalGrowth, StatsAreThoseOfTheLog)
{
    fill(path, 40, 10);
    const JournalStats stats = statsOfJournal(path).value();
    EXPECT_EQ(stats.events, 801U);
    EXPECT_EQ(stats.tickets, 400U);
    EXPECT_EQ(stats.slips, 400U);
    EXPECT_EQ(stats.slipsUnfinished, 400U);
    EXPECT_EQ(stats.head, (Position{1, 801}));
    EXPECT_EQ(stats.schemaVersion, 2);
    EXPECT_THAT(stats.eventsByKind, testing::UnorderedElementsAre(testing::Pair("catalogue-published", 1),
                                                                  testing::Pair("staff-changed", 400),
                                                                  testing::Pair("ticket-issued", 400)));
    ASSERT_EQ(stats.days.size(), 40U) << "the catalogue came on the first";
    EXPECT_EQ(stats.days.front().day, EventChain::firstDay);
    EXPECT_EQ(stats.days.front().events, 21U);
    EXPECT_EQ(stats.busiest()->day, EventChain::firstDay);
    EXPECT_EQ(stats.meanOf(30).events, 20U);
    EXPECT_EQ(stats.fileBytes, static_cast<std::uint64_t>(numberIn(path, "PRAGMA page_count")) * 4'096);
    std::uint64_t shared = stats.checkpoints.bytes;
    for (const DayGrowth& day : stats.days)
        shared += day.bytes;
    EXPECT_NEAR(static_cast<double>(shared), static_cast<double>(stats.usedBytes()), 100)
        << "all is shared out";
    // Forty days in a row of equal size: a year adds nine times what forty days did.
    const double aDay = static_cast<double>(stats.meanOf(30).bytes);
    EXPECT_NEAR(static_cast<double>(stats.bytesInAYear()),
                static_cast<double>(stats.usedBytes()) + 365 * aDay, 365);
    EXPECT_EQ(stats.checkpoints.newest, stats.head);
}

TEST_F(JournalGrowth, StatsAreReadWhileANodeHasTheJournal)
{
    const auto journal = SqliteJournal::open(path, hasher).value();
    EXPECT_EQ(statsOfJournal(path)->events, 0U);
    EXPECT_FALSE(statsOfJournal(path)->busiest());
    JournalDays(*journal, hasher).publish();
    EXPECT_EQ(statsOfJournal(path)->events, 1U);
    EXPECT_GT(statsOfJournal(path)->walBytes, 0U);
    EXPECT_EQ(statsOfJournal(directory.path("nothing")).error().code, "journal-missing");
}

TEST_F(JournalGrowth, StatsOfThePastAreReadToo)
{
    std::filesystem::copy_file(ANJUNGAN_SOURCE_DIR "/tests/data/journal_v1.db", path);
    const JournalStats stats = statsOfJournal(path).value();
    EXPECT_EQ(stats.schemaVersion, 1);
    EXPECT_EQ(stats.events, 66U);
    EXPECT_EQ(stats.tickets, 6U);
    EXPECT_EQ(stats.checkpoints.count, 0U);
}

} // namespace
} // namespace anjungan
