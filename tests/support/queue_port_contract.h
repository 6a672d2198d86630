// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/queue_port.h"
#include "storage/system_random.h"
#include "support/catalogues.h"
#include "support/fake_clock.h"
#include "support/port_follower.h"

#include <condition_variable>
#include <gtest/gtest.h>
#include <mutex>
#include <nlohmann/json.hpp>

/// The contract of QueuePort, as one suite for whatever is behind it: a reply exactly once and after its
/// events, followers without gaps, silence after unfollow.
namespace anjungan {

inline const DeviceId portDevice = *DeviceId::parse("kiosk-1");

/// A queue, whatever it is made of; the clock stands on an open morning.
struct PortSubject
{
    virtual ~PortSubject() = default;
    virtual QueuePort& port() = 0;
    /// Who does all of it.
    virtual Actor actor() { return {portDevice, std::nullopt}; }
    FakeClock clock;
    SystemRandom random;
};

template <typename T>
class QueuePortTest : public testing::Test
{
protected:
    Result<Receipt> submit(CommandBody body)
    {
        return submit(
            Command{subject.random.template makeId<CommandId>(), this->subject.actor(), std::move(body)});
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

TYPED_TEST_SUITE_P(QueuePortTest);

TYPED_TEST_P(QueuePortTest, RepliesWithTheEventsOrTheReason)
{
    EXPECT_EQ(this->submit(this->issue()).error().code, "no-catalogue");
    ASSERT_TRUE(this->submit(PublishCatalogue{tinyCatalogue()}));
    const auto receipt = this->submit(this->issue());
    ASSERT_TRUE(receipt);
    ASSERT_EQ(receipt->events.size(), 1U);
    EXPECT_EQ(receipt->events[0].position->n, 2U);
}

TYPED_TEST_P(QueuePortTest, ARetryHasTheSameAnswer)
{
    ASSERT_TRUE(this->submit(PublishCatalogue{tinyCatalogue()}));
    const Command command{this->subject.random.template makeId<CommandId>(), this->subject.actor(),
                          this->issue()};
    const auto first = this->submit(command);
    const auto second = this->submit(command);
    ASSERT_TRUE(first && second);
    EXPECT_EQ(toJson(first->events[0]), toJson(second->events[0]));
}

TYPED_TEST_P(QueuePortTest, AFollowerIsToldWhatItMissedOnceAndThenWhatHappens)
{
    ASSERT_TRUE(this->submit(PublishCatalogue{tinyCatalogue()}));
    ASSERT_TRUE(this->submit(this->issue()));
    PortFollower fromTheStart;
    PortFollower fromNow;
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

TYPED_TEST_P(QueuePortTest, TheEventsOfAReplyCameBeforeIt)
{
    ASSERT_TRUE(this->submit(PublishCatalogue{tinyCatalogue()}));
    PortFollower follower;
    const auto subscription = this->subject.port().follow({}, follower.observer());
    for (int i = 0; i < 10; ++i) {
        const auto receipt = this->submit(this->issue());
        ASSERT_TRUE(receipt);
        const std::lock_guard lock(follower.mutex);
        ASSERT_FALSE(follower.positions.empty());
        EXPECT_EQ(follower.positions.back(), receipt->events[0].position->n);
    }
    this->subject.port().unfollow(subscription);
}

TYPED_TEST_P(QueuePortTest, IsSilentAfterUnfollow)
{
    ASSERT_TRUE(this->submit(PublishCatalogue{tinyCatalogue()}));
    PortFollower follower;
    const auto subscription = this->subject.port().follow({}, follower.observer());
    ASSERT_TRUE(follower.waitFor([&] { return follower.positions.size() == 1; }));
    this->subject.port().unfollow(subscription);
    ASSERT_TRUE(this->submit(this->issue()));
    EXPECT_EQ(follower.positions.size(), 1U);
}

REGISTER_TYPED_TEST_SUITE_P(QueuePortTest, RepliesWithTheEventsOrTheReason, ARetryHasTheSameAnswer,
                            AFollowerIsToldWhatItMissedOnceAndThenWhatHappens, TheEventsOfAReplyCameBeforeIt,
                            IsSilentAfterUnfollow);

} // namespace anjungan
