// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that an append is in the log or is not, and that its caller learns which: whatever is cut, however
// late, and whoever else took the site in the meantime.
#include "server/postgres_node.h"
#include "server/postgres_proxy.h"
#include "server/postgres_store.h"
#include "support/event_chain.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <optional>
#include <thread>

namespace anjungan::tests {
namespace {

const SodiumHasher hasher;

std::string codeOf(const Result<void>& result)
{
    return result ? "done" : result.error().code;
}

std::uint64_t eventsOf(PostgresJournal& journal)
{
    std::uint64_t events = 0;
    EXPECT_TRUE(journal.read({}, [&](const Event&) -> Result<void> {
        ++events;
        return {};
    }));
    return events;
}

/// What a person with rights does to the database past this software.
void administer(const std::string& sql)
{
    const auto done = postgres::Connection::open(PostgresServer::shared().url())->execute(sql);
    ASSERT_TRUE(done) << done.error().context;
}

void endLease(const SiteId& site)
{
    administer("UPDATE anjungan.site SET lease_until = '-infinity' WHERE site = '" + site.text() + "'");
}

class Fence : public testing::TestWithParam<bool>
{
protected:
    Result<void> append(const Event& event) { return store.journal().append(std::vector{event}, {}); }

    PostgresServer& server = PostgresServer::shared();
    const std::string url = GetParam() ? server.pooledUrl() : server.url();
    TcpProxy proxy{GetParam() ? server.poolerPort() : server.port()};
    PostgresStore store{server.urlAt(proxy.port())};
    EventChain chain{hasher};
};
INSTANTIATE_TEST_SUITE_P(Postgres, Fence, testing::Bool(),
                         [](const auto& given) { return given.param ? "Pooled" : "Direct"; });

TEST_P(Fence, OneThatWasReplacedWritesNothing)
{
    ASSERT_TRUE(append(chain.staff()));
    PostgresStore other(url, store.site());
    EXPECT_EQ(*other.ownership().tryTake(), std::nullopt) << "the first one lives";
    endLease(store.site());
    EXPECT_EQ(other.journal().head(), (Position{1, 1})) << "a take-over does not raise the epoch";

    const Event late = chain.staff();
    EXPECT_EQ(codeOf(append(late)), "not-owner");
    EXPECT_EQ(append(late).error().severity, Severity::Fatal);
    EXPECT_EQ(codeOf(store.journal().reopen()), "not-owner");
    EXPECT_EQ(codeOf(append(late)), "not-owner");
    EXPECT_EQ(codeOf(store.ownership().renew()), "not-owner");
    EXPECT_FALSE(store.ownership().isOwner());
    EXPECT_EQ(eventsOf(other.journal()), 1U);
    EXPECT_TRUE(other.journal().append(std::vector{late}, {})) << "nothing of it was there";
}

TEST_P(Fence, OneThatWasReplacedKeepsNoCheckpoint)
{
    ASSERT_TRUE(append(chain.staff()));
    endLease(store.site());
    PostgresStore other(url, store.site());
    other.journal();
    EXPECT_EQ(codeOf(store.journal().keepCheckpoint({Position{1, 1}, "state"})), "not-owner");
    EXPECT_EQ(*other.journal().newestCheckpoint(), std::nullopt);
}

TEST_P(Fence, AnOpeningClosesTheOneBefore)
{
    ASSERT_TRUE(append(chain.staff()));
    const auto token = store.ownership().tryTake();
    const auto second = PostgresJournal::open(url, store.site(), **token, hasher).value();
    const Event next = chain.staff();
    EXPECT_EQ(codeOf(append(next)), "not-owner");
    EXPECT_TRUE(second->append(std::vector{next}, {}));
}

TEST_P(Fence, AnAppendWhoseAnswerWasLostIsFound)
{
    ASSERT_TRUE(append(chain.staff()));
    const Event event = chain.ticket();
    proxy.cut(TcpProxy::Cut::Answer);
    EXPECT_EQ(codeOf(append(event)), "journal-unreachable");
    EXPECT_EQ(store.journal().findCommand(event.act.command).error().code, "journal-unreachable")
        << "nobody is answered before it is known";
    ASSERT_TRUE(store.journal().reopen());
    EXPECT_THAT(*store.journal().findCommand(event.act.command), testing::SizeIs(1));
    EXPECT_EQ(store.journal().head().n, 2U);
    EXPECT_TRUE(append(chain.staff()));
}

TEST_P(Fence, AnAppendThatNeverArrivedIsNotFound)
{
    ASSERT_TRUE(append(chain.staff()));
    const Event event = chain.ticket();
    proxy.cut(TcpProxy::Cut::Request);
    EXPECT_EQ(codeOf(append(event)), "journal-unreachable");
    ASSERT_TRUE(store.journal().reopen());
    EXPECT_THAT(*store.journal().findCommand(event.act.command), testing::IsEmpty());
    EXPECT_TRUE(append(event));
}

// The dangerous one: after "it is not there" was said, it must not come.
TEST_P(Fence, AnAppendThatArrivesAfterTheReopeningIsNotWritten)
{
    ASSERT_TRUE(append(chain.staff()));
    const Event event = chain.ticket();
    proxy.hold();
    EXPECT_EQ(codeOf(append(event)), "journal-unreachable") << "a silent server is given up";
    ASSERT_TRUE(proxy.holdsOne());
    ASSERT_TRUE(store.journal().reopen());
    EXPECT_THAT(*store.journal().findCommand(event.act.command), testing::IsEmpty());
    proxy.release();
    ASSERT_TRUE(store.journal().reopen());
    EXPECT_EQ(store.journal().head().n, 1U);
    EXPECT_EQ(eventsOf(store.journal()), 1U);
}

TEST_P(Fence, AnAppendThatWaitsTooLongLeavesNoTrace)
{
    ASSERT_TRUE(append(chain.staff()));
    auto somebody = postgres::Connection::open(server.url()).value();
    ASSERT_TRUE(somebody.execute("BEGIN; LOCK TABLE anjungan.event_key IN SHARE MODE"));
    const Event event = chain.ticket();
    EXPECT_EQ(codeOf(append(event)), "journal-busy");
    ASSERT_TRUE(somebody.execute("ROLLBACK"));
    EXPECT_TRUE(append(event)) << "nothing happened, and it leaves no doubt";
    EXPECT_EQ(eventsOf(store.journal()), 2U);
}

TEST_P(Fence, AnAppendWhoseBackendEndsIsUnknownUntilItIsReopened)
{
    using namespace std::chrono_literals;
    ASSERT_TRUE(append(chain.staff()));
    auto somebody = postgres::Connection::open(server.url()).value();
    ASSERT_TRUE(somebody.execute("BEGIN; LOCK TABLE anjungan.event_key IN SHARE MODE"));
    const Event event = chain.ticket();
    std::string code;
    std::thread owner([&] { code = codeOf(append(event)); });
    auto administrator = postgres::Connection::open(server.url()).value();
    EXPECT_TRUE(waitUntil(
        [&] {
            const auto ended = administrator.query(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
                "WHERE query LIKE 'SELECT anjungan.append%' AND wait_event_type = 'Lock'");
            return ended && (*ended)[0].integer(0) == 1;
        },
        2s));
    owner.join();
    EXPECT_EQ(code, "journal-unreachable");
    EXPECT_EQ(codeOf(append(event)), "journal-unreachable");
    ASSERT_TRUE(somebody.execute("ROLLBACK"));
    ASSERT_TRUE(store.journal().reopen());
    EXPECT_EQ(eventsOf(store.journal()), 1U);
    EXPECT_TRUE(append(event));
}

TEST_P(Fence, AReopeningWaitsForWhatIsStillUnderWay)
{
    ASSERT_TRUE(append(chain.staff()));
    // As an append of this term does that was sent, and is not yet committed.
    auto underWay = postgres::Connection::open(server.url()).value();
    ASSERT_TRUE(underWay.execute("BEGIN; UPDATE anjungan.site SET head = head WHERE site = '" +
                                 store.site().text() + "'"));
    EXPECT_EQ(codeOf(store.journal().reopen()), "journal-busy");
    EXPECT_EQ(store.journal().eventAt(1).error().code, "journal-busy") << "nothing is known yet";
    ASSERT_TRUE(underWay.execute("ROLLBACK"));
    ASSERT_TRUE(store.journal().reopen());
    EXPECT_TRUE(append(chain.staff()));
}

/// Does again what failed, as a real node does.
bool insist(const std::function<bool()>& attempt)
{
    for (int tries = 0; tries < 4; ++tries) {
        if (attempt())
            return true;
    }
    return false;
}

/// A short day of a server: takes the site, opens, issues three tickets, renews. Complains where it did not
/// recover, or something happened twice or not at all.
void liveADay(PostgresStore& store)
{
    std::optional<OwnerToken> token;
    std::unique_ptr<PostgresJournal> journal;
    std::optional<ServingNode> node;
    ASSERT_TRUE(insist([&] {
        token = store.ownership().tryTake().value_or(std::nullopt);
        return token.has_value();
    }));
    ASSERT_TRUE(insist([&] {
        node.reset();
        auto opened = PostgresJournal::open(store.url(), store.site(), *token, hasher);
        if (!opened)
            return false;
        journal = std::move(*opened);
        return node.emplace(*journal).open().has_value();
    }));
    for (const char* number : {"A-001", "A-002", "A-003"}) {
        const Command command = node->issue();
        Result<Receipt> receipt = refuse("not-tried");
        ASSERT_TRUE(insist([&] {
            receipt = node->commit(command);
            return receipt.has_value();
        })) << receipt.error().code;
        EXPECT_EQ(numberOf(*receipt), number);
    }
    ASSERT_TRUE(insist([&] { return store.ownership().renew().has_value(); }));
}

// Every message is lost once, or its answer is, those of connecting too.
TEST_P(Fence, EveryMessageMayBeLost)
{
    for (const auto what : {TcpProxy::Cut::Request, TcpProxy::Cut::Answer}) {
        int message = 0;
        for (bool wasCut = true; wasCut; ++message) {
            SCOPED_TRACE(fmt::format("cut {} of message {}",
                                     what == TcpProxy::Cut::Request ? "before" : "after", message));
            PostgresStore day(server.urlAt(proxy.port()));
            proxy.cut(what, message);
            ASSERT_NO_FATAL_FAILURE(liveADay(day));
            wasCut = !proxy.isArmed();
            proxy.disarm();
            const auto journal =
                PostgresJournal::open(url, day.site(), **day.ownership().tryTake(), hasher).value();
            EXPECT_EQ(eventsOf(*journal), 4U) << "the catalogue and three tickets";
        }
        EXPECT_GT(message, 15) << "hardly anything was cut";
        std::printf("%d messages\n", message - 1);
    }
}

TEST_P(Fence, SitesOfOneDatabaseKnowNothingOfEachOther)
{
    PostgresStore other(url);
    const Event ticket = chain.ticket();
    EXPECT_TRUE(append(ticket));
    EXPECT_TRUE(other.journal().append(std::vector{ticket}, {})) << "the same ids in another log";
    EXPECT_TRUE(store.ownership().renew());
    EXPECT_TRUE(other.ownership().renew());
    EXPECT_EQ(eventsOf(store.journal()), 1U);
}

TEST_P(Fence, GivenUpItIsTakenAtOnceAndClosed)
{
    ASSERT_TRUE(append(chain.staff()));
    ASSERT_TRUE(store.ownership().giveUp());
    EXPECT_EQ(codeOf(append(chain.staff())), "not-owner");
    PostgresStore other(url, store.site());
    EXPECT_EQ(other.journal().head().n, 1U);
    EXPECT_EQ(codeOf(store.ownership().giveUp()), "not-owner");
}

TEST_P(Fence, ALeaseEndsByTheDatabasesClock)
{
    using namespace std::chrono_literals;
    ASSERT_TRUE(append(chain.staff()));
    const auto begin = std::chrono::steady_clock::now();
    ASSERT_TRUE(store.ownership().renew());
    PostgresStore other(url, store.site());
    ASSERT_TRUE(waitUntil(
        [&] {
            const auto token = other.ownership().tryTake();
            return token && *token;
        },
        PostgresOwnership::lease + 2s));
    EXPECT_GE(std::chrono::steady_clock::now() - begin, PostgresOwnership::lease);
    EXPECT_EQ(codeOf(store.ownership().renew()), "not-owner");
    EXPECT_TRUE(other.ownership().renew());
    EXPECT_EQ(*store.ownership().tryTake(), std::nullopt);
}

TEST_P(Fence, ALeaseFromAClockThatWasSetBackKeepsNobodyOut)
{
    ASSERT_TRUE(append(chain.staff()));
    PostgresStore other(url, store.site());
    administer("UPDATE anjungan.site SET lease_until = clock_timestamp() + interval '9 s' WHERE site = '" +
               store.site().text() + "'");
    EXPECT_EQ(*other.ownership().tryTake(), std::nullopt);
    administer("UPDATE anjungan.site SET lease_until = clock_timestamp() + interval '1 hour' WHERE site = '" +
               store.site().text() + "'");
    EXPECT_NE(*other.ownership().tryTake(), std::nullopt);
}

} // namespace
} // namespace anjungan::tests
