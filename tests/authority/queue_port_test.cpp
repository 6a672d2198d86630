// SPDX-License-Identifier: GPL-3.0-or-later
// The contract of QueuePort, kept by the embedded authority on its own thread and by the direct one that
// faces are tested on: a reply exactly once and after its events, followers without gaps, silence after
// unfollow.
#include "authority/embedded_queue.h"
#include "storage/sodium.h"
#include "storage/sqlite_journal.h"
#include "storage/system_clock.h"
#include "storage/system_random.h"
#include "support/catalogues.h"
#include "support/direct_queue.h"
#include "support/site_text.h"
#include "support/temp_directory.h"

#include <condition_variable>
#include <future>
#include <gtest/gtest.h>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

namespace anjungan {
namespace {

using namespace std::chrono_literals;

const DeviceId device = *DeviceId::parse("kiosk-1");

/// A queue, whatever it is made of; the clock stands on an open morning.
struct Subject
{
    virtual ~Subject() = default;
    virtual QueuePort& port() = 0;
    FakeClock clock;
    SystemRandom random;
};

struct Embedded final : Subject
{
    Embedded()
        : journal(*SqliteJournal::open(folder.path() + "/journal.db", hasher))
        , authority({device, random.makeId<IncarnationId>()}, *journal, hasher, clock, {})
    {
        if (!authority.open())
            std::abort();
        queue = std::make_unique<EmbeddedQueue>(authority, *journal, clock, random, device);
    }
    QueuePort& port() override { return *queue; }

    TempDirectory folder;
    SodiumHasher hasher;
    std::unique_ptr<SqliteJournal> journal;
    Authority authority;
    std::unique_ptr<EmbeddedQueue> queue;
};

struct Direct final : Subject
{
    QueuePort& port() override { return queue; }
    DirectQueue queue{clock};
};

/// Collects what a follower is told.
struct Follower
{
    QueuePort::Observer observer()
    {
        return {[this](std::span<const Event> events) {
                    const std::lock_guard lock(mutex);
                    ++calls;
                    for (const Event& event : events)
                        positions.push_back(event.position->n);
                    changed.notify_all();
                },
                [this](const Connection& told) {
                    const std::lock_guard lock(mutex);
                    connection = told;
                    changed.notify_all();
                }};
    }
    bool waitFor(const std::function<bool()>& isDone)
    {
        std::unique_lock lock(mutex);
        return changed.wait_for(lock, 10s, isDone);
    }
    bool hasNoGaps(std::uint64_t from = 1)
    {
        const std::lock_guard lock(mutex);
        for (std::size_t i = 0; i < positions.size(); ++i) {
            if (positions[i] != from + i)
                return false;
        }
        return true;
    }

    std::mutex mutex;
    std::condition_variable changed;
    std::vector<std::uint64_t> positions;
    int calls = 0;
    std::optional<Connection> connection;
};

template <typename T>
class QueuePortTest : public testing::Test
{
protected:
    Result<Receipt> submit(CommandBody body)
    {
        return submit(Command{subject.random.template makeId<CommandId>(), {device, {}}, std::move(body)});
    }
    Result<Receipt> submit(const Command& command)
    {
        std::mutex mutex;
        std::condition_variable changed;
        std::optional<Result<Receipt>> reply;
        subject.port().submit(command, [&](const Result<Receipt>& got) {
            const std::lock_guard lock(mutex);
            EXPECT_FALSE(reply) << "a second reply";
            reply = got;
            changed.notify_all();
        });
        std::unique_lock lock(mutex);
        if (!changed.wait_for(lock, 10s, [&] { return reply.has_value(); }))
            return refuse("no-reply");
        return *reply;
    }
    IssueTicket issue()
    {
        IssueTicket wanted;
        wanted.ticket = subject.random.template makeId<TicketId>();
        wanted.services = {*ServiceId::parse("ktp")};
        return wanted;
    }

