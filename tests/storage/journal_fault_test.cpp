// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that any one call to the disk and any one allocation of the database may fail: in the i-th life of a
// journal the i-th call does, for i = 1, 2, 3 … until none was left to fail. Nothing acknowledged is lost,
// nothing is there by half, the error has a documented code, and the node recovers by itself. The same with
// the authority above it: a command that failed has no effect, or is found again by its id.
//
// ANJUNGAN_SEEDS > 1 fails every call; else every few. tools/soak faults sets it.
#include "core/authority.h"
#include "storage/journal_life.h"
#include "storage/sodium.h"
#include "support/failing_memory.h"
#include "support/failing_vfs.h"
#include "support/hall.h"
#include "support/site_text.h"
#include "support/temp_directory.h"

#include <cstdio>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <map>
#include <nlohmann/json.hpp>

namespace anjungan {
namespace {

using Fault = FailingVfs::Fault;

const SodiumHasher hasher;

bool isLong()
{
    const char* text = std::getenv("ANJUNGAN_SEEDS");
    return text && std::atoi(text) > 1;
}

/// What was met over all lives.
class Tally
{
public:
    void countFault(const std::string& what) { ++m_faults[what]; }
    void countErrors(const std::vector<Error>& errors)
    {
        for (const Error& error : errors)
            ++m_codes[error.code];
    }
    void print(const std::string& name) const
    {
        const std::string line = fmt::format("{}: failed {}; told {}", name, list(m_faults), list(m_codes));
        std::printf("%s\n", line.c_str());
        testing::Test::RecordProperty(name, line);
    }

private:
    static std::string list(const std::map<std::string, int>& counts)
    {
        std::string text;
        for (const auto& [name, count] : counts)
            text += fmt::format("{}{} {}", text.empty() ? "" : ", ", name, count);
        return text;
    }

    std::map<std::string, int> m_faults;
    std::map<std::string, int> m_codes;
};

/// The codes with which a fault may be told.
std::set<std::string> codesOf(Fault fault)
{
    switch (fault) {
    case Fault::InputOutput:
        // SQLite's quick check tells a page it could not read as it tells a wrong one.
        return {"disk-error", "journal-unreachable", "journal-corrupt"};
    case Fault::Full:
        // SQLite keeps the system's reason of most calls, not of a commit's.
        return {"disk-full", "disk-error"};
    case Fault::ShortRead:
        return {}; // SQLite reads on
    }
    return {};
}

void expectCodes(const std::vector<Error>& errors, const std::set<std::string>& codes,
                 const std::string& when)
{
    for (const Error& error : errors)
        EXPECT_TRUE(codes.contains(error.code)) << when << ": " << error.code << ", " << error.context;
}

std::string nameOf(Fault fault)
{
    return fault == Fault::InputOutput ? "EIO" : fault == Fault::Full ? "ENOSPC" : "short read";
}

TEST(JournalFault, AnyCallToTheDiskMayFail)
{
    for (const Fault fault : {Fault::InputOutput, Fault::Full, Fault::ShortRead}) {
        Tally tally;
        int lives = 0;
        for (int failAt = 1;; failAt += isLong() ? 1 : 5) {
            const TempDirectory directory(TempDirectory::Place::Memory);
            JournalLife life(directory.path("journal"), hasher);
            std::string failed;
            {
                const FailingVfs vfs(failAt, fault);
                const bool recovered = life.live(1);
                life.close();
                if (!vfs.hasFailed())
                    break;
                failed =
                    fmt::format("{} of call {}, {}", nameOf(fault), failAt, FailingVfs::nameOf(vfs.failed()));
                EXPECT_TRUE(recovered) << failed;
                tally.countFault(FailingVfs::nameOf(vfs.failed()));
            }
            ++lives;
            tally.countErrors(life.errors());
            expectCodes(life.errors(), codesOf(fault), failed);
            EXPECT_EQ(life.complaintAbout(directory.path("journal"), life.acknowledged()), "") << failed;
        }
        EXPECT_GT(lives, 10) << nameOf(fault);
        tally.print(fmt::format("{} in {} lives", nameOf(fault), lives));
    }
}

TEST(JournalFault, AnyAllocationMayFail)
{
    Tally tally;
    FailingMemory memory;
    int lives = 0;
    for (int failAt = 1;; failAt += isLong() ? 1 : 29) {
        const TempDirectory directory(TempDirectory::Place::Memory);
        JournalLife life(directory.path("journal"), hasher);
        memory.failAt(failAt);
        EXPECT_TRUE(life.live(1)) << failAt;
        life.close();
        const bool came = memory.hasFailed();
        memory.failAt(0);
        if (!came)
            break;
        ++lives;
        tally.countFault("allocation");
        tally.countErrors(life.errors());
        // Closing a new journal does not tell why it could not be written whole; a roll back that found no
        // memory leaves its transaction in the way of a checkpoint.
        expectCodes(life.errors(), {"out-of-memory", "disk-error", "journal-busy"},
                    fmt::format("allocation {}", failAt));
        EXPECT_EQ(life.complaintAbout(directory.path("journal"), life.acknowledged()), "") << failAt;
    }
    EXPECT_GT(lives, 50);
    tally.print(fmt::format("memory in {} lives", lives));
}

/// Commands given to the authority over a journal that may fail.
class AuthorityLife
{
public:
    explicit AuthorityLife(std::string path)
        : m_path(std::move(path))
    {}

