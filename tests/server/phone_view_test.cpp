// SPDX-License-Identifier: GPL-3.0-or-later
// What a citizen's phone is told of her ticket through every state, on the real queue with real signatures:
// the leg that matters, people ahead, range, counter and place; that codes which are not of this site are
// refused and those of a kiosk that was alone are not; that nothing but number, counter, place and range is
// in it; and that its tag changes exactly when the answer does.
#include "server/phone_view.h"

#include "phone_hall.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace anjungan {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

std::string_view stateOf(const PhoneView& view)
{
    return nameOf(view.state);
}

TEST(PhoneView, AWaitingTicketIsToldItsOwnPlace)
{
    PhoneHall hall;
    hall.open(hall.counter1, hall.ani);
    std::vector<TicketId> tickets;
    for (int i = 0; i < 12; ++i)
        tickets.push_back(hall.issue({"ktp"}));
    const PhoneView view = hall.view(tickets[5]);
    EXPECT_EQ(stateOf(view), "waiting");
    EXPECT_EQ(view.number->text(), "A-006");
    ASSERT_EQ(view.legs.size(), 1U);
    EXPECT_EQ(view.legs[0].ahead, 5) << "who came later does not count";
    EXPECT_EQ(view.legs[0].zone.indonesian, "Ruang depan");
    EXPECT_EQ(view.legs[0].floor, 1);
    EXPECT_TRUE(view.legs[0].counter.empty());
    EXPECT_EQ(view.current, 0U);
    EXPECT_GT(*view.legs[0].waitMin, 20min);
    EXPECT_LT(*view.legs[0].waitMax, *hall.view(tickets[11]).legs[0].waitMax);
    EXPECT_EQ(hall.view(tickets[0]).legs[0].waitMax, 0min) << "the counter is free";
}

TEST(PhoneView, WithoutAnOpenCounterThereIsNoRange)
{
    PhoneHall hall;
    hall.issue({"ktp"});
    const PhoneView view = hall.view(hall.issue({"ktp"}));
    EXPECT_EQ(view.legs[0].ahead, 1);
    EXPECT_FALSE(view.legs[0].waitMin);
}

TEST(PhoneView, FollowsATicketThroughItsDay)
{
    PhoneHall hall;
    const TicketId ticket = hall.issue({"ktp"});
    hall.open(hall.counter1, hall.ani);
    EXPECT_EQ(hall.view(ticket).calls, 0);
    LegAct act = hall.call(hall.counter1);
    PhoneView view = hall.view(ticket);
    EXPECT_EQ(stateOf(view), "called");
    EXPECT_EQ(view.legs[0].counter, "1");
    EXPECT_EQ(view.calls, 1);
    EXPECT_FALSE(view.legs[0].ahead);
    hall.queue.must(RecallLeg{act});
    EXPECT_EQ(hall.view(ticket).calls, 2) << "a recall rings again";
    hall.queue.must(MarkNoShow{act});
    view = hall.view(ticket);
    EXPECT_EQ(stateOf(view), "missed");
    EXPECT_EQ(view.legs[0].counter, "1") << "where she was wanted";
    const Receipt again = hall.queue.must(CallLeg{hall.counter1, act.leg});
    act.episode = std::get<LegCalled>(again.events.front().body).episode;
    EXPECT_EQ(hall.view(ticket).calls, 3);
    hall.queue.must(StartService{act});
    EXPECT_EQ(stateOf(hall.view(ticket)), "serving");
    hall.queue.must(ParkLeg{act});
    EXPECT_EQ(stateOf(hall.view(ticket)), "parked");
    EXPECT_TRUE(hall.view(ticket).legs[0].counter.empty());
    const Receipt last = hall.queue.must(CallLeg{hall.counter1, act.leg});
    act.episode = std::get<LegCalled>(last.events.front().body).episode;
    hall.queue.must(FinishLeg{act, Outcome::Done});
    EXPECT_EQ(stateOf(hall.view(ticket)), "finished");
}

TEST(PhoneView, ACancelledTicketSaysSo)
{
    PhoneHall hall;
    const TicketId ticket = hall.issue({"ktp"});
    hall.queue.must(CancelTicket{ticket, std::nullopt});
    EXPECT_EQ(stateOf(hall.view(ticket)), "cancelled");
}

