// SPDX-License-Identifier: GPL-3.0-or-later
// Proves what the journal asks of its database, and that it notices where it is not so: a schema that makes
// itself, once for many processes; partitions ahead; commits that are on disk; a log without holes; nothing
// left in a session, so that a pooler may stand between.
#include "server/postgres_store.h"
#include "support/event_chain.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <thread>

namespace anjungan::tests {
namespace {

const SodiumHasher hasher;

std::string codeOf(const Result<void>& result)
{
    return result ? "done" : result.error().code;
}

class PostgresDatabase : public testing::Test
{
protected:
    /// A database of this test's own, still empty.
    std::string newDatabase()
    {
        static int databases = 0;
        return server.url("other" + std::to_string(++databases));
    }
    static void administer(const std::string& at, const std::string& sql)
    {
        const auto done = postgres::Connection::open(at)->execute(sql);
        ASSERT_TRUE(done) << done.error().context;
    }
    static std::int64_t numberIn(const std::string& at, const std::string& sql)
    {
        const auto rows = postgres::Connection::open(at)->query(sql);
        return rows && rows->count() == 1 ? (*rows)[0].integer(0) : -1;
    }
    static Result<void> append(PostgresStore& store, const std::vector<Event>& events)
    {
        return store.journal().append(events, {});
    }

