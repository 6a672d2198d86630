// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a log which contradicts itself is refused at the first event that cannot follow, whatever its
// kind, and that the state is left as it was; and that commands about what is not there have their own codes.
#include "support/hall.h"
#include "support/site_text.h"

#include <gtest/gtest.h>

namespace anjungan {
namespace {

class InconsistentLog : public testing::Test
{
protected:
    void SetUp() override
    {
        hall.open(hall.counter1, hall.ani);
        hall.open(hall.counter2, hall.budi);
        waiting = {hall.issue({"ktp", "kk"}), 0};
        finished = {hall.issue({"ktp"}), 0};
        cancelled = {hall.issue({"ktp"}), 0};
        called = {hall.issue({"ktp"}), 0};
        hall.queue.must(CallLeg{hall.counter1, finished});
        hall.queue.must(FinishLeg{{finished, hall.leg(finished).open->id}});
        hall.queue.must(CancelTicket{cancelled.ticket, {}});
        hall.queue.must(CallLeg{hall.counter1, called});
        open = hall.leg(called).open->id;
        nobody = {hall.queue.random().makeId<TicketId>(), 0};
        other = hall.queue.random().makeId<EpisodeId>();
        site = hall.site();
    }

    /// Whether the event is refused and nothing changed.
    testing::AssertionResult isRefused(EventBody body, std::optional<Position> position = std::nullopt)
    {
        Event event = hall.queue.journal.events().back();
        event.position = position.value_or(Position{site.head().epoch, site.head().n + 1});
        event.act.command = hall.queue.random().makeId<CommandId>();
        event.body = std::move(body);
        const std::string before = textOf(site);
        const auto applied = applyEvent(site, event);
        if (applied)
            return testing::AssertionFailure() << kindOf(event.body) << " was taken";
        if (applied.error().code != "journal-inconsistent" || applied.error().severity != Severity::Fatal)
            return testing::AssertionFailure() << applied.error().code;
        return textOf(site) == before ? testing::AssertionSuccess()
                                      : testing::AssertionFailure() << "the state moved";
    }

