// SPDX-License-Identifier: GPL-3.0-or-later
// Proves what a day leaves to the next: who was left waiting goes on first with a new number, once; counters
// that nobody closed are closed; a new catalogue strands nobody; a checkpoint holds all that goes on.
#include "core/calling.h"
#include "core/opening.h"
#include "core/site_checkpoint.h"
#include "support/hall.h"
#include "support/site_text.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace anjungan {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

IssueTicket continuing(Hall& hall, const TicketId& left)
{
    IssueTicket wanted;
    wanted.ticket = hall.queue.random().makeId<TicketId>();
    wanted.continues = left;
    return wanted;
}

TEST(Days, WhoWasLeftWaitingGoesOnFirstWithANewNumberOnce)
{
    Hall hall;
    hall.open(hall.counter1, hall.ani);
    const TicketId served = hall.issue({"ktp"});
    const TicketId left = hall.issue({"ktp", "kk"}, true);
    const TicketId called = hall.issue({"ktp"});
    hall.queue.must(CallLeg{hall.counter1, {served, 0}});
    hall.queue.must(FinishLeg{{{served, 0}, hall.leg({served, 0}).open->id}});
    hall.queue.must(CallLeg{hall.counter1, {called, 0}});
    EXPECT_EQ(hall.codeOf(continuing(hall, left)), "nothing-left") << "her day is not over";

    hall.clock.advance(hours(24));
    hall.queue.doWhatIsDue();
    const Day today = dayOf(hall.clock.now(), TimeZone::Wib);
    EXPECT_TRUE(hall.site().leftWaiting(*Number::parse("A-002"), today)) << "before the day's first number";
    const TicketId early = hall.issue({"ktp"});
    EXPECT_EQ(hall.codeOf(continuing(hall, served)), "nothing-left") << "she was served";
    const auto onPaper = hall.site().leftWaiting(*Number::parse("A-002"), today);
    ASSERT_TRUE(onPaper) << "as staff type it from yesterday's slip";
    EXPECT_EQ(onPaper->id, left);
    const IssueTicket again = continuing(hall, left);
    hall.queue.must(again);
    EXPECT_EQ(hall.codeOf(continuing(hall, left)), "continued-already");
    EXPECT_EQ(hall.site().leftWaiting(left, today)->continuedBy, again.ticket);

    const Ticket& ticket = *hall.site().find(again.ticket);
    EXPECT_EQ(ticket.number.text(), "A-002") << "today's own numbers";
    EXPECT_EQ(ticket.legs.size(), 2U);
    EXPECT_TRUE(ticket.hasPriority());
    EXPECT_LT(ticket.legs[0].place.arrival, hall.leg({early, 0}).place.arrival);
    hall.queue.must(continuing(hall, called));
    hall.open(hall.counter2, hall.budi);
    EXPECT_EQ(hall.number(hall.call(hall.counter2).leg.ticket), "A-002");
    hall.open(hall.counter1, hall.ani);
    EXPECT_EQ(hall.number(hall.call(hall.counter1).leg.ticket), "A-003") << "before who came this morning";
}

TEST(Days, GoingOnMayAddAServiceAndTheNewestOfTwoSlipsOfOneNumberIsMeant)
{
    Hall hall;
    const TicketId older = hall.issue({"ktp"});
    hall.clock.advance(hours(24));
    const TicketId newer = hall.issue({"ktp"});
    hall.clock.advance(hours(24));
    const Day today = dayOf(hall.clock.now(), TimeZone::Wib);
    EXPECT_EQ(hall.site().leftWaiting(*Number::parse("A-001"), today)->id, newer) << "before today's first";
    hall.issue({"kk"});
    EXPECT_EQ(hall.site().leftWaiting(*Number::parse("A-001"), today)->id, newer);
    EXPECT_FALSE(hall.site().leftWaiting(*Number::parse("A-002"), today));
    IssueTicket wanted = continuing(hall, older);
    wanted.services = {*ServiceId::parse("ktp"), *ServiceId::parse("kk")};
    wanted.classes = {*PriorityClassId::parse("lansia")};
    hall.queue.must(wanted);
    const Ticket& ticket = *hall.site().find(wanted.ticket);
    EXPECT_LT(ticket.legs[0].place.arrival, ticket.issued) << "the errand that was left";
    EXPECT_EQ(ticket.legs[1].place.arrival, ticket.issued) << "and the new one";
    EXPECT_TRUE(ticket.hasPriority());
}

