// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a journal which version 1 of the schema wrote is still this program's: it opens, holds what
// it held, goes on; and that a migration which a fault or a kill -9 cuts off leaves the old one whole.
// The sample and the figures expected of it come from a program of that version: six visitors of its
// headless demonstration, and what its own `journal verify` and `journal export` said of them.
#include "core/site.h"
#include "storage/journal_check.h"
#include "storage/schema.h"
#include "storage/sodium.h"
#include "storage/sqlite_journal.h"
#include "storage/sqlite_print_outbox.h"
#include "support/child_process.h"
#include "support/event_chain.h"
#include "support/failing_vfs.h"
#include "support/temp_directory.h"
#include "support/watched_vfs.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace anjungan {
namespace {

const SodiumHasher hasher;

/// What the program of version 1 said of its journal.
constexpr std::uint64_t eventsOfSample = 66;
constexpr std::uint64_t ticketsOfSample = 6;
const std::map<std::string, std::string> statesOfSample = {
    {"A-001", "finished"}, {"A-002", "finished finished finished"},
    {"A-003", "finished"}, {"H-001", "finished"},
    {"H-002", "missed"},   {"H-003", "finished finished finished"}};

class JournalMigration : public testing::Test
{
protected:
    void SetUp() override { copySample(); }

    void copySample() const
    {
        for (const char* suffix : {"-wal", "-shm"})
            std::filesystem::remove(path + suffix);
        std::filesystem::copy_file(ANJUNGAN_SOURCE_DIR "/tests/data/journal_v1.db", path,
                                   std::filesystem::copy_options::overwrite_existing);
    }

    /// By SQLite alone: the version, the tables, and what holds the sample's rows.
    [[nodiscard]] std::string lookedAt() const
    {
        const auto database = sqlite::Database::open(path, sqlite::Database::Mode::ReadWrite).value();
        const auto number = [&](const char* sql) { return database.number(sql).value_or(-1); };
        auto check = database.prepare("PRAGMA integrity_check").value();
        EXPECT_TRUE(check.step());
        return fmt::format("version {}: {} tables, {} events, {} tickets, {} slips, {}",
                           number("PRAGMA user_version"),
                           number("SELECT count(*) FROM sqlite_schema WHERE type = 'table'"),
                           number("SELECT count(*) FROM event"), number("SELECT count(*) FROM ticket"),
                           number("SELECT count(*) FROM slip"), check.text(0));
    }

