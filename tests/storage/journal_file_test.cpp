// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that only a journal of ours, whole and not in use, is opened, and that nothing else is ever
// replaced by a new one: a site whose numbers began again would give them twice.
#include "storage/schema.h"
#include "storage/sodium.h"
#include "storage/sqlite_journal.h"
#include "storage/sqlite_print_outbox.h"
#include "support/child_process.h"
#include "support/journal_days.h"
#include "support/temp_directory.h"

#include <fstream>
#include <gmock/gmock.h>

namespace anjungan {
namespace {

const SodiumHasher hasher;

class JournalFile : public testing::Test
{
protected:
    static std::string openCode(const std::string& path)
    {
        const auto journal = SqliteJournal::open(path, hasher);
        return journal ? "opened" : journal.error().code;
    }

    /// A journal of `count` tickets, closed again.
    void fill(int count) const
    {
        const auto journal = SqliteJournal::open(path, hasher).value();
        EventChain chain(hasher, journal->head().n + 1, {1, journal->head().n});
        for (int i = 0; i < count; ++i) {
            const std::vector<Event> events{chain.ticket()};
            ASSERT_TRUE(journal->append(events, {}));
        }
    }

    void execute(const std::string& sql) const
    {
        sqlite3* raw = nullptr;
        ASSERT_EQ(sqlite3_open(path.c_str(), &raw), SQLITE_OK);
        EXPECT_EQ(sqlite3_exec(raw, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
            << sqlite3_errmsg(raw);
        sqlite3_close(raw);
    }

    void write(const std::string& text) const { std::ofstream(path, std::ios::binary) << text; }

    TempDirectory directory;
    std::string path = directory.path("journal");
};

TEST_F(JournalFile, IsMadeWhereThereIsNone)
{
    EXPECT_EQ(openCode(path), "opened");
    EXPECT_EQ(openCode(path), "opened");
    EXPECT_EQ(openCode(directory.path("no/such/directory")), "journal-unreachable");
}

TEST_F(JournalFile, WhatAnUnfinishedCreationLeftIsNoHindrance)
{
    std::ofstream(path + ".new") << "half of a database";
    std::ofstream(path + ".new-wal") << "half of its log";
    EXPECT_EQ(openCode(path), "opened");
    EXPECT_FALSE(std::filesystem::exists(path + ".new"));
}

TEST_F(JournalFile, SyncsEveryCommit)
{
    fill(1);
    const auto database = openJournalFile(path, sqlite::Database::Mode::ReadWrite).value();
    EXPECT_EQ(database.number("PRAGMA synchronous").value(), 2) << "FULL";
    sqlite::Statement mode = database.prepare("PRAGMA journal_mode").value();
    ASSERT_TRUE(mode.step());
    EXPECT_EQ(mode.text(0), "wal");
}

TEST_F(JournalFile, OneThatIsNotADatabaseIsRefusedAndKept)
{
    const std::string text = std::string(5'000, 'x');
    write(text);
    EXPECT_EQ(openCode(path), "journal-corrupt");
    EXPECT_EQ(std::filesystem::file_size(path), text.size());
}

TEST_F(JournalFile, AnotherProgramsDatabaseIsRefused)
{
    execute("CREATE TABLE mail (text)");
    EXPECT_EQ(openCode(path), "journal-foreign");
    execute("PRAGMA application_id = 252006673");
    EXPECT_EQ(openCode(path), "journal-foreign");
    EXPECT_EQ(SqlitePrintOutbox::open(path).error().code, "journal-foreign");
}

TEST_F(JournalFile, ANewerSchemaIsRefused)
{
    fill(1);
    const auto setVersion = [&](std::int64_t version) {
        execute("PRAGMA user_version = " + std::to_string(version));
    };
    setVersion(journalSchemaVersion + 1);
    EXPECT_EQ(openCode(path), "journal-newer");
    setVersion(journalSchemaVersion);
    EXPECT_EQ(openCode(path), "opened");
}

TEST_F(JournalFile, AnEmptiedFileIsDamageAndNotANewBeginning)
{
    fill(3);
    write("");
    EXPECT_EQ(openCode(path), "journal-corrupt");
}

TEST_F(JournalFile, ATruncatedFileIsRefused)
{
    fill(50);
    const std::uintmax_t size = std::filesystem::file_size(path);
    for (const std::uintmax_t left : {size - 4'096, size / 2, size / 2 + 100, std::uintmax_t{50}}) {
        std::filesystem::copy_file(path, path + ".cut", std::filesystem::copy_options::overwrite_existing);
        std::filesystem::resize_file(path + ".cut", left);
        EXPECT_EQ(openCode(path + ".cut"), "journal-corrupt") << left << " of " << size;
    }
    EXPECT_EQ(openCode(path), "opened");
}

TEST_F(JournalFile, AJournalThatWasTakenAwayIsNotReplaced)
{
    // A process that dies leaves its log of writes; then somebody moves the file alone.
    runInChild([&] {
        const auto journal = SqliteJournal::open(path, hasher).value();
        EventChain chain(hasher);
        const std::vector<Event> events{chain.ticket()};
        EXPECT_TRUE(journal->append(events, {}));
        ::kill(::getpid(), SIGKILL);
        return std::string();
    });
    ASSERT_TRUE(std::filesystem::exists(path + "-wal"));
    std::filesystem::rename(path, path + ".moved");
    EXPECT_EQ(openCode(path), "journal-corrupt");
    EXPECT_FALSE(std::filesystem::exists(path));
    std::filesystem::rename(path + ".moved", path);
    EXPECT_EQ(openCode(path), "opened");
}

TEST_F(JournalFile, AMissingEventIsRefused)
{
    fill(5);
    execute("DELETE FROM event WHERE n = 3");
    EXPECT_EQ(openCode(path), "journal-corrupt");
}

TEST_F(JournalFile, AMissingEndIsRefusedWhenItTookATicket)
{
    fill(5);
    execute("DELETE FROM event WHERE n = 5");
    EXPECT_EQ(openCode(path), "journal-corrupt");
}

TEST_F(JournalFile, AChangeBeforeTheNewestEventIsRefused)
{
    fill(5);
    execute("UPDATE event SET time = time + 1 WHERE n = 4");
    EXPECT_EQ(openCode(path), "journal-corrupt");
}

TEST_F(JournalFile, ReopeningLeavesNoConnectionAndNoLogBehind)
{
    const auto journal = SqliteJournal::open(path, hasher).value();
    // While another connection lives, closing the journal's alone moves nothing into the file.
    const SqlitePrintOutbox outbox = SqlitePrintOutbox::open(path).value();
    EventChain chain(hasher);
    const auto openFiles = [] {
        const auto entries = std::filesystem::directory_iterator("/proc/self/fd");
        return std::distance(begin(entries), end(entries));
    };
    const auto before = openFiles();
    for (int i = 0; i < 5; ++i) {
        const std::vector<Event> events{chain.ticket()};
        ASSERT_TRUE(journal->append(events, {}));
        ASSERT_TRUE(journal->reopen());
        EXPECT_EQ(std::filesystem::file_size(path + "-wal"), 0U) << "something rests on an old sync";
    }
    EXPECT_EQ(openFiles(), before);
}

TEST_F(JournalFile, ReopeningReadsTheWholeOfASmallFile)
{
    const auto journal = SqliteJournal::open(path, hasher).value();
    EventChain chain(hasher);
    const std::vector<Event> events{chain.ticket(), chain.ticket()};
    ASSERT_TRUE(journal->append(events, {}));
    ASSERT_TRUE(journal->reopen());
    // Opening reads no event by this index.
    overwritePage(path, "sqlite_autoindex_event_1");
    const Result<void> reopened = journal->reopen();
    ASSERT_FALSE(reopened);
    EXPECT_EQ(reopened.error().code, "journal-corrupt");
    EXPECT_EQ(journal->read({}, [](const Event&) { return Result<void>(); }).error().code, "journal-corrupt")
        << "and nothing is answered from it";
}

TEST_F(JournalFile, ASecondProcessIsTurnedAway)
{
    const auto journal = SqliteJournal::open(path, hasher).value();
    EXPECT_EQ(runInChild([&] { return openCode(path); }), "journal-in-use");
    EXPECT_EQ(openCode(path), "journal-in-use") << "the same process is no exception";

    const std::string link = directory.path("other-name");
    std::filesystem::create_symlink(path, link);
    EXPECT_EQ(runInChild([&] { return openCode(link); }), "journal-in-use") << "by another name";

    const auto refused = SqliteJournal::open(path, hasher);
    EXPECT_THAT(refused.error().context, testing::HasSubstr(std::to_string(::getpid())));
    EXPECT_EQ(refused.error().severity, Severity::TryAgain);
}

TEST_F(JournalFile, TheLockDiesWithItsProcess)
{
    ChildProcess holder([&](int pipe) {
        const auto journal = SqliteJournal::open(path, hasher).value();
        const char ready = 'r';
        EXPECT_EQ(::write(pipe, &ready, 1), 1);
        ::pause();
        return 0;
    });
    char ready = 0;
    ASSERT_TRUE(holder.read(ready));
    EXPECT_EQ(openCode(path), "journal-in-use");
    holder.killAndWait();
    EXPECT_EQ(openCode(path), "opened");
}

} // namespace
} // namespace anjungan
