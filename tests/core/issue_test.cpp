// SPDX-License-Identifier: GPL-3.0-or-later
// A ticket gets the next number of its queue, once; what cannot be served today is refused with its reason;
// numbers begin again each day.
#include "core/calling.h"
#include "core/waiting.h"
#include "support/hall.h"

#include <gtest/gtest.h>
#include <set>

namespace anjungan {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

TEST(Issue, NumbersFollowWithoutGapsAndLegsKeepTheirQueue)
{
    Hall hall;
    EXPECT_EQ(hall.number(hall.issue({"ktp"})), "A-001");
    EXPECT_EQ(hall.number(hall.issue({"kk"})), "A-002");
    EXPECT_EQ(hall.number(hall.issue({"kk"}, true)), "A-003");
}

TEST(Issue, SeveralServicesAreOneTicketOfSeveralLegs)
{
    Hall hall;
    hall.clock.advance(hours(24)); // Tuesday: polres is there
    const TicketId id = hall.issue({"skck", "ktp", "kk"});
    const Ticket& ticket = *hall.site().find(id);
    EXPECT_EQ(ticket.number.text(), "C-001") << "the first leg's prefix names the ticket";
    ASSERT_EQ(ticket.legs.size(), 3U);
    EXPECT_EQ(ticket.legs[1].queue.text(), "dukcapil");
    EXPECT_EQ(hall.site().queue(*QueueId::parse("dukcapil")).of(WaitingClass::Ordinary).size(), 2U);
    EXPECT_EQ(hall.site().queue(*QueueId::parse("polres")).of(WaitingClass::Ordinary).size(), 1U);
}

TEST(Issue, TheSameCommandAgainIsTheSameTicket)
{
    Hall hall;
    IssueTicket wanted;
    wanted.ticket = hall.queue.random().makeId<TicketId>();
    wanted.services = {*ServiceId::parse("ktp")};
    const Command command{hall.queue.random().makeId<CommandId>(), {*DeviceId::parse("kiosk-1"), {}}, wanted};
    std::set<std::string> numbers;
    for (int i = 0; i < 3; ++i) {
        hall.queue.submit(command, [&](const Result<Receipt>& reply) {
            ASSERT_TRUE(reply);
            ASSERT_EQ(reply->events.size(), 1U);
            numbers.insert(std::get<TicketIssued>(reply->events.front().body).number.text());
        });
    }
    EXPECT_EQ(numbers, std::set<std::string>{"A-001"});
    EXPECT_EQ(hall.site().tickets().size(), 1U);
}

TEST(Issue, AnotherCommandForATicketThatExistsIsRefused)
{
    Hall hall;
    IssueTicket wanted;
    wanted.ticket = hall.issue({"ktp"});
    wanted.services = {*ServiceId::parse("ktp")};
    EXPECT_EQ(hall.codeOf(wanted), "ticket-exists");
}

TEST(Issue, WhatCannotBeIsRefusedWithItsReasonAndWithoutEffect)
{
    Hall hall;
    const auto before = hall.queue.journal.events().size();
    const auto refusalOf = [&hall](std::vector<ServiceId> services,
                                   std::vector<PriorityClassId> classes = {}) {
        IssueTicket wanted;
        wanted.ticket = hall.queue.random().makeId<TicketId>();
        wanted.services = std::move(services);
        wanted.classes = std::move(classes);
        return hall.codeOf(wanted);
    };
    const ServiceId ktp = *ServiceId::parse("ktp");
    EXPECT_EQ(refusalOf({}), "no-service");
    EXPECT_EQ(refusalOf({*ServiceId::parse("paspor")}), "service-unknown");
    EXPECT_EQ(refusalOf({ktp, ktp}), "service-twice");
    EXPECT_EQ(refusalOf(std::vector<ServiceId>(ticketLegsMax + 1, ktp)), "too-many-services");
    EXPECT_EQ(refusalOf({ktp}, {*PriorityClassId::parse("raja")}), "class-unknown");
    EXPECT_EQ(refusalOf({*ServiceId::parse("skck")}), "service-closed") << "polres comes on Tuesdays";
    EXPECT_EQ(hall.queue.journal.events().size(), before);
}

TEST(Issue, StopsAtTheDailyQuota)
{
    Hall hall;
    hall.clock.advance(hours(24));
    for (int i = 0; i < 5; ++i)
        hall.issue({"skck"});
    IssueTicket wanted;
    wanted.ticket = hall.queue.random().makeId<TicketId>();
    wanted.services = {*ServiceId::parse("skck")};
    EXPECT_EQ(hall.codeOf(wanted), "quota-spent");
}

TEST(Issue, StopsAt999AndSaysSo)
{
    Hall hall;
    for (int i = 0; i < Number::valueMax; ++i)
        hall.issue({"ktp"});
    IssueTicket wanted;
    wanted.ticket = hall.queue.random().makeId<TicketId>();
    wanted.services = {*ServiceId::parse("ktp")};
    EXPECT_EQ(hall.codeOf(wanted), "numbers-spent");
    wanted.series = 3;
    EXPECT_EQ(hall.codeOf(wanted), "done") << "another series has its own row of numbers";
    EXPECT_EQ(hall.number(wanted.ticket), "A-3001");
}

TEST(Issue, NumbersBeginAgainEachDayAndYesterdayIsOver)
{
    Hall hall;
    hall.open(hall.counter1, hall.ani);
    const TicketId yesterday = hall.issue({"ktp"});
    hall.clock.advance(hours(24));
    EXPECT_EQ(hall.codeOf(CallNext{hall.counter1}), "nobody-waiting") << "an expired ticket is not called";
    EXPECT_EQ(hall.codeOf(CallLeg{hall.counter1, {yesterday, 0}}), "ticket-unknown");
    EXPECT_EQ(hall.number(hall.issue({"ktp"})), "A-001");
    EXPECT_EQ(hall.site().find(yesterday), nullptr);
}

TEST(Issue, ACallOpenOverMidnightDoesNotBlockTheCounter)
{
    Hall hall;
    hall.open(hall.counter1, hall.ani);
    hall.issue({"ktp"});
    hall.call(hall.counter1);
    hall.clock.advance(hours(24));
    hall.issue({"ktp"});
    EXPECT_EQ(hall.codeOf(CallNext{hall.counter1}), "done");
}

TEST(Issue, AClockThatJumpsBackDoesNotBendTheLog)
{
    Hall hall;
    hall.issue({"ktp"});
    const Instant before = hall.site().lastTime();
    hall.clock.setNow(before - hours(1));
    hall.issue({"ktp"});
    EXPECT_EQ(hall.queue.journal.events().back().act.time, before);
    hall.clock.advance(std::chrono::seconds(5));
    hall.issue({"ktp"});
    EXPECT_EQ(hall.queue.journal.events().back().act.time, before + std::chrono::seconds(5))
        << "and time does not stand still";
}

TEST(Issue, TellsWhoWaitsAheadAndARangeOfMinutes)
{
    Hall hall;
    const Service& ktp = *tinyCatalogue()->find(*ServiceId::parse("ktp"));
    EXPECT_FALSE(estimateWait(hall.site(), ktp, false, hall.clock.now()).waitMin) << "no counter is open";
    hall.open(hall.counter1, hall.ani);
    EXPECT_EQ(estimateWait(hall.site(), ktp, false, hall.clock.now()).waitMax, minutes(0));
    for (int i = 0; i < 4; ++i)
        hall.issue({"ktp"});
    const WaitEstimate one = estimateWait(hall.site(), ktp, false, hall.clock.now());
    EXPECT_EQ(one.ahead, 4);
    EXPECT_LE(*one.waitMin, 4 * ktp.serviceStandard);
    EXPECT_GE(*one.waitMax, 4 * ktp.serviceStandard);
    hall.open(hall.counter2, hall.budi);
    const WaitEstimate two = estimateWait(hall.site(), ktp, false, hall.clock.now());
    EXPECT_LT(*two.waitMax, *one.waitMax) << "a second counter shortens the wait";
    EXPECT_LT(estimateWait(hall.site(), ktp, true, hall.clock.now()).ahead, 4) << "priority goes before";
}

TEST(Issue, WhatTheCitizenWasToldStandsInTheEvent)
{
    Hall hall;
    hall.open(hall.counter1, hall.ani);
    hall.issue({"ktp"});
    const TicketId second = hall.issue({"ktp"});
    EXPECT_EQ(hall.site().find(second)->legs[0].asIssued.ahead, 1);
    EXPECT_TRUE(hall.site().find(second)->legs[0].asIssued.waitMax.has_value());
}

} // namespace
} // namespace anjungan
