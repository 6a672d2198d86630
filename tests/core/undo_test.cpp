// SPDX-License-Identifier: GPL-3.0-or-later
// Proves what may be taken back, by whom, for how long, and that it stands as before; and that another
// counter goes on with a citizen, or the same one serves her again, without losing or doubling anything.
#include "support/hall.h"
#include "support/site_text.h"

#include <gtest/gtest.h>

namespace anjungan {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

class Undo : public testing::Test
{
protected:
    void SetUp() override
    {
        hall.open(hall.counter1, hall.ani);
        hall.open(hall.counter2, hall.budi);
    }

    /// Done by somebody; the id of the act.
    CommandId act(CommandBody body, const StaffId& staff)
    {
        const CommandId id = hall.queue.random().makeId<CommandId>();
        EXPECT_EQ(answerTo({id, {*DeviceId::parse("test"), staff}, std::move(body)}), "done");
        return id;
    }
    CommandId act(CommandBody body) { return act(std::move(body), hall.ani); }

    std::string undo(const LegId& leg, const CommandId& id, const StaffId& staff)
    {
        const CommandId own = hall.queue.random().makeId<CommandId>();
        return answerTo({own, {*DeviceId::parse("test"), staff}, UndoAct{leg, id}});
    }
    std::string undo(const LegId& leg, const CommandId& id) { return undo(leg, id, hall.ani); }

    std::string answerTo(Command command)
    {
        std::string code;
        hall.queue.submit(std::move(command), [&code](const Result<Receipt>& reply) {
            code = reply ? "done" : reply.error().code;
        });
        return code;
    }

    LegAct openAt(const CounterId& counter)
    {
        const LegId leg = *hall.site().desk(counter).openLeg;
        return {leg, hall.leg(leg).open->id};
    }

