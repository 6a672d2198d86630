// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that the embedded authority on its own thread, and the direct one that faces are tested on, keep the
// contract of QueuePort; and of the embedded one what only it does.
#include "authority/embedded_queue.h"
#include "storage/sodium.h"
#include "storage/sqlite_journal.h"
#include "storage/system_clock.h"
#include "storage/system_random.h"
#include "support/direct_queue.h"
#include "support/queue_port_contract.h"
#include "support/site_text.h"
#include "support/temp_directory.h"

#include <future>
#include <mutex>
#include <set>
#include <thread>

namespace anjungan {
namespace {

const DeviceId device = portDevice;

struct Embedded final : PortSubject
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

struct Direct final : PortSubject
{
    QueuePort& port() override { return queue; }
    DirectQueue queue{clock};
};

using Subjects = testing::Types<Embedded, Direct>;
INSTANTIATE_TYPED_TEST_SUITE_P(InThisProcess, QueuePortTest, Subjects);

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
    PortFollower follower;
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