    TempDirectory directory{TempDirectory::Place::Memory};
    std::string path = directory.path("journal");
};

constexpr const char* wholeOld = "version 1: 3 tables, 66 events, 6 tickets, 6 slips, ok";
constexpr const char* wholeNew = "version 2: 5 tables, 66 events, 6 tickets, 6 slips, ok";

std::string wordOf(LegState state)
{
    if (state == LegState::Finished)
        return "finished";
    return state == LegState::Missed ? "missed" : fmt::format("state {}", static_cast<int>(state));
}

TEST_F(JournalMigration, TheSampleIsOfVersionOneAndIsReadAsItIs)
{
    EXPECT_EQ(lookedAt(), wholeOld);
    const JournalReport report = verifyJournal(path, hasher).value();
    EXPECT_THAT(report.problems, testing::IsEmpty());
    EXPECT_EQ(lookedAt(), wholeOld) << "a look changes nothing";
}

TEST_F(JournalMigration, AnOldJournalOpensMigratesAndIsSound)
{
    const auto journal = SqliteJournal::open(path, hasher);
    ASSERT_TRUE(journal) << journal.error().context;
    EXPECT_EQ((*journal)->head(), (Position{0, eventsOfSample}));
    EXPECT_EQ(lookedAt(), wholeNew);
    const JournalReport report = verifyJournal(path, hasher).value();
    EXPECT_THAT(report.problems, testing::IsEmpty());
    EXPECT_EQ(report.events, eventsOfSample);
    EXPECT_EQ(report.tickets, ticketsOfSample);
    EXPECT_EQ(formatInstant(*report.firstTime), "2026-11-24T20:40:35.195Z");
    EXPECT_EQ(formatInstant(*report.lastTime), "2026-12-01T02:08:06.505Z");
}

TEST_F(JournalMigration, AnOldJournalIsReplayedToTheSameTickets)
{
    const auto journal = SqliteJournal::open(path, hasher).value();
    Site site;
    ASSERT_TRUE(journal->read({}, [&](const Event& event) { return applyEvent(site, event); }));
    std::map<std::string, std::string> states;
    for (const auto& [id, ticket] : site.tickets()) {
        EXPECT_EQ(formatDay(ticket.day), "2026-12-01");
        std::vector<std::string> legs;
        for (const Leg& leg : ticket.legs)
            legs.push_back(wordOf(leg.state));
        states[ticket.number.text()] = fmt::format("{}", fmt::join(legs, " "));
    }
    EXPECT_EQ(states, statesOfSample);
    EXPECT_EQ(SqlitePrintOutbox::open(path)->unfinished()->size(), 0U) << "every slip was printed";
}

TEST_F(JournalMigration, AnOldJournalGoesOn)
{
    {
        const auto journal = SqliteJournal::open(path, hasher).value();
        EventChain chain(hasher, 9, journal->head());
        const std::vector<Event> events{chain.staff(), chain.staff("Siti Rahayu")};
        ASSERT_TRUE(journal->append(events, {}));
    }
    EXPECT_THAT(verifyJournal(path, hasher)->problems, testing::IsEmpty());
    const auto journal = SqliteJournal::open(path, hasher).value();
    EXPECT_EQ(journal->head().n, eventsOfSample + 2);
    ASSERT_TRUE(journal->keepCheckpoint({journal->head(), "a state"}));
    EXPECT_EQ((*journal->newestCheckpoint())->state, "a state");
}

TEST_F(JournalMigration, AnyWriteOrSyncOfItMayFail)
{
    for (const FailingVfs::Fault fault : {FailingVfs::Fault::InputOutput, FailingVfs::Fault::Full}) {
        int failAt = 1;
        for (bool failed = true; failed; ++failAt) {
            copySample();
            {
                const FailingVfs vfs(failAt, fault);
                const auto database = openJournalFile(path, sqlite::Database::Mode::ReadWrite);
                failed = vfs.hasFailed();
                EXPECT_TRUE(failed || database) << database.error().context;
            }
            EXPECT_THAT(lookedAt(), testing::AnyOf(wholeOld, wholeNew)) << failAt;
            EXPECT_TRUE(SqliteJournal::open(path, hasher)) << failAt;
            EXPECT_EQ(lookedAt(), wholeNew) << "the next start manages";
        }
        EXPECT_GT(failAt, 5) << "the fault met few calls";
    }
}

TEST_F(JournalMigration, AKillAtAnyMomentOfItLeavesTheOldOrTheNew)
{
    std::map<std::string, int> seen;
    for (int killAt = 1, died = 1; died; ++killAt) {
        copySample();
        died = runInChild([&]() -> std::string {
                   const WatchedVfs vfs([&](int change) {
                       if (change == killAt)
                           ::kill(::getpid(), SIGKILL);
                   });
                   const auto database = openJournalFile(path, sqlite::Database::Mode::ReadWrite);
                   return database ? "opened" : database.error().context;
               }) == "(died)";
        ++seen[lookedAt()];
        EXPECT_TRUE(SqliteJournal::open(path, hasher)) << killAt;
        EXPECT_EQ(lookedAt(), wholeNew);
    }
    EXPECT_THAT(seen, testing::UnorderedElementsAre(testing::Pair(wholeOld, testing::Gt(2)),
                                                    testing::Pair(wholeNew, testing::Gt(0))));
}

} // namespace
} // namespace anjungan
