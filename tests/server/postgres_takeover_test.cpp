// SPDX-License-Identifier: GPL-3.0-or-later
// Proves with real processes on a real server that one owns a site: when the owner is killed, stopped or cut
// off, the other takes over soon after its lease; the owner that wakes writes nothing; no position and no
// number is given twice, and nothing that was answered is lost.
#include "server/postgres_node.h"
#include "server/postgres_store.h"

#include <fstream>
#include <gmock/gmock.h>
#include <map>
#include <set>
#include <sstream>

namespace anjungan::tests {
namespace {

using namespace std::chrono_literals;

struct Issue
{
    std::string number;
    std::string command;
    std::uint64_t n = 0;
};

/// A process that stands by or owns.
class OwnerProcess
{
public:
    OwnerProcess(const std::string& url, const SiteId& site, const std::string& name)
        : m_program({POSTGRES_OWNER, url + "?application_name=" + name, site.text(), name},
                    m_folder.path("said"))
    {}

    [[nodiscard]] pid_t pid() const { return m_program.pid(); }
    void stop() { ::kill(pid(), SIGSTOP); }
    void wake() { ::kill(pid(), SIGCONT); }
    void kill() { m_program.kill(); }
    [[nodiscard]] bool isRunning() { return m_program.isRunning(); }

    /// Whole lines only: one may be half written.
    [[nodiscard]] std::vector<std::string> said() const
    {
        std::ifstream file(m_folder.path("said"));
        std::stringstream text;
        text << file.rdbuf();
        std::vector<std::string> lines;
        for (std::string line; std::getline(text, line) && !text.eof();)
            lines.push_back(line);
        return lines;
    }
    [[nodiscard]] int count(const std::string& beginning) const
    {
        return static_cast<int>(
            std::ranges::count_if(said(), [&](const auto& line) { return line.starts_with(beginning); }));
    }
    [[nodiscard]] std::vector<Issue> issues() const
    {
        std::vector<Issue> issues;
        for (const std::string& line : said()) {
            std::istringstream words(line);
            std::string word;
            Issue issue;
            if (words >> word >> issue.number >> issue.command >> issue.n && word == "issued")
                issues.push_back(issue);
        }
        return issues;
    }
    /// Waits until it has issued `more` tickets beyond those of now.
    [[nodiscard]] bool issuesMore(int more, std::chrono::milliseconds limit) const
    {
        const int before = count("issued");
        return waitUntil([&] { return count("issued") >= before + more; }, limit);
    }

private:
    TempDirectory m_folder;
    Program m_program;
};

/// A lease, what a stand-by sleeps between two looks, and a slow machine.
constexpr std::chrono::milliseconds takenOverWithin =
    PostgresOwnership::lease + PostgresOwnership::renewEvery + 4'000ms;

class Takeover : public testing::Test
{
protected:
    /// `first` owns, `second` stands by.
    void start(const std::string& firstUrl, const std::string& secondUrl)
    {
        first = std::make_unique<OwnerProcess>(firstUrl, site, "first");
        ASSERT_TRUE(first->issuesMore(20, 20s));
        second = std::make_unique<OwnerProcess>(secondUrl, site, "second");
        std::this_thread::sleep_for(2s);
        ASSERT_EQ(second->count("owner"), 0) << "one lives";
    }

    void expectTakenOver()
    {
        const auto begin = std::chrono::steady_clock::now();
        EXPECT_TRUE(second->issuesMore(1, takenOverWithin)) << "nobody took over";
        const auto passed =
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
        RecordProperty("taken over after ms", static_cast<int>(passed.count()));
        std::printf("taken over after %d ms\n", static_cast<int>(passed.count()));
    }

