// SPDX-License-Identifier: GPL-3.0-or-later
// Who is next: by arrival, priority classes before ordinary ones within a bound, never a citizen who is at
// another counter, never one leg at two counters.
#include "core/calling.h"

#include "support/hall.h"

#include <gtest/gtest.h>

namespace anjungan {
namespace {

/// Calls and finishes until nobody waits; the numbers in the order of their calls.
std::string callAll(Hall& hall, const CounterId& counter)
{
    std::string order;
    while (nextFor(hall.site(), counter, hall.clock.now())) {
        const LegAct act = hall.call(counter);
        order += (order.empty() ? "" : " ") + hall.number(act.leg.ticket);
        hall.queue.must(FinishLeg{act, Outcome::Done});
    }
    return order;
}

TEST(Calling, FollowsTheFirstArrival)
{
    Hall hall;
    hall.open(hall.counter1, hall.ani);
    for (int i = 0; i < 3; ++i)
        hall.issue({"ktp"});
    EXPECT_EQ(callAll(hall, hall.counter1), "A-001 A-002 A-003");
}

TEST(Calling, PriorityPassesAnOrdinaryTicketAtMostAsOftenAsThePolicySays)
{
    Hall hall;
    hall.open(hall.counter1, hall.ani);
    hall.issue({"ktp"});
    hall.issue({"ktp"});
    for (int i = 0; i < 5; ++i)
        hall.issue({"ktp"}, true);
    EXPECT_EQ(callAll(hall, hall.counter1), "A-003 A-004 A-001 A-005 A-006 A-002 A-007");
}

TEST(Calling, SaysWhy)
{
    Hall hall;
    hall.open(hall.counter1, hall.ani);
    const auto reason = [&] { return nextFor(hall.site(), hall.counter1, hall.clock.now())->reason; };
    hall.issue({"ktp"});
    EXPECT_EQ(reason(), NextReason::FirstArrived);
    for (int i = 0; i < 3; ++i)
        hall.issue({"ktp"}, true);
    EXPECT_EQ(reason(), NextReason::Priority);
    for (int i = 0; i < 2; ++i)
        hall.queue.must(FinishLeg{hall.call(hall.counter1), Outcome::Done});
    EXPECT_EQ(reason(), NextReason::BoundReached);
}

TEST(Calling, ACitizenAtOneCounterIsHeldForTheOther)
{
    Hall hall;
    hall.open(hall.counter1, hall.ani);
    hall.open(hall.counter2, hall.budi);
    const TicketId both = hall.issue({"ktp", "kk"});
    const TicketId other = hall.issue({"ktp"});
    const LegAct first = hall.call(hall.counter1);
    EXPECT_EQ(first.leg.ticket, both);
    EXPECT_EQ(hall.codeOf(CallLeg{hall.counter2, {both, 1}}), "citizen-elsewhere");
    const LegAct second = hall.call(hall.counter2);
    EXPECT_EQ(second.leg.ticket, other) << "nobody waits behind a held leg";
    hall.queue.must(FinishLeg{first, Outcome::Done});
    hall.queue.must(FinishLeg{second, Outcome::Done});
    EXPECT_EQ(hall.call(hall.counter2).leg, (LegId{both, 1})) << "and it is next once she is free";
}

TEST(Calling, ACounterCallsOnlyItsQueuesAndOnlyWhenOpenAndFree)
{
    Hall hall;
    const TicketId ticket = hall.issue({"ktp"});
    EXPECT_EQ(hall.codeOf(CallNext{hall.counter1}), "counter-closed");
    EXPECT_EQ(hall.codeOf(CallNext{*CounterId::parse("loket-9")}), "counter-unknown");
    hall.open(hall.counter3, hall.ani);
    EXPECT_EQ(hall.codeOf(CallNext{hall.counter3}), "nobody-waiting");
    EXPECT_EQ(hall.codeOf(CallLeg{hall.counter3, {ticket, 0}}), "counter-other-queue");
    hall.open(hall.counter1, hall.budi);
    hall.queue.must(ChangeCounter{hall.counter1, CounterPresence::Paused, hall.budi});
    EXPECT_EQ(hall.codeOf(CallNext{hall.counter1}), "counter-closed") << "on a break";
    hall.open(hall.counter1, hall.budi);
    hall.call(hall.counter1);
    EXPECT_EQ(hall.codeOf(CallNext{hall.counter1}), "counter-busy");
    EXPECT_EQ(hall.codeOf(ChangeCounter{hall.counter1, CounterPresence::Closed, {}}), "counter-busy");
    EXPECT_EQ(hall.codeOf(ChangeCounter{hall.counter1, CounterPresence::Open, hall.ani}), "counter-taken");
}

TEST(Calling, WhoReturnsAfterANoShowWaitsForSomeOthersButNeverBesideAnIdleCounter)
{
    Hall hall;
    hall.open(hall.counter1, hall.ani);
    const TicketId missed = hall.issue({"ktp"});
    for (int i = 0; i < 5; ++i)
        hall.issue({"ktp"});
    hall.queue.must(MarkNoShow{hall.call(hall.counter1)});
    hall.queue.must(ReturnLeg{{{missed, 0}, std::nullopt}});
    EXPECT_EQ(callAll(hall, hall.counter1), "A-002 A-003 A-004 A-001 A-005 A-006");

    const TicketId alone = hall.issue({"ktp"});
    hall.queue.must(MarkNoShow{hall.call(hall.counter1)});
    hall.queue.must(ReturnLeg{{{alone, 0}, std::nullopt}});
    EXPECT_EQ(nextFor(hall.site(), hall.counter1, hall.clock.now())->reason, NextReason::OnlyReturned);
}

TEST(Calling, TheFirstArrivalIsKeptThroughTransferParkingAndAWithdrawnCall)
{
    Hall hall;
    hall.open(hall.counter1, hall.ani);
    const LegId first{hall.issue({"ktp"}), 0};
    hall.clock.advance(std::chrono::minutes(1));
    hall.issue({"ktp"});
    const auto isNext = [&] {
        hall.clock.advance(std::chrono::minutes(1));
        return nextFor(hall.site(), hall.counter1, hall.clock.now())->leg == first;
    };
    hall.queue.must(TransferLeg{{first, {}}, *ServiceId::parse("kk"), ""});
    EXPECT_TRUE(isNext()) << "transferred within the queue";
    hall.queue.must(ParkLeg{{first, {}}});
    EXPECT_FALSE(isNext());
    hall.queue.must(ReturnLeg{{first, {}}});
    EXPECT_TRUE(isNext()) << "back from parking";
    hall.queue.must(WithdrawCall{hall.call(hall.counter1)});
    EXPECT_TRUE(isNext()) << "her call was withdrawn";
    hall.queue.must(TransferLeg{hall.call(hall.counter1), *ServiceId::parse("ktp"), ""});
    EXPECT_TRUE(isNext()) << "transferred from the counter";
}

TEST(Calling, TheWaitingListIsTheOrderOfTheCalls)
{
    Hall hall;
    hall.open(hall.counter1, hall.ani);
    hall.issue({"ktp"});
    hall.issue({"kk"});
    for (int i = 0; i < 4; ++i)
        hall.issue({"ktp"}, i % 2 == 0);
    std::string listed;
    for (const LegId& leg : waitingFor(hall.site(), hall.counter1, hall.clock.now(), 100))
        listed += (listed.empty() ? "" : " ") + hall.number(leg.ticket);
    EXPECT_EQ(listed, callAll(hall, hall.counter1));
    EXPECT_EQ(waitingFor(hall.site(), hall.counter1, hall.clock.now(), 100).size(), 0U);
}

TEST(Calling, TwoCountersNeverHoldTheSameLeg)
{
    Hall hall;
    hall.open(hall.counter1, hall.ani);
    hall.open(hall.counter2, hall.budi);
    for (int i = 0; i < 20; ++i)
        hall.issue({"ktp"});
    std::set<LegId> called;
    for (int i = 0; i < 10; ++i) {
        const LegAct one = hall.call(hall.counter1);
        const LegAct two = hall.call(hall.counter2);
        EXPECT_TRUE(called.insert(one.leg).second);
        EXPECT_TRUE(called.insert(two.leg).second);
        hall.queue.must(FinishLeg{one, Outcome::Done});
        hall.queue.must(FinishLeg{two, Outcome::Done});
    }
}

} // namespace
} // namespace anjungan