TEST(Days, TheRightToGoOnEndsAfterTheDaysThatTheCatalogueSays)
{
    auto catalogue = std::make_shared<Catalogue>(*tinyCatalogue());
    catalogue->continueWithin_days = 2;
    Hall hall(catalogue);
    const TicketId left = hall.issue({"ktp"});
    hall.clock.advance(hours(48));
    hall.issue({"ktp"});
    EXPECT_EQ(hall.codeOf(continuing(hall, left)), "done") << "on the second day";
    const TicketId second = hall.issue({"ktp"});
    hall.clock.advance(hours(24));
    hall.issue({"ktp"});
    EXPECT_EQ(hall.codeOf(continuing(hall, left)), "nothing-left") << "three days are too long";
    EXPECT_EQ(hall.codeOf(continuing(hall, second)), "done");
}

TEST(Days, GoingOnNeedsNoQuota)
{
    Hall hall;
    hall.clock.advance(hours(24)); // Tuesday: the police are there
    const TicketId left = hall.issue({"skck"});
    hall.clock.advance(hours(48));
    for (int i = 0; i < 5; ++i)
        hall.issue({"skck"});
    IssueTicket wanted;
    wanted.ticket = hall.queue.random().makeId<TicketId>();
    wanted.services = {*ServiceId::parse("skck")};
    EXPECT_EQ(hall.codeOf(wanted), "quota-spent");
    EXPECT_EQ(hall.codeOf(continuing(hall, left)), "done") << "she was promised a turn";
}

TEST(Days, CountersThatNobodyClosedAreClosedWhenTheirDayIsOver)
{
    Hall hall;
    hall.open(hall.counter1, hall.ani);
    hall.open(hall.counter2, hall.budi);
    const TicketId serving = hall.issue({"ktp"});
    const TicketId called = hall.issue({"ktp"});
    const LegAct first = hall.call(hall.counter1);
    hall.queue.must(StartService{first});
    const LegAct second = hall.call(hall.counter2);
    hall.queue.must(AcknowledgeCall{second});
    hall.clock.advance(hours(14)); // 23:00
    EXPECT_TRUE(due(hall.site(), hall.clock.now()).empty());
    hall.clock.advance(hours(1));
    hall.queue.doWhatIsDue();
    EXPECT_EQ(hall.leg({serving, 0}).state, LegState::Finished) << "she went home served";
    EXPECT_TRUE(hall.site().queue(hall.leg({serving, 0}).queue).recentServices.empty())
        << "but how long it took nobody knows";
    EXPECT_EQ(hall.leg({called, 0}).state, LegState::Waiting);
    for (const CounterId& counter : {hall.counter1, hall.counter2})
        EXPECT_EQ(hall.site().desk(counter).presence, CounterPresence::Closed);
    EXPECT_TRUE(due(hall.site(), hall.clock.now()).empty());
    EXPECT_FALSE(nextFor(hall.site(), hall.counter1, hall.clock.now()))
        << "nobody is called of a day that is over";
}

TEST(Days, ACounterOpenedThisMorningBeforeTheFirstNumberStaysOpen)
{
    Hall hall;
    hall.issue({"ktp"});
    hall.clock.advance(hours(24));
    hall.open(hall.counter1, hall.ani);
    hall.queue.doWhatIsDue();
    hall.issue({"ktp"});
    hall.queue.doWhatIsDue();
    EXPECT_EQ(hall.site().desk(hall.counter1).presence, CounterPresence::Open);
}

TEST(Days, NumbersStartAgainAcrossMidnightAndAtTheYearsEndInEveryZone)
{
    for (const TimeZone zone : {TimeZone::Wib, TimeZone::Wita, TimeZone::Wit}) {
        auto catalogue = std::make_shared<Catalogue>(*tinyCatalogue());
        catalogue->timeZone = zone;
        catalogue->closures.clear();
        catalogue->hours.week.fill({Period{MinuteOfDay(0), MinuteOfDay(1440)}});
        Hall hall(catalogue);
        const Instant newYear = toInstant(LocalInstant(parseDay("2027-01-01").value()), zone);
        hall.clock.advance(newYear - std::chrono::milliseconds(1) - hall.clock.now());
        const TicketId last = hall.issue({"ktp"});
        const Day lastDay = hall.site().find(last)->day;
        EXPECT_EQ(formatDay(lastDay), "2026-12-31");
        EXPECT_EQ(hall.number(hall.issue({"ktp"})), "A-002");
        hall.clock.advance(std::chrono::milliseconds(1));
        EXPECT_EQ(hall.number(hall.issue({"ktp"})), "A-001") << static_cast<int>(zone);
        EXPECT_EQ(formatDay(hall.site().day()), "2027-01-01");
    }
}