    T subject;
};

using Subjects = testing::Types<Embedded, Direct>;
TYPED_TEST_SUITE(QueuePortTest, Subjects);

TYPED_TEST(QueuePortTest, RepliesWithTheEventsOrTheReason)
{
    EXPECT_EQ(this->submit(this->issue()).error().code, "no-catalogue");
    ASSERT_TRUE(this->submit(PublishCatalogue{tinyCatalogue()}));
    const auto receipt = this->submit(this->issue());
    ASSERT_TRUE(receipt);
    ASSERT_EQ(receipt->events.size(), 1U);
    EXPECT_EQ(receipt->events[0].position->n, 2U);
}

TYPED_TEST(QueuePortTest, ARetryHasTheSameAnswer)
{
    ASSERT_TRUE(this->submit(PublishCatalogue{tinyCatalogue()}));
    const Command command{this->subject.random.template makeId<CommandId>(), {device, {}}, this->issue()};
    const auto first = this->submit(command);
    const auto second = this->submit(command);
    ASSERT_TRUE(first && second);
    EXPECT_EQ(toJson(first->events[0]), toJson(second->events[0]));
}

TYPED_TEST(QueuePortTest, AFollowerIsToldWhatItMissedOnceAndThenWhatHappens)
{
    ASSERT_TRUE(this->submit(PublishCatalogue{tinyCatalogue()}));
    ASSERT_TRUE(this->submit(this->issue()));
    Follower fromTheStart;
    Follower fromNow;
    const auto one = this->subject.port().follow({}, fromTheStart.observer());
    const auto two = this->subject.port().follow({0, 2}, fromNow.observer());
    ASSERT_TRUE(fromNow.waitFor([&] { return fromNow.calls == 1 && fromNow.connection; }))
        << "told of nothing missed";
    EXPECT_TRUE(fromNow.connection->connected);
    ASSERT_TRUE(fromTheStart.waitFor([&] { return fromTheStart.positions.size() == 2; }));
    EXPECT_EQ(fromTheStart.calls, 1);
    for (int i = 0; i < 20; ++i)
        ASSERT_TRUE(this->submit(this->issue()));
    ASSERT_TRUE(fromTheStart.waitFor([&] { return fromTheStart.positions.size() == 22; }));
    ASSERT_TRUE(fromNow.waitFor([&] { return fromNow.positions.size() == 20; }));
    EXPECT_TRUE(fromTheStart.hasNoGaps());
    EXPECT_TRUE(fromNow.hasNoGaps(3));
    this->subject.port().unfollow(one);
    this->subject.port().unfollow(two);
}

TYPED_TEST(QueuePortTest, TheEventsOfAReplyCameBeforeIt)
{
    ASSERT_TRUE(this->submit(PublishCatalogue{tinyCatalogue()}));
    Follower follower;
    const auto subscription = this->subject.port().follow({}, follower.observer());
    for (int i = 0; i < 10; ++i) {
        const auto receipt = this->submit(this->issue());
        ASSERT_TRUE(receipt);
        const std::lock_guard lock(follower.mutex);
        EXPECT_EQ(follower.positions.back(), receipt->events[0].position->n);
    }
    this->subject.port().unfollow(subscription);
}

TYPED_TEST(QueuePortTest, IsSilentAfterUnfollow)
{
    ASSERT_TRUE(this->submit(PublishCatalogue{tinyCatalogue()}));
    Follower follower;
    const auto subscription = this->subject.port().follow({}, follower.observer());
    ASSERT_TRUE(follower.waitFor([&] { return follower.positions.size() == 1; }));
    this->subject.port().unfollow(subscription);
    ASSERT_TRUE(this->submit(this->issue()));
    EXPECT_EQ(follower.positions.size(), 1U);
}

TEST(EmbeddedQueueTest, ManyThreadsGetOneRowOfNumbers)
{
    Embedded subject;
    std::mutex mutex;
    std::set<std::string> numbers;
    std::atomic<int> replies = 0;
    subject.queue->submit(
        {subject.random.makeId<CommandId>(), {device, {}}, PublishCatalogue{tinyCatalogue()}},
        [](const Result<Receipt>& reply) { ASSERT_TRUE(reply); });
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&] {
            for (int i = 0; i < 100; ++i) {
                IssueTicket wanted;
                wanted.ticket = subject.random.makeId<TicketId>();
                wanted.services = {*ServiceId::parse("ktp")};
                subject.queue->submit({subject.random.makeId<CommandId>(), {device, {}}, wanted},
                                      [&](const Result<Receipt>& reply) {
                                          const std::lock_guard lock(mutex);
                                          numbers.insert(
                                              std::get<TicketIssued>(reply->events[0].body).number.text());
                                          ++replies;
                                      });
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    const auto deadline = std::chrono::steady_clock::now() + 20s;
    while (replies < 400 && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(1ms);
    const std::lock_guard lock(mutex);
    EXPECT_EQ(numbers.size(), 400U);
    EXPECT_EQ(*numbers.rbegin(), "A-400");
}

TEST(EmbeddedQueueTest, ACallThatNobodyAcknowledgesGoesBackByItself)
{
    Embedded subject;
    Follower follower;
    const CounterId counter = *CounterId::parse("loket-1");
    const StaffId ani = *StaffId::parse("ani");
    IssueTicket wanted;
    wanted.ticket = subject.random.makeId<TicketId>();
    wanted.services = {*ServiceId::parse("ktp")};
    const auto subscription = subject.queue->follow({}, follower.observer());
    for (const CommandBody& body : std::initializer_list<CommandBody>{
             PublishCatalogue{tinyCatalogue()}, ChangeStaff{ani, "Ani"},
             ChangeCounter{counter, CounterPresence::Open, ani}, wanted, CallNext{counter}}) {
        subject.queue->submit({subject.random.makeId<CommandId>(), {device, {}}, body},
                              [](const Result<Receipt>& reply) { EXPECT_TRUE(reply); });
    }
    ASSERT_TRUE(follower.waitFor([&] { return follower.positions.size() == 5; }));
    subject.clock.advance(acknowledgeWithin + 1s);
    EXPECT_TRUE(follower.waitFor([&] { return follower.positions.size() == 6; }));
    subject.queue->unfollow(subscription);
}

TEST(EmbeddedQueueTest, WhatIsPendingAtTheEndIsAnswered)
{
    std::atomic<int> replies = 0;
    {
        Embedded subject;
        for (int i = 0; i < 500; ++i)
            subject.queue->submit(
                {subject.random.makeId<CommandId>(), {device, {}}, PublishCatalogue{tinyCatalogue()}},
                [&replies](const Result<Receipt>&) { ++replies; });
    }
    EXPECT_EQ(replies, 500);
}

TEST(EmbeddedQueueAlone, TellsTheDaysThatAreOverAsOneStateToWhomTakesIt)
{
    Embedded subject;
    const auto submit = [&subject](CommandBody body) {
        std::promise<std::string> code;
        subject.port().submit(
            {subject.random.makeId<CommandId>(), {device, {}}, std::move(body)},
            [&code](const Result<Receipt>& reply) { code.set_value(reply ? "done" : reply.error().code); });
        return code.get_future().get();
    };
    const auto issue = [&] {
        IssueTicket wanted;
        wanted.ticket = subject.random.makeId<TicketId>();
        wanted.services = {*ServiceId::parse("ktp")};
        return submit(wanted);
    };
    ASSERT_EQ(submit(PublishCatalogue{tinyCatalogue()}), "done");
    ASSERT_EQ(issue(), "done");
    subject.clock.advance(24h);
    ASSERT_EQ(issue(), "done");
    ASSERT_EQ(issue(), "done");

    std::promise<void> caughtUp;
    Site replica;
    std::size_t told = 0;
    QueuePort::Observer observer;
    observer.begin = [&replica](const Site& site) { replica = site; };
    observer.events = [&](std::span<const Event> events) {
        told += events.size();
        for (const Event& event : events)
            EXPECT_TRUE(applyEvent(replica, event));
        caughtUp.set_value();
    };
    const auto subscription = subject.port().follow({}, observer);
    ASSERT_EQ(caughtUp.get_future().wait_for(5s), std::future_status::ready);
    subject.port().unfollow(subscription);
    EXPECT_EQ(told, 2U) << "today's alone";
    subject.queue.reset();
    EXPECT_EQ(textOf(replica), textOf(subject.authority.site()));
}

} // namespace
} // namespace anjungan
