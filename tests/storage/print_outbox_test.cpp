// SPDX-License-Identifier: GPL-3.0-or-later
// Proves the life of a slip in the outbox, on SQLite and in memory alike: reserved with its ticket,
// nothing is forgotten by a crash, a copy is marked, and old finished rows go.
#include "storage/sodium.h"
#include "storage/sqlite_journal.h"
#include "storage/sqlite_print_outbox.h"
#include "support/child_process.h"
#include "support/failing_vfs.h"
#include "support/journal_days.h"
#include "support/memory_journal.h"
#include "support/temp_directory.h"

#include <filesystem>
#include <gmock/gmock.h>

namespace anjungan {
namespace {

const SodiumHasher hasher;

class SqliteRows
{
public:
    Journal& journal() { return *m_journal; }
    PrintOutbox& outbox() { return m_outbox; }

private:
    TempDirectory m_directory{TempDirectory::Place::Memory};
    std::unique_ptr<SqliteJournal> m_journal = SqliteJournal::open(m_directory.path("j"), hasher).value();
    SqlitePrintOutbox m_outbox = SqlitePrintOutbox::open(m_directory.path("j")).value();
};

class MemoryRows
{
public:
    Journal& journal() { return m_journal; }
    PrintOutbox& outbox() { return m_outbox; }

private:
    MemoryOutbox m_outbox;
    MemoryJournal m_journal{&m_outbox};
};

template <typename Kind>
class OutboxContract : public testing::Test
{
protected:
    /// Appends a ticket with its slip.
    Slip issue()
    {
        const std::vector<Event> events{chain.ticket()};
        const std::vector<Slip> slips{slipOf(events.front())};
        EXPECT_TRUE(kind.journal().append(events, slips));
        return slips.front();
    }
    std::vector<Number> unfinished()
    {
        std::vector<Number> numbers;
        const auto stored = kind.outbox().unfinished().value();
        for (const OutboxRow& row : stored)
            numbers.push_back(row.slip.number);
        return numbers;
    }
    void put(OutboxRow row, SlipState state, const std::string& problem = {})
    {
        row.state = state;
        row.problem = problem;
        EXPECT_TRUE(kind.outbox().update(row));
    }

    Kind kind;
    EventChain chain{hasher};
};

using Kinds = testing::Types<SqliteRows, MemoryRows>;
TYPED_TEST_SUITE(OutboxContract, Kinds);

TYPED_TEST(OutboxContract, ASlipIsReservedWithItsTicket)
{
    const Slip slip = this->issue();
    const auto rows = this->kind.outbox().unfinished().value();
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].slip, slip);
    EXPECT_EQ(rows[0].state, SlipState::Reserved);
    EXPECT_EQ(rows[0].attempts, 0);
    EXPECT_EQ(rows[0].problem, "");
}

TYPED_TEST(OutboxContract, UnfinishedIsWhatSomethingIsLeftToDoWithOldestFirst)
{
    std::vector<Slip> slips;
    for (int i = 0; i < 5; ++i)
        slips.push_back(this->issue());
    const auto rows = this->kind.outbox().unfinished().value();
    this->put(rows[0], SlipState::HandedOver, "print-interrupted");
    this->put(rows[1], SlipState::HandedOver);
    this->put(rows[2], SlipState::Printed);
    this->put(rows[3], SlipState::Failed, "printer-refused");
    EXPECT_EQ(this->unfinished(), (std::vector{slips[0].number, slips[4].number}));
}

TYPED_TEST(OutboxContract, UpdateKeepsStateAttemptsAndProblem)
{
    const Slip slip = this->issue();
    OutboxRow row = this->kind.outbox().unfinished().value().front();
    row.attempts = 3;
    this->put(row, SlipState::HandedOver, "print-interrupted");
    const OutboxRow stored = this->kind.outbox().newestOf(slip.ticket)->value();
    EXPECT_EQ(stored.attempts, 3);
    EXPECT_EQ(stored.state, SlipState::HandedOver);
    EXPECT_EQ(stored.problem, "print-interrupted");
    row.id = 4'711;
    EXPECT_EQ(this->kind.outbox().update(row).error().code, "slip-unknown");
}

