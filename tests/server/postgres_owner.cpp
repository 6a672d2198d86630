// SPDX-License-Identifier: GPL-3.0-or-later
// postgres_owner URL SITE NAME: one server process beside a PostgreSQL database. Stands by until it owns
// SITE, then issues tickets and says each, after it was committed, on a line of its own:
//   owner | issued NUMBER COMMAND N | lost CODE | trouble CODE
// Renews in a thread of its own. Ends only by a signal, or with status 1 on what should not happen.
#include "server/postgres_journal.h"
#include "server/postgres_node.h"

#include <atomic>
#include <cstdio>
#include <thread>

namespace {

using namespace anjungan;
using namespace std::chrono_literals;

constexpr auto betweenTickets = 20ms;

template <typename... Words>
void say(const char* format, Words... words)
{
    std::printf(format, words...);
    std::fflush(stdout);
}

class Process
{
public:
    Process(std::string url, SiteId site, std::string name)
        : m_url(std::move(url))
        , m_site(std::move(site))
        , m_ownership(m_url, m_site, std::move(name), m_random)
    {}

    void live()
    {
        while (true) {
            const auto token = m_ownership.tryTake();
            if (token && *token)
                own(**token);
            std::this_thread::sleep_for(PostgresOwnership::renewEvery);
        }
    }

private:
    void own(OwnerToken token)
    {
        std::atomic<bool> ends{false};
        std::thread renewing([&] {
            while (!ends) {
                std::this_thread::sleep_for(PostgresOwnership::renewEvery);
                if (const Result<void> renewed = m_ownership.renew(); !renewed)
                    say("trouble %s\n", renewed.error().code.c_str());
                if (!m_ownership.isOwner())
                    return;
            }
        });
        serve(token);
        ends = true;
        renewing.join();
    }

    void serve(OwnerToken token)
    {
        auto journal = PostgresJournal::open(m_url, m_site, token, m_hasher);
        if (!journal)
            return say("lost %s\n", journal.error().code.c_str());
        tests::ServingNode node(**journal);
        if (const Result<void> opened = node.open(); !opened)
            return say("lost %s\n", opened.error().code.c_str());
        say("owner\n");
        while (issueOne(node))
            std::this_thread::sleep_for(betweenTickets);
    }

    bool issueOne(tests::ServingNode& node)
    {
        const Command command = node.issue();
        while (true) {
            const Result<Receipt> receipt = node.commit(command);
            if (receipt) {
                say("issued %s %s %llu\n", tests::numberOf(*receipt).c_str(), command.id.text().c_str(),
                    static_cast<unsigned long long>(receipt->events.front().position->n));
                return true;
            }
            if (receipt.error().code == "not-owner") {
                say("lost %s\n", receipt.error().code.c_str());
                return false;
            }
            say("trouble %s\n", receipt.error().code.c_str());
            if (receipt.error().severity != Severity::TryAgain)
                std::exit(1);
            // The same command again: it happens once.
            std::this_thread::sleep_for(100ms);
        }
    }

    std::string m_url;
    SiteId m_site;
    SystemRandom m_random;
    SodiumHasher m_hasher;
    PostgresOwnership m_ownership;
};

} // namespace

int main(int argc, char** argv)
{
    if (argc != 4)
        return 2;
    Process(argv[1], *SiteId::parse(argv[2]), argv[3]).live();
}