    /// False: it did not recover, or broke a promise (told by EXPECT).
    bool live()
    {
        if (!open())
            return false;
        const bool opened = give({PublishCatalogue{tinyCatalogue()}}) && give({ChangeStaff{m_ani, "Ani"}}) &&
                            give({ChangeCounter{m_counter, CounterPresence::Open, m_ani}, issue("ktp"),
                                  issue("kk"), issue("ktp")});
        if (!opened || !give({issue("ktp")}) || !give({CallNext{m_counter}}))
            return false;
        close();
        return open() && give({issue("kk")}) && give({issue("ktp"), issue("ktp")});
    }

    /// After the fault: all that was answered is in the journal as it was answered.
    void expectAllKept()
    {
        close();
        ASSERT_TRUE(open());
        for (const auto& [command, receipt] : m_answers)
            expectSame(receipt.events, m_journal->findCommand(command).value());
    }
    void close()
    {
        m_authority.reset();
        m_journal.reset();
    }

    [[nodiscard]] std::string complaints() const
    {
        std::string text;
        for (const Error& error : errors)
            text += fmt::format("\n{}: {}", error.code, error.context);
        return text;
    }

    std::vector<Error> errors;

private:
    IssueTicket issue(const char* service)
    {
        IssueTicket wanted;
        wanted.ticket = m_random.makeId<TicketId>();
        wanted.services = {*ServiceId::parse(service)};
        return wanted;
    }

    bool open()
    {
        for (int i = 0; i < JournalLife::triesMax && !m_authority; ++i) {
            auto journal = SqliteJournal::open(m_path, hasher);
            if (!journal) {
                errors.push_back(journal.error());
                continue;
            }
            m_journal = std::move(*journal);
            auto authority = std::make_unique<Authority>(
                Authority::Identity{*DeviceId::parse("kiosk-1"), m_random.makeId<IncarnationId>()},
                *m_journal, hasher, m_clock, SlipMaker());
            if (const Result<void> opened = authority->open(); opened) {
                m_authority = std::move(authority);
            } else {
                errors.push_back(opened.error());
                m_journal.reset();
            }
        }
        return m_authority != nullptr;
    }