TEST(Days, ANewCatalogueMovesWhoCouldNotBeCalledAndStrandsNobody)
{
    auto first = std::make_shared<Catalogue>(*tinyCatalogue());
    first->services[2].hours = first->hours;
    Hall hall(first);
    hall.open(hall.counter3, hall.ani);
    const TicketId ticket = hall.issue({"skck"});
    EXPECT_EQ(hall.number(ticket), "C-001");

    auto next = std::make_shared<Catalogue>(*first);
    next->version = 2;
    next->services[2].title = {"SKCK baru", "New SKCK"};
    hall.queue.must(PublishCatalogue{next});
    const Ticket& kept = *hall.site().find(ticket);
    EXPECT_EQ(kept.catalogueVersion, 1);
    EXPECT_EQ(hall.site().serviceOf(kept, kept.legs[0])->title, first->services[2].title)
        << "the ticket keeps what it was issued under";

    // Its queue is called from nowhere any more, but its service is at the counters of the other queue.
    auto moved = std::make_shared<Catalogue>(*next);
    moved->version = 3;
    moved->services[2].queue = moved->queues[0].id;
    moved->counters.pop_back();
    hall.call(hall.counter3);
    EXPECT_EQ(hall.codeOf(PublishCatalogue{moved}), "catalogue-strands") << "somebody is at that counter";
    hall.queue.must(WithdrawCall{{{ticket, 0}, hall.leg({ticket, 0}).open->id}});
    EXPECT_EQ(hall.codeOf(PublishCatalogue{moved}), "done");
    EXPECT_EQ(hall.leg({ticket, 0}).queue, moved->queues[0].id);
    EXPECT_EQ(hall.site().desk(hall.counter3).presence, CounterPresence::Closed);
    hall.open(hall.counter1, hall.ani);
    EXPECT_EQ(hall.call(hall.counter1).leg.ticket, ticket);
    hall.queue.must(WithdrawCall{{{ticket, 0}, hall.leg({ticket, 0}).open->id}});

    auto stranding = std::make_shared<Catalogue>(*moved);
    stranding->version = 4;
    stranding->services.pop_back();
    for (Counter& counter : stranding->counters)
        counter.queues = {stranding->queues[1].id};
    EXPECT_EQ(hall.codeOf(PublishCatalogue{stranding}), "catalogue-strands");
    hall.clock.advance(hours(24));
    EXPECT_EQ(hall.codeOf(PublishCatalogue{stranding}), "done") << "yesterday's numbers wait no more";
}

TEST(Days, ACheckpointHoldsAllThatGoesOn)
{
    Hall hall;
    hall.open(hall.counter1, hall.ani);
    const TicketId left = hall.issue({"ktp", "kk"}, true);
    hall.issue({"ktp"});
    for (int i = 0; i < 2; ++i) {
        const LegAct act = hall.call(hall.counter1);
        hall.queue.must(StartService{act});
        hall.clock.advance(minutes(3 + i));
        hall.queue.must(i == 0 ? CommandBody(ParkLeg{act}) : CommandBody(FinishLeg{act}));
    }
    hall.queue.must(
        RegisterDevice{*DeviceId::parse("kiosk-1"), hall.queue.random().makeId<IncarnationId>(), {}, 3, {}});
    hall.clock.advance(hours(24));
    hall.queue.doWhatIsDue();
    hall.issue({"ktp"});
    hall.queue.must(continuing(hall, left));

    const auto checkpoint = hall.queue.journal.newestCheckpoint();
    ASSERT_TRUE(checkpoint && *checkpoint) << "kept when the new day began";
    const auto& events = hall.queue.journal.events();
    const auto restored =
        siteOf(**checkpoint, [&](std::uint64_t n) { return hall.queue.journal.eventAt(n); });
    ASSERT_TRUE(restored) << restored.error().context;
    Site site = *restored;
    EXPECT_EQ(checkpointOf(site), (*checkpoint)->state) << "one text for one state";
    EXPECT_EQ(site.queue(*QueueId::parse("dukcapil")).recentServices.size(), 2U)
        << "the pace of two services";
    for (std::size_t i = (*checkpoint)->at.n; i < events.size(); ++i)
        ASSERT_TRUE(applyEvent(site, events[i]));
    EXPECT_EQ(textOf(site), textOf(hall.site()));
    EXPECT_EQ(checkpointOf(site), checkpointOf(hall.site()));
}