TYPED_TEST(OutboxContract, AReprintIsAMarkedCopyOfTheNewest)
{
    const Slip slip = this->issue();
    this->put(this->kind.outbox().unfinished().value().front(), SlipState::Printed);
    const OutboxRow copy = this->kind.outbox().addReprint(slip.ticket).value();
    Slip marked = slip;
    marked.reprint = true;
    EXPECT_EQ(copy.slip, marked);
    EXPECT_EQ(copy.state, SlipState::Reserved);
    EXPECT_EQ(this->kind.outbox().newestOf(slip.ticket)->value().id, copy.id);
    EXPECT_EQ(this->kind.outbox().unfinished().value().front().slip, marked);
    EXPECT_TRUE(this->kind.outbox().addReprint(slip.ticket).value().slip.reprint) << "a copy of a copy";
}

TYPED_TEST(OutboxContract, AnUnknownTicketHasNoSlip)
{
    EXPECT_FALSE(this->kind.outbox().newestOf(TicketId())->has_value());
    EXPECT_EQ(this->kind.outbox().addReprint(TicketId()).error().code, "slip-unknown");
}

class SqliteOutbox : public testing::Test
{
protected:
    TempDirectory directory{TempDirectory::Place::Memory};
    std::string path = directory.path("journal");
};

// Each child dies at one step of printing; the next start must know which step it was.
TEST_F(SqliteOutbox, ACrashBetweenReserveAndHandOverIsSeenForWhatItWas)
{
    const auto dieAfter = [&](bool handOver, bool accept) {
        runInChild([&] {
            const auto journal = SqliteJournal::open(path, hasher).value();
            EventChain chain(hasher, journal->head().n + 1, {1, journal->head().n});
            const std::vector<Event> events{chain.ticket()};
            const std::vector<Slip> slips{slipOf(events.front())};
            (void)journal->append(events, slips);
            SqlitePrintOutbox outbox = SqlitePrintOutbox::open(path).value();
            OutboxRow row = outbox.newestOf(slips.front().ticket)->value();
            row.state = SlipState::HandedOver;
            row.attempts = 1;
            row.problem = "print-interrupted";
            if (handOver)
                (void)outbox.update(row);
            row.problem.clear();
            if (accept)
                (void)outbox.update(row);
            ::kill(::getpid(), SIGKILL);
            return std::string();
        });
    };
    dieAfter(false, false);
    dieAfter(true, false);
    dieAfter(true, true);

    const auto journal = SqliteJournal::open(path, hasher).value();
    const auto rows = SqlitePrintOutbox::open(path)->unfinished().value();
    EXPECT_EQ(journal->head().n, 3U);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].state, SlipState::Reserved) << "never given to a printer: prints unmarked";
    EXPECT_EQ(rows[1].state, SlipState::HandedOver) << "perhaps on paper";
    EXPECT_EQ(rows[1].problem, "print-interrupted");
}

TEST_F(SqliteOutbox, OldRowsGoOnlyWhenNothingIsLeftToDo)
{
    const auto journal = SqliteJournal::open(path, hasher).value();
    SqlitePrintOutbox outbox = SqlitePrintOutbox::open(path).value();
    EventChain chain(hasher);
    std::vector<Slip> slips;
    for (int i = 0; i < 6; ++i) {
        const std::vector<Event> events{chain.ticket()};
        slips.push_back(slipOf(events.front()));
        ASSERT_TRUE(journal->append(events, std::span(&slips.back(), 1)));
    }
    const auto rows = outbox.unfinished().value();
    const auto put = [&](std::size_t i, SlipState state, const char* problem) {
        OutboxRow row = rows[i];
        row.state = state;
        row.problem = problem;
        ASSERT_TRUE(outbox.update(row));
    };
    put(0, SlipState::Printed, "");
    put(1, SlipState::Failed, "printer-refused");
    put(2, SlipState::HandedOver, "");
    put(3, SlipState::HandedOver, "print-interrupted");
    put(5, SlipState::Printed, "");
    EXPECT_EQ(outbox.removeFinishedBefore(slips[5].issued).value(), 3);
    for (const std::size_t gone : {0U, 1U, 2U})
        EXPECT_FALSE(outbox.newestOf(slips[gone].ticket)->has_value()) << gone;
    for (const std::size_t kept : {3U, 4U, 5U})
        EXPECT_TRUE(outbox.newestOf(slips[kept].ticket)->has_value()) << kept;
}