    /// Until each is answered, by the same id.
    bool give(std::vector<CommandBody> bodies)
    {
        std::vector<Command> commands;
        for (CommandBody& body : bodies)
            commands.push_back(
                {m_random.makeId<CommandId>(), {*DeviceId::parse("kiosk-1"), {}}, std::move(body)});
        for (int i = 0; i < JournalLife::triesMax; ++i) {
            const auto results = m_authority->commit(commands);
            bool all = true;
            for (std::size_t k = 0; k < results.size(); ++k) {
                all = all && results[k];
                if (!results[k])
                    errors.push_back(results[k].error());
                else if (m_answers.contains(commands[k].id))
                    expectSame(m_answers[commands[k].id].events, results[k]->events);
                else
                    m_answers[commands[k].id] = *results[k];
            }
            expectLiveIsReplay();
            if (all)
                return true;
        }
        return false;
    }

    /// Where the journal can be read, which it need not be while in doubt.
    void expectLiveIsReplay()
    {
        Site replayed;
        const Result<void> read =
            m_journal->read({}, [&](const Event& event) { return applyEvent(replayed, event); });
        if (read)
            EXPECT_EQ(textOf(replayed), textOf(m_authority->site()));
        else
            errors.push_back(read.error());
    }

    static void expectSame(const std::vector<Event>& answered, const std::vector<Event>& stored)
    {
        ASSERT_EQ(answered.size(), stored.size());
        for (std::size_t i = 0; i < stored.size(); ++i)
            EXPECT_EQ(toJson(answered[i]), toJson(stored[i]));
    }

    std::string m_path;
    FakeClock m_clock;
    FixedRandom m_random{11};
    std::unique_ptr<SqliteJournal> m_journal;
    std::unique_ptr<Authority> m_authority;
    std::map<CommandId, Receipt> m_answers;
    const StaffId m_ani = *StaffId::parse("ani");
    const CounterId m_counter = *CounterId::parse("loket-1");
};

TEST(JournalFault, TheAuthorityAnswersOnlyForWhatIsStored)
{
    for (const Fault fault : {Fault::InputOutput, Fault::Full, Fault::ShortRead}) {
        Tally tally;
        int lives = 0;
        for (int failAt = 1;; failAt += isLong() ? 1 : 7) {
            const TempDirectory directory(TempDirectory::Place::Memory);
            AuthorityLife life(directory.path("journal"));
            {
                const FailingVfs vfs(failAt, fault);
                EXPECT_TRUE(life.live())
                    << failAt << ' ' << FailingVfs::nameOf(vfs.failed()) << ": " << life.complaints();
                life.close();
                if (!vfs.hasFailed())
                    break;
                tally.countFault(FailingVfs::nameOf(vfs.failed()));
            }
            ++lives;
            tally.countErrors(life.errors);
            expectCodes(life.errors, codesOf(fault), fmt::format("{} of call {}", nameOf(fault), failAt));
            life.expectAllKept();
        }
        EXPECT_GT(lives, 5) << nameOf(fault);
        tally.print(fmt::format("authority, {} in {} lives", nameOf(fault), lives));
    }
}

TEST(JournalFault, TheAuthorityNeedsNoAllocationToSucceed)
{
    Tally tally;
    FailingMemory memory;
    int lives = 0;
    for (int failAt = 1;; failAt += isLong() ? 1 : 31) {
        const TempDirectory directory(TempDirectory::Place::Memory);
        AuthorityLife life(directory.path("journal"));
        memory.failAt(failAt);
        EXPECT_TRUE(life.live()) << failAt;
        life.close();
        const bool came = memory.hasFailed();
        memory.failAt(0);
        if (!came)
            break;
        ++lives;
        tally.countFault("allocation");
        tally.countErrors(life.errors);
        expectCodes(life.errors, {"out-of-memory"}, fmt::format("allocation {}", failAt));
        life.expectAllKept();
    }
    EXPECT_GT(lives, 30);
    tally.print(fmt::format("authority, memory in {} lives", lives));
}

} // namespace
} // namespace anjungan
