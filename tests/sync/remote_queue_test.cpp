// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a queue whose authority is a server keeps the contract of QueuePort over real TLS, and comes
// through what happens to servers: they restart, vanish, answer late, turn a device away.
#include "storage/journal_backup.h"
#include "storage/system_clock.h"
#include "support/queue_port_contract.h"
#include "support/site_over_tls.h"
#include "support/site_text.h"

#include <condition_variable>
#include <filesystem>
#include <future>
#include <thread>

namespace anjungan {
namespace {

/// A test's clock that also goes on by itself, so that time-outs end.
class WallClock final : public Clock
{
public:
    explicit WallClock(const Clock& wall)
        : m_wall(wall)
    {}
    [[nodiscard]] Instant now() const override { return m_wall.now(); }
    [[nodiscard]] std::chrono::milliseconds steady() const override
    {
        return m_wall.steady() + m_system.steady();
    }

private:
    const Clock& m_wall;
    SystemClock m_system;
};

struct Remote final : PortSubject
{
    QueuePort& port() override { return *queue; }
    Actor actor() override { return manager; }

    WallClock wall{clock};
    SiteOverTls site{wall};
    SyncedClock synced{wall};
    SodiumVerifier verifier;
    Actor manager = site.managerAt("kiosk-1");
    std::unique_ptr<RemoteQueue> queue =
        std::make_unique<RemoteQueue>(site.settingsFor("kiosk-1"), synced, random, verifier);
};

using Subjects = testing::Types<Remote>;
INSTANTIATE_TYPED_TEST_SUITE_P(OverTls, QueuePortTest, Subjects);

class RemoteQueueTest : public testing::Test
{
protected:
    std::string submit(CommandBody body) { return submit(makeCommand(std::move(body))); }
    Command makeCommand(CommandBody body)
    {
        return {subject.random.makeId<CommandId>(), subject.actor(), std::move(body)};
    }
    std::string submit(const Command& command)
    {
        // Shared: an answer that comes after the wait finds it still there.
        const auto code = std::make_shared<std::promise<std::string>>();
        subject.port().submit(command, [code](const Result<Receipt>& reply) {
            code->set_value(reply ? "done" : reply.error().code);
        });
        auto answer = code->get_future();
        return answer.wait_for(15s) == std::future_status::ready ? answer.get() : "no reply";
    }
    IssueTicket issue()
    {
        IssueTicket wanted;
        wanted.ticket = subject.random.makeId<TicketId>();
        wanted.services = {*ServiceId::parse("ktp")};
        return wanted;
    }
    void SetUp() override { ASSERT_EQ(submit(PublishCatalogue{tinyCatalogue()}), "done"); }