TEST_F(SqliteOutbox, TheUnfinishedAreFoundWithoutReadingAllSlips)
{
    const auto journal = SqliteJournal::open(path, hasher).value();
    const auto database = sqlite::Database::open(path, sqlite::Database::Mode::ReadOnly).value();
    sqlite::Statement plan =
        database
            .prepare("EXPLAIN QUERY PLAN SELECT id FROM slip WHERE state = 0 OR (state = 1 "
                     "AND problem <> '') ORDER BY id")
            .value();
    ASSERT_TRUE(plan.step());
    EXPECT_THAT(std::string(plan.text(3)), testing::HasSubstr("slip_unfinished"));
}

TEST_F(SqliteOutbox, AWriterThatHoldsOnIsWaitedFor)
{
    const auto journal = SqliteJournal::open(path, hasher).value();
    EventChain chain(hasher);
    ChildProcess holder([&](int pipe) {
        auto database = sqlite::Database::open(path, sqlite::Database::Mode::ReadWrite).value();
        (void)database.execute("BEGIN IMMEDIATE");
        const char ready = 'r';
        EXPECT_EQ(::write(pipe, &ready, 1), 1);
        ::usleep(200'000);
        return database.execute("COMMIT") ? 0 : 1;
    });
    char ready = 0;
    ASSERT_TRUE(holder.read(ready));
    const std::vector<Event> events{chain.ticket()};
    EXPECT_TRUE(journal->append(events, {}));
}

TEST(OutboxInDoubt, OpensTheFileAnew)
{
    namespace fs = std::filesystem;
    int met = 0;
    for (int failAt = 1;; ++failAt) {
        const TempDirectory directory(TempDirectory::Place::Memory);
        const std::string path = directory.path("j");
        EventChain chain(hasher);
        const std::vector<Event> events{chain.ticket()};
        const std::vector<Slip> slips{slipOf(events.front())};
        ASSERT_TRUE(SqliteJournal::open(path, hasher).value()->append(events, slips));
        // What the file holds when it is opened the next time.
        const std::string other = directory.path("other");
        fs::copy_file(path, other);
        damage(other, "UPDATE slip SET state = 2");

        const FailingVfs vfs(failAt, FailingVfs::Fault::InputOutput);
        auto outbox = SqlitePrintOutbox::open(path);
        auto rows = outbox ? outbox->unfinished() : tl::unexpected(outbox.error());
        if (!rows)
            continue;
        rows->front().state = SlipState::HandedOver;
        const Result<void> updated = outbox->update(rows->front());
        if (!vfs.hasFailed())
            break;
        if (updated || updated.error().code == "journal-busy")
            continue;
        ++met;
        fs::rename(other, path);
        fs::remove(path + "-wal");
        fs::remove(path + "-shm");
        const auto newest = outbox->newestOf(slips.front().ticket);
        ASSERT_TRUE(newest && *newest) << failAt << ' ' << FailingVfs::nameOf(vfs.failed());
        EXPECT_EQ((*newest)->state, SlipState::Printed) << failAt << ' ' << FailingVfs::nameOf(vfs.failed());
    }
    EXPECT_GT(met, 2);
}

} // namespace
} // namespace anjungan