    Hall hall;
};

TEST_F(Undo, ACallIsTakenBackWithWhatItCounted)
{
    const TicketId ordinary = hall.issue({"ktp"});
    const TicketId priority = hall.issue({"ktp"}, true);
    const std::string before = standingOf(hall.site());
    const CommandId call = act(CallNext{hall.counter1});
    ASSERT_EQ(openAt(hall.counter1).leg.ticket, priority);
    EXPECT_EQ(hall.leg({ordinary, 0}).passedOver, 1);
    hall.queue.must(AcknowledgeCall{openAt(hall.counter1)});
    EXPECT_EQ(undo({priority, 0}, call), "done");
    EXPECT_EQ(standingOf(hall.site()), before);
    EXPECT_EQ(undo({priority, 0}, call), "nothing-to-undo") << "once";
}

TEST_F(Undo, OnlyByWhoDidItAndOnlyTheLastActOnThatLeg)
{
    const TicketId ticket = hall.issue({"ktp"});
    const CommandId call = act(CallNext{hall.counter1});
    EXPECT_EQ(undo({ticket, 0}, call, hall.budi), "undo-not-yours");
    const CommandId serve = act(StartService{openAt(hall.counter1)});
    EXPECT_EQ(undo({ticket, 0}, call), "nothing-to-undo");
    EXPECT_EQ(undo({ticket, 0}, serve), "done");
    EXPECT_EQ(hall.leg({ticket, 0}).state, LegState::Called);
    EXPECT_EQ(undo({ticket, 0}, call), "nothing-to-undo") << "one step back, not two";
}

TEST_F(Undo, WithinAMinute)
{
    const TicketId ticket = hall.issue({"ktp"});
    act(CallNext{hall.counter1});
    hall.queue.must(AcknowledgeCall{openAt(hall.counter1)});
    CommandId missed = act(MarkNoShow{openAt(hall.counter1)});
    hall.clock.advance(undoWithin);
    EXPECT_EQ(undo({ticket, 0}, missed), "done") << "the last moment";
    missed = act(MarkNoShow{openAt(hall.counter1)});
    hall.clock.advance(undoWithin + std::chrono::milliseconds(1));
    EXPECT_EQ(undo({ticket, 0}, missed), "act-too-late");
}

TEST_F(Undo, AFinishOnlyWhileItsCounterIsFreeAndTheCitizenIsNotElsewhere)
{
    const TicketId ticket = hall.issue({"ktp", "kk"});
    hall.issue({"ktp"});
    act(CallNext{hall.counter1});
    act(StartService{openAt(hall.counter1)});
    const EpisodeId episode = *openAt(hall.counter1).episode;
    hall.clock.advance(minutes(4));
    CommandId finish = act(FinishLeg{openAt(hall.counter1), Outcome::Issued, Way::MppDigital, 3});
    const auto& times = hall.site().queue(hall.leg({ticket, 0}).queue).recentServices;
    EXPECT_EQ(times.at(*ServiceId::parse("ktp")).size(), 1U);

    const CommandId next = act(CallNext{hall.counter2}, hall.budi);
    EXPECT_EQ(undo({ticket, 0}, finish), "citizen-elsewhere") << "her second errand was called";
    EXPECT_EQ(undo({ticket, 1}, next, hall.budi), "done");
    act(CallLeg{hall.counter1, {ticket, 1}});
    EXPECT_EQ(undo({ticket, 0}, finish), "counter-busy");
    hall.queue.must(WithdrawCall{openAt(hall.counter1)});
    EXPECT_EQ(undo({ticket, 0}, finish), "done");
    EXPECT_EQ(hall.leg({ticket, 0}).state, LegState::Serving);
    EXPECT_EQ(*openAt(hall.counter1).episode, episode);
    EXPECT_FALSE(hall.leg({ticket, 0}).outcome);
    EXPECT_EQ(hall.leg({ticket, 0}).quantity, 1);
    EXPECT_TRUE(times.at(*ServiceId::parse("ktp")).empty()) << "its time counts no more";

    finish = act(FinishLeg{openAt(hall.counter1)});
    hall.queue.must(ChangeCounter{hall.counter1, CounterPresence::Closed, {}});
    EXPECT_EQ(undo({ticket, 0}, finish), "counter-closed");
}

TEST_F(Undo, AWithdrawalByTimeIsNobodysToTakeBack)
{
    const TicketId ticket = hall.issue({"ktp"});
    act(CallNext{hall.counter1});
    hall.clock.advance(acknowledgeWithin);
    hall.queue.doWhatIsDue();
    ASSERT_EQ(hall.leg({ticket, 0}).state, LegState::Waiting);
    EXPECT_EQ(undo({ticket, 0}, hall.leg({ticket, 0}).last->command), "undo-not-yours");
}

TEST_F(Undo, NotOnTheNextDay)
{
    const TicketId ticket = hall.issue({"ktp"});
    hall.clock.setNow(toInstant(LocalInstant(parseDay("2026-11-23").value()) + std::chrono::hours(23) +
                                    minutes(59) + seconds(50),
                                TimeZone::Wib));
    hall.queue.must(ConfirmClock{hall.clock.now()});
    const CommandId park = act(ParkLeg{{{ticket, 0}, {}}});
    hall.clock.advance(seconds(20));
    EXPECT_EQ(undo({ticket, 0}, park), "ticket-unknown");
}

TEST_F(Undo, RefusesWhatIsNotThere)
{
    const TicketId ticket = hall.issue({"ktp"});
    const CommandId any = hall.queue.random().makeId<CommandId>();
    EXPECT_EQ(undo({hall.queue.random().makeId<TicketId>(), 0}, any), "ticket-unknown");
    EXPECT_EQ(undo({ticket, 4}, any), "leg-unknown");
    EXPECT_EQ(undo({ticket, 0}, any), "nothing-to-undo");
}

TEST_F(Undo, AnotherCounterTakesOverInTheSameState)
{
    const TicketId ticket = hall.issue({"ktp"});
    act(CallNext{hall.counter1});
    const LegAct called = openAt(hall.counter1);
    EXPECT_EQ(hall.codeOf(TakeOverLeg{called, hall.counter1}), "counter-busy");
    EXPECT_EQ(hall.codeOf(TakeOverLeg{called, hall.counter3}), "counter-closed");
    hall.open(hall.counter3, *StaffId::parse("budi"));
    EXPECT_EQ(hall.codeOf(TakeOverLeg{called, hall.counter3}), "counter-other-queue");
    act(TakeOverLeg{called, hall.counter2}, hall.budi);
    EXPECT_FALSE(hall.site().desk(hall.counter1).openLeg);
    const Leg& leg = hall.leg({ticket, 0});
    EXPECT_EQ(leg.state, LegState::Called);
    EXPECT_EQ(leg.open->counter, hall.counter2);
    EXPECT_FALSE(leg.open->acknowledged) << "the other counter has yet to show it";
    EXPECT_EQ(hall.codeOf(StartService{called}), "episode-over") << "the first counter's act comes too late";

    act(StartService{openAt(hall.counter2)}, hall.budi);
    const Instant began = hall.clock.now();
    hall.clock.advance(minutes(2));
    const CommandId back = act(TakeOverLeg{openAt(hall.counter2), hall.counter1});
    EXPECT_EQ(leg.state, LegState::Serving);
    EXPECT_EQ(leg.open->serving, began) << "serving is counted from its beginning";
    EXPECT_EQ(leg.ended.size(), 2U);
    EXPECT_EQ(undo({ticket, 0}, back), "done");
    EXPECT_EQ(leg.open->counter, hall.counter2);
    EXPECT_EQ(leg.ended.size(), 1U);
}

TEST_F(Undo, ATakeOverIsNotTakenBackToACounterThatCalledSomebodyElse)
{
    const TicketId ticket = hall.issue({"ktp"});
    hall.issue({"ktp"});
    act(CallNext{hall.counter1});
    const CommandId over = act(TakeOverLeg{openAt(hall.counter1), hall.counter2}, hall.budi);
    act(CallNext{hall.counter1});
    EXPECT_EQ(undo({ticket, 0}, over, hall.budi), "counter-busy");
}

TEST_F(Undo, AFinishedLegIsServedAgainForTenMinutes)
{
    const TicketId ticket = hall.issue({"ktp", "kk"});
    act(CallNext{hall.counter1});
    EXPECT_EQ(hall.codeOf(ReopenLeg{{ticket, 0}, hall.counter2}), "episode-over") << "not finished yet";
    act(FinishLeg{openAt(hall.counter1)});
    hall.clock.advance(reopenWithin);
    const CommandId reopen = act(ReopenLeg{{ticket, 0}, hall.counter2}, hall.budi);
    EXPECT_EQ(hall.leg({ticket, 0}).state, LegState::Serving);
    EXPECT_EQ(hall.leg({ticket, 0}).open->counter, hall.counter2);
    EXPECT_FALSE(hall.leg({ticket, 0}).outcome);
    EXPECT_EQ(undo({ticket, 0}, reopen, hall.budi), "done");
    EXPECT_EQ(hall.leg({ticket, 0}).outcome, Outcome::Done);
    hall.clock.advance(seconds(1));
    EXPECT_EQ(hall.codeOf(ReopenLeg{{ticket, 0}, hall.counter1}), "act-too-late");
}

TEST_F(Undo, ReopeningWaitsForNobodyWhoseNextErrandWasCalled)
{
    const TicketId ticket = hall.issue({"ktp", "kk"});
    act(CallNext{hall.counter1});
    act(FinishLeg{openAt(hall.counter1)});
    act(CallNext{hall.counter2}, hall.budi);
    EXPECT_EQ(hall.codeOf(ReopenLeg{{ticket, 0}, hall.counter1}), "citizen-elsewhere");
    hall.clock.advance(seconds(1));
    act(FinishLeg{openAt(hall.counter2)}, hall.budi);
    EXPECT_EQ(hall.codeOf(ReopenLeg{{ticket, 0}, hall.counter1}), "citizen-elsewhere");
    EXPECT_EQ(hall.codeOf(ReopenLeg{{ticket, 1}, hall.counter1}), "done") << "the last one may be";
}

} // namespace
} // namespace anjungan