    Hall hall;
    LegId waiting;
    LegId finished;
    LegId cancelled;
    LegId called;
    LegId nobody;
    EpisodeId open;
    EpisodeId other;
    Site site;
};

TEST_F(InconsistentLog, PositionsFollowWithoutGapAndEpochsDoNotFall)
{
    const Position head = site.head();
    const StaffChanged body{hall.ani, "Ani"};
    EXPECT_TRUE(isRefused(body, Position{head.epoch, head.n}));
    EXPECT_TRUE(isRefused(body, Position{head.epoch, head.n + 2}));
    Event raised = hall.queue.journal.events().back();
    raised.body = body;
    raised.position = Position{head.epoch + 1, head.n + 1};
    ASSERT_TRUE(applyEvent(site, raised));
    EXPECT_TRUE(isRefused(body, Position{head.epoch, head.n + 2}));
    raised.position.reset();
    EXPECT_FALSE(applyEvent(site, raised));
}

TEST_F(InconsistentLog, AnEpochRisesToWhereItsEventStands)
{
    const Position head = site.head();
    const std::uint32_t next = head.epoch + 1;
    EXPECT_TRUE(isRefused(EpochRaised{next}, Position{head.epoch, head.n + 1}));
    EXPECT_TRUE(isRefused(EpochRaised{head.epoch}, Position{head.epoch, head.n + 1}));
    EXPECT_TRUE(isRefused(EpochRaised{next}, Position{next + 1, head.n + 1}));
    EXPECT_FALSE(isRefused(EpochRaised{next}, Position{next, head.n + 1}));
    EXPECT_EQ(site.head(), (Position{next, head.n + 1}));
}

TEST_F(InconsistentLog, ALegThatIsNotThere)
{
    for (const LegId& leg : {nobody, LegId{waiting.ticket, 5}}) {
        EXPECT_TRUE(isRefused(LegCalled{leg, hall.counter2, other, {}}));
        EXPECT_TRUE(isRefused(CallAcknowledged{leg, open}));
        EXPECT_TRUE(isRefused(CallRepeated{leg, open}));
        EXPECT_TRUE(isRefused(ServiceStarted{leg, open}));
        EXPECT_TRUE(isRefused(LegFinished{leg, open}));
        EXPECT_TRUE(isRefused(LegMissed{leg, open}));
        EXPECT_TRUE(isRefused(CallWithdrawn{leg, open}));
        EXPECT_TRUE(isRefused(LegParked{leg, {}}));
        EXPECT_TRUE(isRefused(LegReturned{leg, 0}));
        EXPECT_TRUE(isRefused(LegTransferred{leg, {}, {}, {}, {}}));
        EXPECT_TRUE(isRefused(LegCancelled{leg, {}}));
        EXPECT_TRUE(isRefused(LegTakenOver{leg, open, hall.counter2, other}));
        EXPECT_TRUE(isRefused(LegReopened{leg, hall.counter2, other}));
        EXPECT_TRUE(isRefused(ActUndone{leg, other}));
    }
    EXPECT_TRUE(isRefused(PriorityConfirmed{nobody.ticket, {}}));
}

TEST_F(InconsistentLog, AnEpisodeThatIsNotOpenOrAnother)
{
    for (const EpisodeId& episode : {other, EpisodeId()}) {
        EXPECT_TRUE(isRefused(CallAcknowledged{called, episode}));
        EXPECT_TRUE(isRefused(LegFinished{called, episode}));
        EXPECT_TRUE(isRefused(LegFinished{waiting, episode}));
        EXPECT_TRUE(isRefused(LegTakenOver{called, episode, hall.counter2, other}));
        EXPECT_TRUE(isRefused(LegParked{called, episode}));
    }
    EXPECT_TRUE(isRefused(LegParked{called, {}})) << "one is open";
    EXPECT_TRUE(isRefused(LegCalled{called, hall.counter2, other, {}})) << "it is called already";
}

TEST_F(InconsistentLog, AnActThatTheLegsStateForbids)
{
    for (const LegId& over : {finished, cancelled}) {
        EXPECT_TRUE(isRefused(LegCalled{over, hall.counter2, other, {}}));
        EXPECT_TRUE(isRefused(LegParked{over, {}}));
        EXPECT_TRUE(isRefused(LegTransferred{over, {}, {}, {}, {}}));
        EXPECT_TRUE(isRefused(LegCancelled{over, {}}));
        EXPECT_TRUE(isRefused(LegReturned{over, 0}));
    }
    EXPECT_TRUE(isRefused(LegMissed{waiting, {}}));
    EXPECT_TRUE(isRefused(LegReturned{waiting, 0}));
    EXPECT_TRUE(isRefused(LegReopened{waiting, hall.counter2, other}));
    EXPECT_TRUE(isRefused(LegReopened{cancelled, hall.counter2, other}));
    EXPECT_TRUE(isRefused(ActUndone{called, other})) << "another act was the last";
}

TEST_F(InconsistentLog, ACounterThatHasSomebody)
{
    EXPECT_TRUE(isRefused(LegCalled{waiting, hall.counter1, other, {}}));
    EXPECT_TRUE(isRefused(LegReopened{finished, hall.counter1, other}));
    hall.queue.must(CallLeg{hall.counter2, waiting});
    site = hall.site();
    EXPECT_TRUE(isRefused(LegTakenOver{called, open, hall.counter2, other}));
    EXPECT_TRUE(isRefused(ActUndone{finished, hall.leg(finished).last->command})) << "its counter is busy";
}

TEST_F(InconsistentLog, ATicketOrNumberTwiceOrOfADayThatIsOver)
{
    const Ticket& ticket = *site.find(waiting.ticket);
    TicketIssued again{nobody.ticket, ticket.number, ticket.day, 1, {ticket.legs[0].asIssued}, {}};
    EXPECT_TRUE(isRefused(again));
    again.number = *Number::parse("A-900");
    again.ticket = waiting.ticket;
    EXPECT_TRUE(isRefused(again));
    again.ticket = nobody.ticket;
    again.day -= std::chrono::days(1);
    EXPECT_TRUE(isRefused(again));
    again.day += std::chrono::days(2);
    again.legs.clear();
    EXPECT_TRUE(isRefused(again)) << "a ticket for nothing";
    EXPECT_TRUE(isRefused(NumbersRaised{ticket.day - std::chrono::days(1), again.number}));
    EXPECT_TRUE(isRefused(CataloguePublished{}));
}

TEST_F(InconsistentLog, AnEventOfALaterVersionMakesItsSubjectReadOnly)
{
    const LegAct act{called, open};
    Event event = hall.queue.journal.events().back();
    event.position = Position{site.head().epoch, site.head().n + 1};
    event.subject = subjectOf(called.ticket);
    event.body = UnknownEvent{"leg-blessed", "{}"};
    ASSERT_TRUE(applyEvent(site, event));
    const Command command{other, {*DeviceId::parse("test"), hall.ani}, RecallLeg{act}};
    const auto decided = decide(site, command, hall.clock.now());
    ASSERT_FALSE(decided);
    EXPECT_EQ(decided.error().code, "update-me");
    EXPECT_TRUE(decide(site, {other, command.actor, CallNext{hall.counter2}}, hall.clock.now()))
        << "the others go on";
}

TEST_F(InconsistentLog, CommandsAboutWhatIsNotThereSaySo)
{
    const CounterId nowhere = *CounterId::parse("loket-9");
    EXPECT_EQ(hall.codeOf(ChangeCounter{nowhere, CounterPresence::Open, hall.ani}), "counter-unknown");
    EXPECT_EQ(hall.codeOf(ChangeCounter{hall.counter3, CounterPresence::Open, {}}), "staff-unknown");
    EXPECT_EQ(hall.codeOf(ChangeCounter{hall.counter3, CounterPresence::Open, StaffId::parse("x")}),
              "staff-unknown");
    EXPECT_EQ(hall.codeOf(ChangeStaff{{}, "Ani"}), "text-too-long");
    EXPECT_EQ(hall.codeOf(ChangeStaff{hall.ani, ""}), "text-too-long");
    EXPECT_EQ(hall.codeOf(ChangeStaff{hall.ani, std::string(61, 'a')}), "text-too-long");
    EXPECT_EQ(hall.codeOf(RegisterDevice{{}, {}, {}, 0, {}}), "device-invalid");
    EXPECT_EQ(hall.codeOf(RegisterDevice{*DeviceId::parse("k"), {}, {}, 10, {}}), "device-invalid");
    EXPECT_EQ(hall.codeOf(PublishCatalogue{}), "catalogue-invalid");
    EXPECT_EQ(hall.codeOf(PublishCatalogue{tinyCatalogue()}), "catalogue-old");
    auto elsewhere = std::make_shared<Catalogue>(*tinyCatalogue());
    elsewhere->version = 9;
    elsewhere->site = *SiteId::parse("lain");
    EXPECT_EQ(hall.codeOf(PublishCatalogue{elsewhere}), "catalogue-other-site");
    auto training = std::make_shared<Catalogue>(*tinyCatalogue());
    training->version = 9;
    training->training = true;
    EXPECT_EQ(hall.codeOf(PublishCatalogue{training}), "training-differs");
    EXPECT_EQ(hall.codeOf(CancelTicket{nobody.ticket, {}}), "ticket-unknown");
    EXPECT_EQ(hall.codeOf(CancelTicket{waiting.ticket, std::uint8_t{4}}), "leg-unknown");
    EXPECT_EQ(hall.codeOf(CancelTicket{called.ticket, {}}), "act-illegal") << "she is at a counter";
    EXPECT_EQ(hall.codeOf(ConfirmPriority{nobody.ticket, {}}), "ticket-unknown");
    const PriorityClassId elderly = *PriorityClassId::parse("lansia");
    EXPECT_EQ(hall.codeOf(ConfirmPriority{waiting.ticket, {elderly, elderly}}), "class-unknown");
    EXPECT_EQ(hall.codeOf(TakeOverLeg{{nobody, open}, hall.counter2}), "ticket-unknown");
    EXPECT_EQ(hall.codeOf(ReopenLeg{nobody, hall.counter2}), "ticket-unknown");
    for (const int quantity : {0, 1'000})
        EXPECT_EQ(hall.codeOf(FinishLeg{{called, open}, Outcome::Done, Way::Counter, quantity}),
                  "quantity-invalid");
    IssueTicket wanted;
    wanted.ticket = nobody.ticket;
    EXPECT_EQ(hall.codeOf(wanted), "no-service");
    wanted.services = {*ServiceId::parse("ktp"), *ServiceId::parse("ktp")};
    EXPECT_EQ(hall.codeOf(wanted), "service-twice");
    wanted.services.pop_back();
    wanted.needs = {Need::Escort, Need::Escort};
    EXPECT_EQ(hall.codeOf(wanted), "class-unknown");
    wanted.needs.clear();
    wanted.classes = {elderly, elderly};
    EXPECT_EQ(hall.codeOf(wanted), "class-unknown");
    wanted.classes = {*PriorityClassId::parse("raja")};
    EXPECT_EQ(hall.codeOf(wanted), "class-unknown");
    wanted.classes.clear();
    wanted.ticket = {};
    EXPECT_EQ(hall.codeOf(wanted), "ticket-exists") << "an id that nobody made";
    wanted.ticket = nobody.ticket;
    wanted.classes.resize(9, elderly);
    EXPECT_EQ(hall.codeOf(wanted), "too-many-services");
    wanted.classes.clear();
    wanted.needs.resize(5, Need::Escort);
    EXPECT_EQ(hall.codeOf(wanted), "too-many-services");
    wanted.needs.clear();
    const Command early{other, {*DeviceId::parse("test"), {}}, wanted};
    EXPECT_EQ(decide(hall.site(), early, hall.clock.now() - std::chrono::hours(24)).error().code,
              "clock-behind");
    const Day today = hall.site().day();
    for (const Number& number :
         {Number{"A", 0, 0}, Number{"A", 0, 1'000}, Number{"A", 10, 1}, Number{"", 0, 1}})
        EXPECT_EQ(hall.codeOf(RaiseNumbers{today, number}), "number-invalid");
    // Directions, separators and controls that change what people read (core/plain_text.h).
    for (const char* hidden : {"\u200E", "\u200F", "\u202E", "\u2066", "\u2028", "\u2029", "\u007F", "\n"})
        EXPECT_EQ(hall.codeOf(ChangeStaff{hall.ani, std::string("Ani") + hidden}), "text-too-long");
    EXPECT_FALSE(TicketId::parse(std::string(32, 'g')));
    EXPECT_FALSE(TicketId::parse(std::string(31, 'a') + "A"));
    EXPECT_FALSE(TicketId::parse(std::string(32, '/')));
    wanted.series = 10;
    EXPECT_EQ(hall.codeOf(wanted), "too-many-services");
    wanted.series = 0;
    wanted.continues = called.ticket;
    EXPECT_EQ(hall.codeOf(wanted), "nothing-left");
    Hall empty(tinyCatalogue());
    DirectQueue bare(empty.clock);
    std::string code;
    bare.submit({other, {*DeviceId::parse("test"), {}}, CallNext{hall.counter1}},
                [&code](const Result<Receipt>& reply) { code = reply ? "done" : reply.error().code; });
    EXPECT_EQ(code, "no-catalogue");
}

} // namespace
} // namespace anjungan
