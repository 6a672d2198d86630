// SPDX-License-Identifier: GPL-3.0-or-later
// What goes into the waiting range: who is before at the same counters, how long services really take,
// breaks, pauses, errands at two counters; when nobody's turn can come any more; and, on a few generated
// days, that the range holds as often as it says and beats the usual rule of thumb.
#include "core/waiting.h"

#include "core/work_time.h"
#include "support/calibration.h"
#include "support/hall.h"

#include <gtest/gtest.h>

namespace anjungan {
namespace {

using std::chrono::minutes;

Instant at(std::string_view time, std::string_view day = "2026-11-23")
{
    return toInstant(LocalInstant(*parseDay(day)) + *parseMinute(time), TimeZone::Wib);
}

struct WaitingHall : Hall
{
    explicit WaitingHall(std::shared_ptr<const Catalogue> catalogue = tinyCatalogue())
        : Hall(std::move(catalogue))
    {}

    [[nodiscard]] const Service& service(const char* id) const
    {
        return *site().catalogue()->find(*ServiceId::parse(id));
    }
    [[nodiscard]] WaitEstimate estimate(const char* id, bool priority = false) const
    {
        return estimateWait(site(), service(id), priority, clock.now());
    }
    void issueMany(const char* id, int count)
    {
        for (int i = 0; i < count; ++i)
            issue({id});
    }
    void serve(const CounterId& counter, std::chrono::milliseconds length)
    {
        const LegAct act = call(counter);
        clock.advance(length);
        queue.must(FinishLeg{act, Outcome::Done});
    }
};

TEST(Waiting, ABreakBetweenIsPartOfTheWait)
{
    WaitingHall hall;
    hall.open(hall.counter1, hall.ani);
    hall.issueMany("ktp", 4);
    const WaitEstimate morning = hall.estimate("ktp");
    hall.clock.advance(at("11:50") - hall.clock.now());
    const WaitEstimate noon = hall.estimate("ktp");
    EXPECT_NEAR(static_cast<double>((*noon.waitMax - *morning.waitMax).count()), 60, 10)
        << "the break lasts an hour";
    EXPECT_GT(*noon.waitMin, minutes(60)) << "not even with luck before noon";
}

TEST(Waiting, LearnsHowLongAServiceReallyTakes)
{
    WaitingHall hall;
    hall.open(hall.counter1, hall.ani);
    hall.issueMany("ktp", 24);
    const WaitEstimate byStandard = hall.estimate("ktp");
    for (int i = 0; i < 20; ++i)
        hall.serve(hall.counter1, minutes(2));
    hall.issueMany("ktp", 20);
    const WaitEstimate learned = hall.estimate("ktp");
    EXPECT_EQ(learned.ahead, byStandard.ahead);
    EXPECT_LT(*learned.waitMax, *byStandard.waitMax / 2);
}

TEST(Waiting, KeepsWhatItLearnedOvernight)
{
    WaitingHall hall;
    hall.open(hall.counter1, hall.ani);
    hall.issueMany("ktp", 20);
    for (int i = 0; i < 20; ++i)
        hall.serve(hall.counter1, minutes(2));
    hall.clock.advance(at("09:00", "2026-11-24") - hall.clock.now());
    hall.issueMany("ktp", 10);
    EXPECT_LT(*hall.estimate("ktp").waitMax, minutes(50)) << "by the standard it would be 100 and more";
}

TEST(Waiting, CountsEverybodyWhomTheSameCountersMayCallFirst)
{
    Catalogue shared = *tinyCatalogue();
    shared.counters[0].queues = {*QueueId::parse("dukcapil"), *QueueId::parse("polres")};
    WaitingHall hall(std::make_shared<const Catalogue>(shared));
    hall.clock.advance(at("09:00", "2026-11-24") - hall.clock.now()); // a Tuesday: skck is open
    hall.open(hall.counter1, hall.ani);
    hall.issueMany("skck", 3);
    EXPECT_EQ(hall.estimate("ktp").ahead, 3);
    const auto alone = *hall.estimate("ktp").waitMax;
    EXPECT_GT(alone, minutes(10));
    hall.open(hall.counter3, hall.budi);
    EXPECT_LT(*hall.estimate("ktp").waitMax, alone) << "another counter takes some of them off";
    EXPECT_EQ(hall.estimate("ktp").openCounters, 1) << "but it does not serve this queue";
}

TEST(Waiting, APausedCounterStaysAndADelayIsTold)
{
    WaitingHall hall;
    hall.open(hall.counter1, hall.ani);
    EXPECT_EQ(hall.estimate("ktp").waitMax, minutes(0)) << "at once";
    hall.queue.must(ChangeCounter{hall.counter1, CounterPresence::Paused, hall.ani});
    EXPECT_EQ(hall.estimate("ktp").openCounters, 1);
    EXPECT_GT(*hall.estimate("ktp").waitMax, minutes(5));
}

TEST(Waiting, PriorityArrivalsThatAreYetToComeMakeItLonger)
{
    const auto waitMax = [](bool priority) {
        WaitingHall hall;
        hall.open(hall.counter1, hall.ani);
        for (int i = 0; i < 12; ++i) {
            hall.issue({"ktp"}, priority && i < 6);
            hall.clock.advance(minutes(1));
        }
        return *hall.estimate("ktp").waitMax;
    };
    EXPECT_GT(waitMax(true), waitMax(false));
}

TEST(Waiting, AnErrandElsewhereHoldsTheTurn)
{
    Catalogue parted = *tinyCatalogue();
    parted.agencies[1].hours.reset(); // the police too on a Monday
    WaitingHall hall(std::make_shared<const Catalogue>(parted));
    hall.open(hall.counter1, hall.ani);
    hall.open(hall.counter3, hall.budi);
    const std::vector<const Service*> both{&hall.service("ktp"), &hall.service("skck")};
    EXPECT_EQ(hall.estimate("skck").waitMax, minutes(0));
    const auto estimates = estimateWaits(hall.site(), both, false, hall.clock.now());
    EXPECT_GT(*estimates[1].waitMax, minutes(5)) << "she may be at the other counter first";
}

/// The only leg of a ticket, as its holder is told.
WaitEstimate toldWaiting(const WaitingHall& hall, const TicketId& ticket)
{
    return estimateWaits(hall.site(), *hall.site().find(ticket), hall.clock.now()).front().value();
}

TEST(WaitingTicket, IsToldFirstWhatTheKioskSaid)
{
    WaitingHall hall;
    hall.open(hall.counter1, hall.ani);
    hall.clock.advance(at("13:00") - hall.clock.now()); // no break is left, in which a bound could fall
    for (int i = 0; i < 12; ++i) {
        hall.clock.advance(minutes(1));
        const bool priority = i % 7 == 3;
        const WaitEstimate kiosk = hall.estimate("ktp", priority);
        const WaitEstimate phone = toldWaiting(hall, hall.issue({"ktp"}, priority));
        EXPECT_EQ(phone.ahead, kiosk.ahead) << i;
        EXPECT_EQ(phone.openCounters, kiosk.openCounters);
        EXPECT_NEAR(static_cast<double>(phone.waitMax->count()), static_cast<double>(kiosk.waitMax->count()),
                    10)
            << i << ": her own arrival counts among those of lately";
    }
}

TEST(WaitingTicket, CountsWhoComesBeforeAtHerPlace)
{
    WaitingHall hall;
    hall.open(hall.counter1, hall.ani);
    hall.issueMany("ktp", 4);
    const TicketId ticket = hall.issue({"ktp"});
    const WaitEstimate before = toldWaiting(hall, ticket);
    EXPECT_EQ(before.ahead, 4);
    hall.issueMany("ktp", 20);
    EXPECT_EQ(toldWaiting(hall, ticket).ahead, 4) << "who came later";
    for (int i = 0; i < 30; ++i)
        hall.issue({"ktp"}, true);
    EXPECT_EQ(toldWaiting(hall, ticket).ahead, 4 + 2 * 5)
        << "before each ordinary call, hers too, two of priority may go";
    hall.serve(hall.counter1, minutes(5));
    hall.serve(hall.counter1, minutes(5));
    hall.serve(hall.counter1, minutes(5));
    EXPECT_EQ(toldWaiting(hall, ticket).ahead, 3 + 2 * 4) << "one ordinary and two of priority went";
}

TEST(WaitingTicket, OfPriorityGoesBeforeTheOthersAndBehindHerOwnClass)
{
    WaitingHall hall;
    hall.open(hall.counter1, hall.ani);
    hall.issueMany("ktp", 10);
    const TicketId first = hall.issue({"ktp"}, true);
    hall.issue({"ktp"}, true);
    const TicketId third = hall.issue({"ktp"}, true);
    EXPECT_EQ(toldWaiting(hall, first).ahead, 0);
    EXPECT_EQ(toldWaiting(hall, third).ahead, 2 + 1) << "one ordinary was passed over twice";
}

TEST(WaitingTicket, WhoComesBackLetsOthersGoFirst)
{
    WaitingHall hall;
    hall.open(hall.counter1, hall.ani);
    const TicketId ticket = hall.issue({"ktp"});
    hall.issueMany("ktp", 10);
    const LegAct act = hall.call(hall.counter1);
    hall.queue.must(MarkNoShow{act});
    hall.queue.must(ReturnLeg{{act.leg, {}}});
    EXPECT_EQ(toldWaiting(hall, ticket).ahead, 3) << "as many as the policy says";
    hall.serve(hall.counter1, minutes(5));
    EXPECT_EQ(toldWaiting(hall, ticket).ahead, 2);
}

TEST(WaitingTicket, ASlotIsNotCalledBeforeItsTime)
{
    WaitingHall hall;
    hall.open(hall.counter1, hall.ani);
    IssueTicket booked;
    booked.ticket = hall.queue.random().makeId<TicketId>();
    booked.services = {*ServiceId::parse("ktp")};
    booked.appointment = at("10:30");
    hall.queue.must(booked);
    hall.issueMany("ktp", 4);
    const WaitEstimate told = toldWaiting(hall, booked.ticket);
    EXPECT_EQ(told.ahead, 0);
    EXPECT_GT(*told.waitMin, minutes(60));
    EXPECT_LT(*told.waitMin, minutes(91));
    EXPECT_GT(*told.waitMax, minutes(89));
}

TEST(WaitingTicket, HerTurnsAreHeldWhileSheIsAtACounter)
{
    Catalogue parted = *tinyCatalogue();
    parted.agencies[1].hours.reset();
    WaitingHall hall(std::make_shared<const Catalogue>(parted));
    hall.open(hall.counter1, hall.ani);
    hall.open(hall.counter3, hall.budi);
    const TicketId ticket = hall.issue({"ktp", "skck"});
    const auto told = [&] { return estimateWaits(hall.site(), *hall.site().find(ticket), hall.clock.now()); };
    EXPECT_TRUE(told()[0] && told()[1]);
    const LegAct act = hall.call(hall.counter1);
    EXPECT_FALSE(told()[0] || told()[1]);
    hall.queue.must(FinishLeg{act, Outcome::Done});
    EXPECT_FALSE(told()[0]);
    EXPECT_EQ(told()[1]->waitMax, minutes(0));
}

TEST(Waiting, SaysWhenTheTurnCannotComeBeforeClosing)
{
    WaitingHall hall;
    const auto mayCome = [&](bool priority) {
        return turnMayCome(hall.site(), hall.service("ktp"), priority, hall.clock.now());
    };
    EXPECT_TRUE(mayCome(false)) << "nobody waits";
    hall.open(hall.counter1, hall.ani);
    hall.issueMany("ktp", 12);
    EXPECT_TRUE(mayCome(false)) << "it is nine";
    hall.clock.advance(at("15:30") - hall.clock.now());
    EXPECT_FALSE(mayCome(false));
    EXPECT_TRUE(mayCome(true)) << "nobody with priority waits";
    for (int i = 0; i < 11; ++i)
        hall.serve(hall.counter1, minutes(1));
    EXPECT_TRUE(mayCome(false));
}

TEST(Waiting, IsReadable)
{
    WaitingHall hall;
    hall.open(hall.counter1, hall.ani);
    for (int i = 0; i < 60; ++i) {
        hall.issue({"ktp"});
        const WaitEstimate told = hall.estimate("ktp");
        ASSERT_LT(told.waitMin, told.waitMax);
        for (const minutes bound : {*told.waitMin, *told.waitMax}) {
            const int step = bound < minutes(10) ? 1 : bound < minutes(60) ? 5 : 10;
            EXPECT_EQ(bound.count() % step, 0) << bound.count();
        }
    }
}

TEST(WorkTime, LeavesOutBreaksAndGoesBothWays)
{
    const Catalogue& catalogue = *tinyCatalogue();
    const AgencyId agency = catalogue.agencies.front().id;
    const WorkTime work(catalogue, agency, at("11:30"));
    EXPECT_EQ(work.done_min(), 240);
    EXPECT_EQ(work.left_min(), 30 + 180);
    EXPECT_EQ(work.toClock(20), 20);
    EXPECT_EQ(work.toClock(40), 100) << "the break lasts from 12 to 13";
    EXPECT_EQ(work.toClock(work.left_min() + 5), 275) << "after closing they go on";
    for (const double minute : {0.0, 20.0, 40.0, 200.0, 215.0})
        EXPECT_DOUBLE_EQ(work.toWork(work.toClock(minute)), minute);
    EXPECT_EQ(work.toWork(60), 30) << "half of it is break";
    const WorkTime early(catalogue, agency, at("07:00"));
    EXPECT_EQ(early.done_min(), 0);
    EXPECT_EQ(early.toClock(10), 40) << "it opens at half past seven";
    EXPECT_EQ(WorkTime(catalogue, agency, at("10:00", "2026-11-22")).left_min(), 0) << "a Sunday";
}

/// The bounds are loose, because a few days say little: tools/soak calibration plays many.
TEST(WaitingCalibration, HoldsOnGeneratedDaysAndBeatsTheRuleOfThumb)
{
    Calibration total;
    for (const Load load : loads) {
        const Calibration part = calibrate({301, 4, 2}, load);
        EXPECT_GT(part.told.count(), 300) << nameOf(load);
        EXPECT_LT(part.told.interval_min(), part.aroundByCounters.interval_min()) << nameOf(load);
        total.add(part);
    }
    EXPECT_GT(total.told.coverage(), 0.72);
    EXPECT_LT(total.told.coverage(), 0.88);
    EXPECT_LT(1.5 * total.told.interval_min(), total.pointByCounters.interval_min());
    EXPECT_GT(total.later.count(), 1000) << "who waits is told again, at her place";
    EXPECT_GT(total.later.coverage(), 0.70);
    EXPECT_LT(total.later.coverage(), 0.92);
    EXPECT_GT(total.stopped, 0);
    EXPECT_LT(total.stoppedWrong * 10, total.stopped) << "who was sent away could not have been served";
}

} // namespace
} // namespace anjungan