    Remote subject;
    PortFollower follower;
};

TEST_F(RemoteQueueTest, GoesOnWhereItWasAfterTheServerRestarted)
{
    const auto subscription = subject.port().follow({}, follower.observer());
    ASSERT_TRUE(follower.waitFor([&] { return follower.positions.size() == 1; }));
    subject.site.stop();
    ASSERT_TRUE(follower.waitFor([&] { return follower.connection && !follower.connection->connected; }));
    EXPECT_TRUE(follower.connection->problem) << "and why";
    std::thread restart([&] {
        std::this_thread::sleep_for(300ms);
        subject.site.start();
    });
    EXPECT_EQ(submit(issue()), "done") << "tried until the server was back";
    restart.join();
    ASSERT_TRUE(follower.waitFor([&] { return follower.positions.size() == 2; }));
    EXPECT_TRUE(follower.waitFor([&] { return follower.connection->connected; }));
    EXPECT_TRUE(follower.hasNoGaps()) << "nothing twice, nothing missed";
    subject.port().unfollow(subscription);
}

TEST_F(RemoteQueueTest, WhoFollowsWhileTheServerIsAwayHearsSo)
{
    Remote late;
    late.site.stop();
    PortFollower first;
    const auto firstSubscription = late.port().follow({}, first.observer());
    ASSERT_TRUE(first.waitFor([&] { return first.connection.has_value(); })) << "before the first contact";
    PortFollower second;
    const auto secondSubscription = late.port().follow({}, second.observer());
    ASSERT_TRUE(second.waitFor([&] { return second.connection.has_value(); })) << "and after it was told";
    EXPECT_FALSE(second.connection->connected);
    EXPECT_TRUE(second.connection->problem);
    late.port().unfollow(firstSubscription);
    late.port().unfollow(secondSubscription);
}

TEST_F(RemoteQueueTest, GivesUpInTimeAndTheSameCommandLaterHappensOnce)
{
    subject.site.stop();
    const Command command = makeCommand(issue());
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(submit(command), "unreachable");
    const auto took = std::chrono::steady_clock::now() - begin;
    EXPECT_LT(took, 8s);
    subject.site.start();
    EXPECT_EQ(submit(command), "done");
    EXPECT_EQ(submit(command), "done");
    const auto subscription = subject.port().follow({}, follower.observer());
    ASSERT_TRUE(follower.waitFor([&] { return follower.positions.size() >= 2; }));
    EXPECT_EQ(follower.positions.size(), 2U);
    subject.port().unfollow(subscription);
}

TEST_F(RemoteQueueTest, ARefusalIsToldByItsOwnCode)
{
    IssueTicket wanted = issue();
    wanted.services = {*ServiceId::parse("nothing-of-the-kind")};
    EXPECT_EQ(submit(wanted), "service-unknown");
}

TEST_F(RemoteQueueTest, IsTurnedAwayOnceItsTokenIsRevoked)
{
    const auto subscription = subject.port().follow({}, follower.observer());
    ASSERT_TRUE(follower.waitFor([&] { return follower.connection && follower.connection->connected; }));
    ASSERT_TRUE(subject.site.devices().revoke(portDevice, subject.clock.now()));
    subject.site.feed().wakeAll();
    ASSERT_TRUE(follower.waitFor([&] {
        return !follower.connection->connected && follower.connection->problem &&
               follower.connection->problem->code == "token-unknown";
    })) << "the live log was cut, and cannot be had again";
    EXPECT_EQ(submit(issue()), "token-unknown");
    subject.port().unfollow(subscription);
}

TEST_F(RemoteQueueTest, ASecondDeviceBeginsFromTheDaysThatAreOver)
{
    ASSERT_EQ(submit(issue()), "done");
    subject.clock.advance(24h);
    EXPECT_EQ(submit(issue()), "staff-not-signed-in") << "yesterday's sign-in has ended";
    subject.manager = subject.site.managerAt("kiosk-1");
    ASSERT_EQ(submit(issue()), "done");
    SyncedClock clock(subject.wall);
    RemoteQueue second(subject.site.settingsFor("counter-1"), clock, subject.random, subject.verifier);
    std::promise<Site> caughtUp;
    Site replica;
    std::size_t told = 0;
    bool isFirst = true;
    QueuePort::Observer observer;
    observer.begin = [&](const Site& site) { replica = site; };
    observer.events = [&](std::span<const Event> events) {
        told += events.size();
        for (const Event& event : events)
            EXPECT_TRUE(applyEvent(replica, event));
        if (std::exchange(isFirst, false))
            caughtUp.set_value(replica);
    };
    const auto subscription = second.follow({}, observer);
    auto state = caughtUp.get_future();
    ASSERT_EQ(state.wait_for(10s), std::future_status::ready);
    EXPECT_EQ(told, 1U) << "of the second day alone";
    EXPECT_EQ(state.get().head().n, 3U);
    second.unfollow(subscription);
}

TEST_F(RemoteQueueTest, ALogThatWasPutBackIsFollowedAnewAndNothingComesTwiceOrIsMissed)
{
    ASSERT_EQ(submit(issue()), "done");
    const SodiumHasher hasher;
    const std::string copy = subject.site.path("copy.db");
    ASSERT_TRUE(backupJournal(subject.site.path("journal.db"), copy, hasher));
    for (int i = 0; i < 3; ++i)
        ASSERT_EQ(submit(issue()), "done");

    std::mutex mutex;
    std::condition_variable moved;
    Site replica;
    int begins = 0;
    QueuePort::Observer observer;
    observer.begin = [&](const Site& site) {
        const std::lock_guard lock(mutex);
        replica = site;
        ++begins;
    };
    observer.events = [&](std::span<const Event> events) {
        const std::lock_guard lock(mutex);
        for (const Event& event : events)
            EXPECT_TRUE(applyEvent(replica, event)) << event.position->n;
        moved.notify_all();
    };
    const auto waitFor = [&](Position head) {
        std::unique_lock lock(mutex);
        return moved.wait_for(lock, 15s, [&] { return replica.head() == head; });
    };
    const auto subscription = subject.port().follow({}, observer);
    ASSERT_TRUE(waitFor({0, 5}));

    subject.site.stop();
    for (const char* suffix : {"", "-wal", "-shm"})
        std::filesystem::remove(subject.site.path("journal.db") + suffix);
    std::filesystem::rename(copy, subject.site.path("journal.db"));
    subject.site.start();
    const auto decide = [&](CommandBody body) {
        const auto answer = std::make_shared<std::promise<Result<Receipt>>>();
        subject.site.queue().submit(
            {subject.random.makeId<CommandId>(), {*DeviceId::parse("server"), {}}, std::move(body)},
            [answer](const Result<Receipt>& reply) { answer->set_value(reply); });
        return answer->get_future().get().has_value();
    };
    ASSERT_TRUE(decide(RaiseEpoch{7}));
    for (int i = 0; i < 4; ++i)
        ASSERT_TRUE(decide(issue()));
    ASSERT_TRUE(waitFor({7, 7}));
    std::string servers;
    subject.site.feed().look([&](const Site& site) { servers = textOf(site); });
    EXPECT_EQ(textOf(replica), servers);
    EXPECT_EQ(begins, 1) << "only where the log became another";
    subject.port().unfollow(subscription);
}

TEST_F(RemoteQueueTest, AnotherSitesCertificateIsRefused)
{
    SiteOverTls other(subject.clock);
    RemoteQueue::Settings settings = subject.site.settingsFor("counter-1");
    settings.server.authorityFile = other.files().authority.string();
    settings.commandWithin = 1s;
    SyncedClock clock(subject.wall);
    RemoteQueue queue(settings, clock, subject.random, subject.verifier);
    const auto code = std::make_shared<std::promise<std::string>>();
    queue.submit(makeCommand(issue()), [code](const Result<Receipt>& reply) {
        code->set_value(reply ? "done" : reply.error().code);
    });
    EXPECT_EQ(code->get_future().get(), "certificate-refused");
}

TEST_F(RemoteQueueTest, AClockThatIsWrongByYearsIsSetByTheSiteAlone)
{
    FakeClock stopped;
    stopped.setNow(Instant(std::chrono::hours(24 * 365)));
    const WallClock dead(stopped);
    SyncedClock clock(dead);
    RemoteQueue queue(subject.site.settingsFor("counter-1"), clock, subject.random, subject.verifier);
    const auto subscription = queue.follow({}, follower.observer());
    ASSERT_TRUE(follower.waitFor([&] { return follower.connection && follower.connection->connected; }))
        << "certificates are checked at the site's time";
    EXPECT_EQ(clock.now(), subject.clock.now());
    queue.unfollow(subscription);
}

TEST_F(RemoteQueueTest, ATimeThatTheSiteDidNotSignIsNotTaken)
{
    RemoteQueue::Settings settings = subject.site.settingsFor("counter-1");
    settings.siteKey[0] ^= 1;
    FakeClock stopped;
    stopped.setNow(Instant(std::chrono::hours(24 * 365)));
    const WallClock dead(stopped);
    SyncedClock clock(dead);
    RemoteQueue queue(settings, clock, subject.random, subject.verifier);
    const auto subscription = queue.follow({}, follower.observer());
    std::this_thread::sleep_for(500ms);
    EXPECT_EQ(clock.now(), dead.now());
    EXPECT_EQ(follower.calls, 0);
    queue.unfollow(subscription);
}

TEST_F(RemoteQueueTest, WhatIsPendingAtTheEndIsAnswered)
{
    std::atomic<int> replies = 0;
    subject.site.stop();
    for (int i = 0; i < 20; ++i)
        subject.port().submit(makeCommand(issue()), [&replies](const Result<Receipt>&) { ++replies; });
    subject.queue.reset();
    EXPECT_EQ(replies, 20);
}

TEST_F(RemoteQueueTest, TriesTheNextAddressWhereNobodyListens)
{
    RemoteQueue::Settings settings = subject.site.settingsFor("counter-1");
    const std::string alive = settings.server.url;
    // Port 1 is nobody's: a process that stands by does not listen.
    settings.server.url = "https://127.0.0.1:1 " + alive + " https://127.0.0.1:2";
    SyncedClock clock(subject.wall);
    RemoteQueue queue(settings, clock, subject.random, subject.verifier);
    const auto subscription = queue.follow({}, follower.observer());
    EXPECT_TRUE(follower.waitFor([&] { return follower.connection && follower.connection->connected; }));
    const auto code = std::make_shared<std::promise<std::string>>();
    queue.submit(
        {subject.random.makeId<CommandId>(), subject.site.managerAt("counter-1"), issue()},
        [code](const Result<Receipt>& reply) { code->set_value(reply ? "done" : reply.error().code); });
    EXPECT_EQ(code->get_future().get(), "done");
    queue.unfollow(subscription);
}

} // namespace
} // namespace anjungan