    /// Ends both, reads the whole log as the next owner would, and compares it with what they said.
    void expectOneHistory()
    {
        first->kill();
        second->kill();
        PostgresStore store(server.url(), site);
        // Nobody lives any more; waiting for the lease's end is proved elsewhere.
        ASSERT_TRUE(postgres::Connection::open(server.url())
                        ->query("UPDATE anjungan.site SET lease_until = '-infinity' WHERE site = $1",
                                postgres::Parameters().add(site.text())));
        std::set<std::string> numbers;
        std::map<std::string, std::uint64_t> commands;
        const auto read = store.journal().read({}, [&](const Event& event) -> Result<void> {
            if (const auto* issued = std::get_if<TicketIssued>(&event.body)) {
                EXPECT_TRUE(numbers.insert(issued->number.text()).second) << issued->number.text();
                EXPECT_TRUE(commands.emplace(event.act.command.text(), event.position->n).second);
            }
            return {};
        });
        ASSERT_TRUE(read) << read.error().context;
        std::set<std::string> said;
        for (const auto* process : {first.get(), second.get()}) {
            for (const Issue& issue : process->issues()) {
                EXPECT_TRUE(said.insert(issue.number).second) << issue.number << " was said twice";
                EXPECT_EQ(commands[issue.command], issue.n) << issue.number << " was answered and is lost";
            }
        }
        EXPECT_GT(said.size(), 20U);
        ServingNode next(store.journal());
        EXPECT_TRUE(next.authority().open()) << "the log is one that an authority can have written";
    }

    PostgresServer& server = PostgresServer::shared();
    SiteId site = newSite();
    std::unique_ptr<OwnerProcess> first;
    std::unique_ptr<OwnerProcess> second;
};

TEST_F(Takeover, OfAKilledOwner)
{
    ASSERT_NO_FATAL_FAILURE(start(server.url(), server.url()));
    first->kill();
    expectTakenOver();
    expectOneHistory();
}

TEST_F(Takeover, OfAKilledOwnerThroughThePooler)
{
    ASSERT_NO_FATAL_FAILURE(start(server.pooledUrl(), server.pooledUrl()));
    first->kill();
    expectTakenOver();
    expectOneHistory();
}

TEST_F(Takeover, OfAStoppedOwnerThatWritesNothingWhenItWakes)
{
    ASSERT_NO_FATAL_FAILURE(start(server.url(), server.pooledUrl()));
    first->stop();
    expectTakenOver();
    const int before = first->count("issued");
    first->wake();
    EXPECT_TRUE(waitUntil([&] { return first->count("lost not-owner") == 1; }, 3s));
    EXPECT_TRUE(second->issuesMore(20, 10s)) << "the one that took over goes on";
    // What was committed before it was stopped may have been left to say.
    EXPECT_LE(first->count("issued"), before + 1);
    EXPECT_EQ(first->count("owner"), 1);
    EXPECT_TRUE(first->isRunning()) << "it stands by";
    expectOneHistory();
}

TEST_F(Takeover, DoesNotHappenWhereTheOwnerOnlyHasToConnectAgain)
{
    ASSERT_NO_FATAL_FAILURE(start(server.url(), server.url()));
    auto administrator = postgres::Connection::open(server.url()).value();
    for (int i = 0; i < 5; ++i) {
        ASSERT_TRUE(administrator.query("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
                                        "WHERE application_name = 'first'"));
        EXPECT_TRUE(first->issuesMore(5, 5s)) << "it goes on";
    }
    EXPECT_GE(first->count("trouble journal-unreachable"), 1) << "nothing was cut";
    EXPECT_EQ(second->count("owner"), 0);
    expectOneHistory();
}

TEST_F(Takeover, OfAnOwnerThatIsCutOff)
{
    ASSERT_NO_FATAL_FAILURE(start(server.pooledUrl(), server.url()));
    server.stopPooler();
    expectTakenOver();
    server.startPooler();
    ASSERT_EQ(server.problem(), "");
    EXPECT_TRUE(waitUntil([&] { return first->count("lost not-owner") == 1; }, 10s));
    EXPECT_TRUE(second->issuesMore(20, 10s));
    expectOneHistory();
}

TEST_F(Takeover, GoesBackAndForth)
{
    ASSERT_NO_FATAL_FAILURE(start(server.url(), server.pooledUrl()));
    for (int takeovers = 0; takeovers < 2; ++takeovers) {
        first->stop();
        expectTakenOver();
        first->wake();
        ASSERT_TRUE(waitUntil([&] { return first->count("lost not-owner") == 1; }, 3s));
        std::swap(first, second);
    }
    expectOneHistory();
}

} // namespace
} // namespace anjungan::tests
