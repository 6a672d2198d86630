// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a disk that is full, read-only or broken is told by its name, that nothing acknowledged is
// lost by it, that the journal answers nobody while in doubt, and that it goes on once the disk does.
#include "storage/journal_check.h"
#include "storage/sodium.h"
#include "storage/sqlite_journal.h"
#include "support/child_process.h"
#include "support/event_chain.h"
#include "support/temp_directory.h"

#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>

namespace anjungan {
namespace {

const SodiumHasher hasher;

/// Tickets appended one by one, and how far they were acknowledged.
class Appender
{
public:
    explicit Appender(SqliteJournal& journal)
        : m_journal(journal)
        , m_chain(hasher, 1 + journal.head().n, {1, journal.head().n})
    {}

    Result<void> append()
    {
        const std::vector<Event> events{m_chain.ticket()};
        const std::vector<Slip> slips{slipOf(events.front())};
        const Result<void> done = m_journal.append(events, slips);
        if (done)
            m_acknowledged = events.front().position->n;
        return done;
    }
    Error appendUntilError()
    {
        while (true) {
            if (Result<void> done = append(); !done)
                return done.error();
        }
    }
    [[nodiscard]] std::uint64_t acknowledged() const { return m_acknowledged; }

private:
    SqliteJournal& m_journal;
    EventChain m_chain;
    std::uint64_t m_acknowledged = 0;
};

std::string codeOf(const Result<void>& result)
{
    return result ? "done" : result.error().code;
}

std::uint64_t countEvents(SqliteJournal& journal)
{
    std::uint64_t count = 0;
    const Result<void> read = journal.read({}, [&](const Event&) -> Result<void> {
        ++count;
        return {};
    });
    return read ? count : 0;
}

/// In a process of its own, which may mount what it likes: a small file system at `path`.
bool mountSmallDisk(const std::string& path)
{
    if (::unshare(::geteuid() == 0 ? CLONE_NEWNS : CLONE_NEWUSER | CLONE_NEWNS) != 0)
        return false;
    ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
    return ::mount("tmpfs", path.c_str(), "tmpfs", 0, "size=1m") == 0;
}

TEST(JournalDisk, FullIsToldAndSurvived)
{
    const TempDirectory directory;
    const std::string answer = runInChild([&]() -> std::string {
        if (!mountSmallDisk(directory.path()))
            return "no mount";
        std::ofstream(directory.path("ballast")) << std::string(400'000, 'b');
        const auto journal = SqliteJournal::open(directory.path("journal"), hasher).value();
        Appender appender(*journal);
        const Error error = appender.appendUntilError();
        if (error.code != "disk-full" || error.severity != Severity::TryAgain)
            return error.code + ": " + error.context;
        if (const std::string code = codeOf(appender.append()); code != "disk-full")
            return "in doubt, but answers " + code;
        if (const std::string code = codeOf(journal->reopen()); code != "done" && code != "disk-full")
            return "reopened on a full disk: " + code;
        std::filesystem::remove(directory.path("ballast"));
        if (const Result<void> reopened = journal->reopen(); !reopened)
            return "reopened with space: " + reopened.error().context;
        const std::uint64_t count = countEvents(*journal);
        if (count < appender.acknowledged() || count > appender.acknowledged() + 1)
            return fmt::format("{} events, {} acknowledged", count, appender.acknowledged());
        Appender again(*journal);
        if (const Result<void> done = again.append(); !done)
            return "append with space: " + done.error().context;
        const JournalReport report = verifyJournal(directory.path("journal"), hasher).value();
        return report.problems.empty() ? "" : report.problems.front().reason;
    });
    if (answer == "no mount")
        GTEST_SKIP() << "this system lets nobody mount a small disk";
    EXPECT_EQ(answer, "");
}

TEST(JournalDisk, FullAtTheFirstStartLeavesNothingHalfDone)
{
    const TempDirectory directory;
    const std::string answer = runInChild([&]() -> std::string {
        if (!mountSmallDisk(directory.path()))
            return "no mount";
        std::ofstream(directory.path("ballast")) << std::string(1'048'576 - 4 * 4'096, 'b');
        const auto refused = SqliteJournal::open(directory.path("journal"), hasher);
        if (refused || refused.error().code != "disk-full")
            return refused ? "opened" : refused.error().code + ": " + refused.error().context;
        std::filesystem::remove(directory.path("ballast"));
        const auto journal = SqliteJournal::open(directory.path("journal"), hasher);
        return journal ? "" : journal.error().context;
    });
    if (answer == "no mount")
        GTEST_SKIP() << "this system lets nobody mount a small disk";
    EXPECT_EQ(answer, "");
}

TEST(JournalDisk, ReadOnlyIsTold)
{
    const TempDirectory directory;
    const std::string answer = runInChild([&]() -> std::string {
        if (!mountSmallDisk(directory.path()))
            return "no mount";
        if (!SqliteJournal::open(directory.path("journal"), hasher))
            return "not created";
        if (::mount(nullptr, directory.path().c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) != 0)
            return "no mount";
        const auto journal = SqliteJournal::open(directory.path("journal"), hasher);
        return journal ? "opened" : journal.error().code;
    });
    if (answer == "no mount")
        GTEST_SKIP() << "this system lets nobody mount a small disk";
    EXPECT_EQ(answer, "journal-read-only");
}

// The system refuses writes beyond a size: not "full", so nobody knows what is on disk.
TEST(JournalDisk, AFailedWriteLeavesDoubtUntilItIsReopened)
{
    const TempDirectory directory;
    EXPECT_EQ(runInChild([&]() -> std::string {
                  std::signal(SIGXFSZ, SIG_IGN);
                  const auto journal = SqliteJournal::open(directory.path("journal"), hasher).value();
                  rlimit limit = {};
                  ::getrlimit(RLIMIT_FSIZE, &limit);
                  const rlim_t unlimited = limit.rlim_cur;
                  limit.rlim_cur = 400'000;
                  ::setrlimit(RLIMIT_FSIZE, &limit);
                  Appender appender(*journal);
                  const Error error = appender.appendUntilError();
                  if (error.code != "disk-error" || error.severity != Severity::Fatal)
                      return error.code + ": " + error.context;
                  limit.rlim_cur = unlimited;
                  ::setrlimit(RLIMIT_FSIZE, &limit);
                  if (const std::string code = codeOf(appender.append()); code != "disk-error")
                      return "append in doubt: " + code;
                  if (countEvents(*journal) != 0 || journal->findCommand(CommandId()))
                      return "reads in doubt";
                  if (const std::string code = codeOf(journal->reopen()); code != "done")
                      return "reopen: " + code;
                  if (countEvents(*journal) != appender.acknowledged())
                      return "lost";
                  Appender again(*journal);
                  return codeOf(again.append());
              }),
              "done");
}

} // namespace
} // namespace anjungan