TEST(PhoneView, OfSeveralLegsTheOneThatMattersNowIsNamed)
{
    PhoneHall hall;
    const TicketId ticket = hall.issue({"ktp", "skck"});
    hall.open(hall.counter3, hall.budi);
    EXPECT_EQ(hall.view(ticket).current, 1U) << "nobody serves the first";
    const LegAct second = hall.call(hall.counter3);
    PhoneView view = hall.view(ticket);
    EXPECT_EQ(stateOf(view), "called");
    EXPECT_EQ(view.current, 1U);
    EXPECT_EQ(view.legs[1].counter, "3");
    EXPECT_EQ(view.legs[1].floor, 2);
    EXPECT_EQ(nameOf(view.legs[0].state), "held");
    EXPECT_FALSE(view.legs[0].ahead) << "her turn is held";
    hall.queue.must(FinishLeg{second, Outcome::Done});
    view = hall.view(ticket);
    EXPECT_EQ(stateOf(view), "waiting");
    EXPECT_EQ(view.current, 0U);
    EXPECT_EQ(nameOf(view.legs[1].state), "finished");
    hall.open(hall.counter1, hall.ani);
    hall.queue.must(MarkNoShow{hall.call(hall.counter1)});
    EXPECT_EQ(stateOf(hall.view(ticket)), "missed");
}

TEST(PhoneView, HerOwnOtherLegsAreNotAheadOfHer)
{
    PhoneHall hall;
    hall.issue({"ktp"});
    const TicketId ticket = hall.issue({"ktp", "kk"});
    for (const PhoneLeg& leg : hall.view(ticket).legs)
        EXPECT_EQ(leg.ahead, 1);
}

TEST(PhoneView, ADayThatIsOverMayBeContinued)
{
    PhoneHall hall;
    const TicketId left = hall.issue({"ktp"});
    const std::string token = hall.tokenOf(left);
    hall.clock.advance(24h);
    PhoneView view = hall.scan(token);
    EXPECT_EQ(stateOf(view), "day-over");
    EXPECT_TRUE(view.mayContinue);
    EXPECT_EQ(view.number->text(), "A-001");
    IssueTicket more;
    more.ticket = hall.queue.random().makeId<TicketId>();
    more.continues = left;
    hall.queue.must(more);
    view = hall.scan(token);
    EXPECT_EQ(stateOf(view), "day-over") << "also when the new day has begun";
    EXPECT_EQ(view.number->text(), "A-001");
    EXPECT_FALSE(view.mayContinue) << "it goes on already";
    EXPECT_EQ(stateOf(hall.scan(hall.tokenAlone("2026-11-23"))), "day-over") << "nobody ever heard of it";
}

TEST(PhoneView, ANumberOfAKioskThatWasAloneIsValid)
{
    const PhoneHall hall;
    const PhoneView view = hall.scan(hall.tokenAlone());
    EXPECT_EQ(stateOf(view), "unknown-yet");
    EXPECT_EQ(view.number->text(), "A-3012");
    EXPECT_FALSE(view.currentLeg());
    EXPECT_EQ(stateOf(hall.scan("https://antrean.contoh.go.id/T/" + hall.tokenAlone())), "unknown-yet");
}

TEST(PhoneView, WhatIsNotOfThisSiteIsRefused)
{
    PhoneHall hall;
    const TicketId ticket = hall.issue({"ktp"});
    const std::string token = hall.tokenOf(ticket);
    ASSERT_EQ(stateOf(hall.scan(token)), "waiting");
    const SodiumSigner stranger = newSigner();
    EXPECT_EQ(stateOf(hall.scan(hall.tokenAlone("2026-11-23", "lain"))), "refused") << "another site";
    EXPECT_EQ(stateOf(hall.scan(hall.tokenAlone("2026-11-23", "contoh", &stranger))), "refused");
    EXPECT_EQ(stateOf(hall.scan("")), "refused");
    EXPECT_EQ(stateOf(hall.scan("SLIP")), "refused");
    EXPECT_EQ(stateOf(hall.scan(std::string(5000, 'A'))), "refused");
    std::string changed = token;
    for (std::size_t i = 2; i < token.size(); i += 7) {
        changed[i] = token[i] == 'A' ? 'B' : 'A';
        EXPECT_EQ(stateOf(hall.scan(changed)), "refused") << i;
        changed[i] = token[i];
    }
    const PhoneView refused = hall.scan("SLIP");
    EXPECT_FALSE(refused.number);
    EXPECT_TRUE(refused.legs.empty());
    EXPECT_EQ(stateOf(hall.view(TicketId({1, 2, 3}))), "refused") << "an id alone proves nothing";
}