    PostgresServer& server = PostgresServer::shared();
    EventChain chain{hasher};
};

TEST_F(PostgresDatabase, KeepsNoSlips)
{
    PostgresStore store(server.url());
    const Event ticket = chain.ticket();
    EXPECT_EQ(codeOf(store.journal().append(std::vector{ticket}, std::vector{slipOf(ticket)})),
              "slips-not-kept");
    EXPECT_TRUE(append(store, {ticket})) << "it leaves no doubt";
}

TEST_F(PostgresDatabase, ManyProcessesMakeOneSchema)
{
    for (int round = 0; round < 3; ++round) {
        const std::string url = newDatabase();
        std::vector<std::thread> processes;
        std::vector<std::string> codes(8);
        for (std::string& code : codes)
            processes.emplace_back([&] {
                const auto connection = postgres::openDatabase(url);
                code = connection ? "done" : connection.error().code + " " + connection.error().context;
            });
        for (std::thread& process : processes)
            process.join();
        EXPECT_THAT(codes, testing::Each("done"));
        EXPECT_EQ(numberIn(url, "SELECT version FROM anjungan.schema_version"), postgres::schemaVersion);
    }
}

TEST_F(PostgresDatabase, ANewerSchemaIsLeftAlone)
{
    const std::string url = newDatabase();
    ASSERT_TRUE(postgres::openDatabase(url));
    administer(url, "UPDATE anjungan.schema_version SET version = version + 1");
    EXPECT_EQ(postgres::openDatabase(url).error().code, "journal-newer");
}

TEST_F(PostgresDatabase, AServerThatDoesNotSyncIsRefused)
{
    const std::string url = newDatabase();
    const auto setFsync = [&](const char* value) {
        administer(url, fmt::format("ALTER SYSTEM SET fsync = {}", value));
        administer(url, "SELECT pg_reload_conf()");
        return waitUntil(
            [&] {
                return numberIn(url, "SELECT (current_setting('fsync') = 'on')::int") ==
                       (value == std::string_view("on") ? 1 : 0);
            },
            std::chrono::seconds(5));
    };
    EXPECT_FALSE(postgres::openDatabase("postgresql://anjungan@127.0.0.1:1/none"));
    // ALTER SYSTEM may not run in a transaction of several statements, so each has one.
    ASSERT_TRUE(setFsync("off"));
    EXPECT_EQ(postgres::openDatabase(url).error().code, "journal-not-durable");
    ASSERT_TRUE(setFsync("on"));
    EXPECT_TRUE(postgres::openDatabase(url));
}

// Proved by what a commit waits for: the log of the server is on disk up to it, without anybody asking.
TEST_F(PostgresDatabase, ACommitIsOnDiskWhateverIsSetForOthers)
{
    const std::string url = newDatabase();
    administer(url, "ALTER ROLE anjungan SET synchronous_commit = off");
    {
        PostgresStore store(url);
        ASSERT_TRUE(append(store, {chain.staff()}));
        const auto own = postgres::Connection::open(url).value();
        EXPECT_EQ(numberIn(url, "SELECT (current_setting('synchronous_commit') = 'off')::int"), 1);
        auto within = postgres::Connection::open(url).value();
        ASSERT_TRUE(within.execute("BEGIN"));
        ASSERT_TRUE(within.query("SELECT anjungan.append($1,0,0,1,'{}','{}','{}','{}','{}','{}','{}','{}',"
                                 "'{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}')",
                                 postgres::Parameters().add(store.site().text())));
        EXPECT_EQ((*within.query("SELECT current_setting('synchronous_commit')"))[0].text(0), "on")
            << "until the end of the transaction that appends";
        ASSERT_TRUE(within.execute("COMMIT"));
        EXPECT_EQ((*within.query("SELECT current_setting('synchronous_commit')"))[0].text(0), "off")
            << "and not beyond";
    }
    administer(url, "ALTER ROLE anjungan RESET synchronous_commit");
}

TEST_F(PostgresDatabase, WhatWasAnsweredOutlivesACrashOfTheServer)
{
    PostgresStore store(server.url());
    std::vector<Event> events;
    for (int i = 0; i < 50; ++i) {
        events.push_back(chain.ticket());
        ASSERT_TRUE(append(store, {events.back()}));
    }
    server.crash();
    const Event late = chain.ticket();
    EXPECT_EQ(codeOf(append(store, {late})), "journal-unreachable");
    EXPECT_EQ(codeOf(store.journal().reopen()), "journal-unreachable");
    server.start();
    ASSERT_EQ(server.problem(), "");
    ASSERT_TRUE(store.journal().reopen());
    EXPECT_EQ(store.journal().head().n, 50U);
    EXPECT_TRUE(store.ownership().renew()) << "it connects by itself";
    EXPECT_TRUE(append(store, {late}));
}

TEST_F(PostgresDatabase, EventsStandInTheMonthsTheyWereStored)
{
    const std::string url = newDatabase();
    PostgresStore store(url);
    ASSERT_TRUE(append(store, {chain.staff()}));
    EXPECT_EQ(numberIn(url, "SELECT count(*) FROM pg_inherits WHERE inhparent = 'anjungan.event'::regclass"),
              postgres::monthsAhead + 2)
        << "this month, those ahead, and the default";
    EXPECT_EQ(numberIn(url, "SELECT count(*) FROM anjungan.event_default"), 0);
    EXPECT_EQ(numberIn(url, "SELECT count(*) FROM anjungan.event_" +
                                std::string((*postgres::Connection::open(url)->query(
                                    "SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY_MM')"))[0]
                                                .text(0))),
              1);
}

TEST_F(PostgresDatabase, WithoutItsMonthAnEventIsKeptByTheDefault)
{
    const std::string url = newDatabase();
    PostgresStore store(url);
    const Event first = chain.staff();
    ASSERT_TRUE(append(store, {first}));
    // As if nobody had made partitions for a year.
    administer(url, "DO $$ DECLARE month regclass; BEGIN FOR month IN SELECT inhrelid FROM pg_inherits "
                    "WHERE inhparent = 'anjungan.event'::regclass AND inhrelid::regclass::text LIKE "
                    "'%event_2%' LOOP EXECUTE 'CREATE TEMP TABLE kept AS SELECT * FROM ' || month; EXECUTE "
                    "'DROP TABLE ' || month; INSERT INTO anjungan.event SELECT * FROM kept; DROP TABLE kept; "
                    "END LOOP; END $$");
    EXPECT_EQ(numberIn(url, "SELECT count(*) FROM anjungan.event_default"), 1);
    ASSERT_TRUE(store.journal().reopen()) << "partitions are made again where they can be";
    EXPECT_EQ(numberIn(url, "SELECT count(*) FROM pg_inherits WHERE inhparent = 'anjungan.event'::regclass"),
              postgres::monthsAhead + 1);
    ASSERT_TRUE(append(store, {chain.staff()}));
    EXPECT_EQ(numberIn(url, "SELECT count(*) FROM anjungan.event_default"), 2);
    EXPECT_THAT(*store.journal().findCommand(first.act.command), testing::SizeIs(1));
    EXPECT_TRUE(*store.journal().eventAt(2));
}

TEST_F(PostgresDatabase, AHoleIsNoticed)
{
    PostgresStore store(server.url());
    ASSERT_TRUE(append(store, {chain.staff(), chain.staff(), chain.staff()}));
    const std::string where = " WHERE site = '" + store.site().text() + "' AND n = ";
    administer(server.url(), "DELETE FROM anjungan.event" + where + "2");
    EXPECT_EQ(codeOf(store.journal().read({}, [](const Event&) -> Result<void> { return {}; })),
              "journal-corrupt");
    EXPECT_EQ(codeOf(append(store, {chain.staff()})), "journal-corrupt") << "in doubt, until it is reopened";
    ASSERT_TRUE(store.journal().reopen()) << "the end is there";
    administer(server.url(), "DELETE FROM anjungan.event" + where + "3");
    EXPECT_EQ(codeOf(store.journal().reopen()), "journal-corrupt");
    EXPECT_EQ(codeOf(append(store, {chain.staff()})), "journal-corrupt");
}

TEST_F(PostgresDatabase, ALogThatEndsElsewhereIsNotContinued)
{
    PostgresStore store(server.url());
    ASSERT_TRUE(append(store, {chain.staff()}));
    const std::string where = " WHERE site = '" + store.site().text() + "'";
    administer(server.url(), "UPDATE anjungan.site SET head = 7" + where);
    EXPECT_EQ(codeOf(append(store, {chain.staff()})), "journal-conflict");
    EXPECT_EQ(numberIn(server.url(), "SELECT count(*) FROM anjungan.event" + where), 1);
    EXPECT_EQ(codeOf(store.journal().reopen()), "journal-corrupt");
}

// As after a change to a stand-by server that lagged behind.
TEST_F(PostgresDatabase, ALogThatBecameShorterIsNotContinued)
{
    PostgresStore store(server.url());
    ASSERT_TRUE(append(store, {chain.staff()}));
    ASSERT_TRUE(append(store, {chain.staff()}));
    const std::string where = " WHERE site = '" + store.site().text() + "'";
    administer(server.url(), "DELETE FROM anjungan.event" + where +
                                 " AND n = 2; DELETE FROM anjungan.event_key" + where +
                                 " AND n = 2; UPDATE anjungan.site SET head = 1" + where);
    EXPECT_EQ(codeOf(store.journal().reopen()), "journal-corrupt");
    EXPECT_EQ(codeOf(store.journal().reopen()), "journal-corrupt") << "also the next time";
    store.restart();
    EXPECT_EQ(store.journal().head().n, 1U) << "a new process knows nothing of it";
}

TEST_F(PostgresDatabase, NonsenseInARowIsNoticed)
{
    PostgresStore store(server.url());
    const Event event = chain.staff();
    ASSERT_TRUE(append(store, {event}));
    const std::string where = " WHERE site = '" + store.site().text() + "'";
    for (const char* change : {"kind = 'ticket-issued'", "body = 'nothing'", "device = 'A B'",
                               "previous = 'short'", "idx = -1", "epoch = 4294967296"}) {
        administer(server.url(), "UPDATE anjungan.event SET " + std::string(change) + where);
        (void)store.journal().reopen();
        EXPECT_EQ(store.journal().eventAt(1).error().code, "journal-corrupt") << change;
        administer(server.url(),
                   "UPDATE anjungan.event SET kind = 'staff-changed', idx = 0, epoch = 1, device = 'server', "
                   "previous = decode(repeat('00', 32), 'hex'), body = '{}'" +
                       where);
    }
}

TEST_F(PostgresDatabase, AChangedCheckpointIsPassedOver)
{
    PostgresStore store(server.url());
    ASSERT_TRUE(append(store, {chain.staff(), chain.staff(), chain.staff()}));
    for (std::uint64_t n = 1; n <= 3; ++n)
        ASSERT_TRUE(store.journal().keepCheckpoint({Position{1, n}, "state " + std::to_string(n)}));
    const std::string where = " WHERE site = '" + store.site().text() + "' AND n = ";
    administer(server.url(), "UPDATE anjungan.checkpoint SET state = 'other'" + where + "3");
    EXPECT_EQ((*store.journal().newestCheckpoint())->state, "state 2");
    administer(server.url(), "UPDATE anjungan.event SET subject = 'staff:x'" + where + "2");
    EXPECT_EQ((*store.journal().newestCheckpoint())->state, "state 1");
}

TEST_F(PostgresDatabase, OldCheckpointsMakeWay)
{
    const std::string url = newDatabase();
    PostgresStore store(url);
    for (int i = 1; i <= 40; ++i) {
        Event event = chain.staff();
        event.act.time += std::chrono::days(i);
        ASSERT_TRUE(append(store, {event}));
        ASSERT_TRUE(store.journal().keepCheckpoint({*event.position, "state"}));
    }
    EXPECT_EQ(numberIn(url, "SELECT count(*) FROM anjungan.checkpoint"), 7 + 2)
        << "the newest, and the first of every 30 days";
    EXPECT_EQ((*store.journal().newestCheckpoint())->at.n, 40U);
}

TEST_F(PostgresDatabase, NothingIsLeftInASession)
{
    const std::string url = server.pooledUrl();
    // More clients than the pooler has connections, in turn: each meets the others' connections.
    std::vector<std::unique_ptr<PostgresStore>> stores;
    for (int i = 0; i < 12; ++i)
        stores.push_back(std::make_unique<PostgresStore>(url));
    for (int round = 0; round < 5; ++round) {
        for (std::size_t i = 0; i < stores.size(); ++i) {
            const Position head = stores[i]->journal().head();
            EventChain own(hasher, 100 * i + static_cast<std::size_t>(round),
                           head.n == 0 ? Position{1, 0} : head);
            ASSERT_TRUE(append(*stores[i], {own.ticket(), own.staff("b", true)}));
            ASSERT_TRUE(stores[i]->ownership().renew());
        }
    }
    auto connection = postgres::Connection::open(url).value();
    for (int i = 0; i < 8; ++i) {
        const auto left = connection.query(
            "SELECT (SELECT count(*) FROM pg_prepared_statements), "
            "(SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'), "
            "(SELECT count(*) FROM pg_listening_channels()), "
            "(SELECT count(*) FROM pg_settings WHERE source = 'session' AND name IN "
            "('lock_timeout', 'statement_timeout', 'synchronous_commit', 'search_path')), "
            "(SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%')");
        ASSERT_TRUE(left);
        for (int column = 0; column < 5; ++column)
            EXPECT_EQ((*left)[0].integer(column), 0) << column;
    }
}

TEST_F(PostgresDatabase, ATextThatIsNoneConcernsItsEventAlone)
{
    PostgresStore store(server.url());
    Event event = chain.staff();
    const Event good = event;
    event.subject = std::string("staff:\xff", 7);
    EXPECT_EQ(codeOf(append(store, {event})), "event-invalid");
    EXPECT_TRUE(append(store, {good}));
}

} // namespace
} // namespace anjungan::tests