TEST(Days, ACommandOfYesterdaySentAgainAfterARestartHasItsAnswer)
{
    Hall hall;
    IssueTicket wanted;
    wanted.ticket = hall.queue.random().makeId<TicketId>();
    wanted.services = {*ServiceId::parse("ktp")};
    const Command command{hall.queue.random().makeId<CommandId>(), {*DeviceId::parse("test"), {}}, wanted};
    hall.queue.submit(command, [](const Result<Receipt>& reply) { ASSERT_TRUE(reply); });
    hall.clock.advance(hours(24));
    hall.issue({"ktp"});

    DirectQueue restarted(hall.clock, {}, hall.queue.journal);
    EXPECT_FALSE(restarted.site().hasAnswered(command.id)) << "only the journal knows";
    const std::size_t events = restarted.journal.events().size();
    restarted.submit(command, [&](const Result<Receipt>& reply) {
        ASSERT_TRUE(reply) << reply.error().code;
        EXPECT_EQ(std::get<TicketIssued>(reply->events.at(0).body).number.text(), "A-001");
    });
    EXPECT_EQ(restarted.journal.events().size(), events) << "it happens once";
    EXPECT_EQ(textOf(restarted.site()), textOf(hall.site()));
}

TEST(Days, ACheckpointThatIsNotOneIsRefused)
{
    Hall hall;
    hall.open(hall.counter1, hall.ani);
    hall.issue({"ktp"}, true);
    hall.issue({"ktp", "kk"});
    hall.queue.must(FinishLeg{hall.call(hall.counter1)});
    hall.queue.must(
        RegisterDevice{*DeviceId::parse("kiosk-1"), hall.queue.random().makeId<IncarnationId>(), {}, 3, {}});
    const auto eventAt = [&](std::uint64_t n) { return hall.queue.journal.eventAt(n); };
    const std::string good = checkpointOf(hall.site());
    ASSERT_TRUE(siteOf({hall.site().head(), good}, eventAt));
    for (const std::string& bad : {std::string("{}"), std::string("["), good.substr(0, good.size() / 2)})
        EXPECT_FALSE(siteOf({hall.site().head(), bad}, eventAt)) << bad;
    const auto whole = nlohmann::json::parse(good);
    for (const auto& [key, value] : whole.items()) {
        auto broken = whole;
        broken[key] = nlohmann::json::object({{"a", 1}});
        EXPECT_FALSE(siteOf({hall.site().head(), broken.dump()}, eventAt)) << key;
    }
    int refused = 0;
    const auto flat = whole.flatten();
    for (const auto& [path, value] : flat.items()) {
        for (const nlohmann::json& nonsense :
             std::vector<nlohmann::json>{nullptr, nlohmann::json::array(), -1, "", "zz", true}) {
            auto broken = whole;
            broken[nlohmann::json::json_pointer(path)] = nonsense;
            const auto site = siteOf({hall.site().head(), broken.dump()}, eventAt);
            refused += site ? 0 : 1;
            if (site) {
                EXPECT_TRUE(siteOf({hall.site().head(), checkpointOf(*site)}, eventAt)) << path << nonsense;
            }
        }
    }
    EXPECT_GT(refused, 100);
    auto elsewhere = whole;
    elsewhere["catalogue"] = 2; // somebody's name
    EXPECT_FALSE(siteOf({hall.site().head(), elsewhere.dump()}, eventAt));
}

TEST(Days, NoNumberIsGivenWhoseTurnCannotComeBeforeClosing)
{
    Hall hall;
    hall.open(hall.counter1, hall.ani);
    const Service& ktp = *tinyCatalogue()->find(*ServiceId::parse("ktp"));
    IssueTicket wanted;
    wanted.services = {ktp.id};
    std::string code;
    int given = 0;
    for (; given < 200 && code != "turn-too-late"; ++given) {
        wanted.ticket = hall.queue.random().makeId<TicketId>();
        code = hall.codeOf(wanted);
    }
    EXPECT_EQ(code, "turn-too-late") << "one counter cannot serve 200 people in a day";
    EXPECT_GT(given * ktp.serviceStandard, hours(6)) << "but most of a day's worth";
    const Opening opening = openingOf(hall.site(), ktp, hall.clock.now());
    EXPECT_EQ(opening.reason, ClosedReason::TurnTooLate);
    EXPECT_EQ(opening.opensNext, hall.clock.now() + hours(22) + minutes(30)) << "tomorrow at 07.30";
    EXPECT_TRUE(openingOf(hall.site(), ktp, hall.clock.now(), true).isOpen()) << "priority goes before them";

    wanted.appointment = hall.clock.now() + hours(1);
    wanted.ticket = hall.queue.random().makeId<TicketId>();
    EXPECT_EQ(hall.codeOf(wanted), "done") << "a booking is honoured";
    hall.queue.must(ChangeCounter{hall.counter1, CounterPresence::Closed, {}});
    wanted.appointment.reset();
    wanted.ticket = hall.queue.random().makeId<TicketId>();
    EXPECT_EQ(hall.codeOf(wanted), "done") << "where no counter is open nobody knows";
}

} // namespace
} // namespace anjungan