TEST(PhoneView, NothingIsKnownBeforeACatalogueIsPublished)
{
    const PhoneHall hall;
    EXPECT_EQ(stateOf(phoneViewOf(Site(), hall.tokenAlone(), hall.verifier, hall.clock.now())), "refused");
    EXPECT_EQ(stateOf(phoneViewOf(Site(), TicketId({1}), hall.clock.now())), "refused");
}

TEST(PhoneJson, HasItsDocumentedShape)
{
    PhoneHall hall;
    hall.open(hall.counter1, hall.ani);
    for (int i = 0; i < 5; ++i)
        hall.issue({"ktp"});
    const auto json = nlohmann::json::parse(toJsonText(hall.view(hall.issue({"ktp"}))));
    EXPECT_EQ(json.at("state"), "waiting");
    EXPECT_EQ(json.at("number"), "A-006");
    EXPECT_EQ(json.at("day"), "2026-11-23");
    EXPECT_EQ(json.at("current"), 0);
    EXPECT_EQ(json.at("zone"), (nlohmann::json{{"name", "WIB"}, {"offset_h", 7}}));
    const auto& leg = json.at("legs").at(0);
    EXPECT_EQ(leg.at("ahead"), 5);
    EXPECT_EQ(leg.at("wait_min").size(), 2U);
    EXPECT_EQ(json.at("text").at("id").at("title"), "Mohon menunggu");
    EXPECT_EQ(json.at("text").at("en").at("title"), "Please wait");
    const auto refused = nlohmann::json::parse(toJsonText(hall.scan("")));
    EXPECT_FALSE(refused.contains("number"));
    EXPECT_FALSE(refused.contains("current"));
}

TEST(PhoneJson, SaysNothingThatAForwardedLinkShouldNotSay)
{
    PhoneHall hall;
    IssueTicket wanted;
    wanted.ticket = hall.queue.random().makeId<TicketId>();
    wanted.services = {*ServiceId::parse("ktp"), *ServiceId::parse("skck")};
    wanted.classes = {*PriorityClassId::parse("hamil")};
    wanted.needs = {Need::Wheelchair};
    hall.queue.must(wanted);
    hall.open(hall.counter1, hall.ani);
    const auto isSilent = [&] {
        const std::string text = toJsonText(hall.view(wanted.ticket));
        for (const char* word : {"ktp", "KTP", "SKCK", "dukcapil", "Disdukcapil", "Kependudukan", "olisi",
                                 "hamil", "regnant", "heelchair", "Ani", "ani\"", "anjungan-3"})
            EXPECT_THAT(text, Not(HasSubstr(word)));
        EXPECT_THAT(text, Not(HasSubstr(wanted.ticket.text())));
    };
    isSilent();
    const LegAct act = hall.call(hall.counter1);
    isSilent();
    hall.queue.must(TransferLeg{act, *ServiceId::parse("kk"), "kirim ke polisi"});
    isSilent();
}

TEST(PhoneJson, TheTagChangesWithTheAnswerAndNotWithTheClock)
{
    PhoneHall hall;
    const SodiumHasher hasher;
    hall.open(hall.counter1, hall.ani);
    const TicketId ticket = hall.issue({"ktp"});
    const auto tag = [&] { return entityTagOf(toJsonText(hall.view(ticket)), hasher); };
    const std::string before = tag();
    EXPECT_EQ(before.size(), 34U);
    EXPECT_EQ(before.front(), '"');
    EXPECT_EQ(before.back(), '"');
    hall.clock.advance(10min);
    EXPECT_EQ(tag(), before);
    const LegAct act = hall.call(hall.counter1);
    const std::string called = tag();
    EXPECT_NE(called, before);
    hall.queue.must(RecallLeg{act});
    EXPECT_NE(tag(), called);
}

} // namespace
} // namespace anjungan
