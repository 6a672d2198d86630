// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that no clock bends the log: one that is behind the journal, far ahead of it, or set while the
// program runs is noticed, time goes on all the same, and who cannot know the day gives no number until staff
// have said that the date is right. And that a cloned or restored device is noticed at its next registration.
#include "core/timekeeper.h"

#include "support/hall.h"

#include <gtest/gtest.h>

namespace anjungan {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

class Clocks : public testing::Test
{
protected:
    /// As the authority asks, whose journal ends with the last time that was given.
    Instant ask()
    {
        const Instant now = time.now(journalEnds);
        EXPECT_GE(now, journalEnds);
        journalEnds = now;
        return now;
    }

    FakeClock clock;
    Timekeeper time{clock};
    const Instant monday = clock.now();
    Instant journalEnds = monday - hours(15);
};

TEST_F(Clocks, AClockThatMayBeRightIsBelieved)
{
    EXPECT_EQ(ask(), monday);
    for (const auto passes : {seconds(1), seconds(3'600), seconds(86'400)}) {
        clock.advance(passes);
        EXPECT_EQ(ask(), clock.now());
        EXPECT_EQ(time.doubt(), ClockDoubt::None);
    }
    clock.setNow(clock.now() + minutes(14)); // set over the network, a while after the start
    EXPECT_EQ(ask(), clock.now());
    EXPECT_FALSE(time.problem());
}

TEST_F(Clocks, AStepBackWithinTheDriftStandsStill)
{
    ask();
    clock.setNow(monday - seconds(90));
    EXPECT_EQ(ask(), monday);
    EXPECT_EQ(time.doubt(), ClockDoubt::None);
    clock.advance(minutes(5));
    EXPECT_EQ(ask(), clock.now());
}

TEST_F(Clocks, OneBehindTheJournalKnowsNoDayUntilItIsRight)
{
    clock.setNow(Instant() + hours(7)); // 1970: the battery is empty
    EXPECT_EQ(ask(), monday - hours(15));
    EXPECT_TRUE(time.knowsNoDay());
    EXPECT_EQ(time.problem()->code, "clock-doubtful");
    clock.advance(minutes(3));
    EXPECT_EQ(ask(), monday - hours(15) + minutes(3)) << "time goes on, as the steady clock says";
    clock.setNow(monday);
    EXPECT_EQ(ask(), monday);
    EXPECT_FALSE(time.knowsNoDay());
}

TEST_F(Clocks, OnANewMachineOneBeforeThisProgramIsDoubted)
{
    journalEnds = {};
    clock.setNow(Instant() + days(1));
    ask();
    EXPECT_EQ(time.doubt(), ClockDoubt::Behind);
    clock.setNow(monday);
    EXPECT_EQ(ask(), monday);
    EXPECT_EQ(time.doubt(), ClockDoubt::None);
}

TEST_F(Clocks, OneFarAheadIsDoubtedUntilSomebodyConfirmsIt)
{
    clock.setNow(journalEnds + Timekeeper::ahead + seconds(1));
    const Instant before = ask();
    EXPECT_EQ(time.doubt(), ClockDoubt::FarAhead);
    EXPECT_LT(before, monday) << "or every later stamp would be far ahead for good";
    time.confirm();
    EXPECT_EQ(ask(), clock.now()) << "the site was closed that long";
    EXPECT_EQ(time.doubt(), ClockDoubt::None);
}

TEST_F(Clocks, OneThatIsSetDuringTheDayIsNotFollowed)
{
    for (const auto jump : {minutes(-180), minutes(180), minutes(60 * 24), minutes(-60 * 24 * 365)}) {
        ask();
        const Instant right = clock.now();
        clock.setNow(right + jump);
        EXPECT_EQ(ask(), right) << jump.count();
        EXPECT_EQ(time.problem()->code, "clock-jumped");
        EXPECT_FALSE(time.knowsNoDay()) << "the day is known: it is counted on";
        clock.advance(minutes(10));
        EXPECT_EQ(ask(), right + minutes(10));
        clock.setNow(right + minutes(11)); // set back, nearly right
        EXPECT_EQ(ask(), right + minutes(11));
        EXPECT_FALSE(time.problem());
    }
}

TEST_F(Clocks, AJumpThatStaffConfirmIsFollowed)
{
    ask();
    clock.advance(minutes(1));
    clock.setNow(monday + hours(3));
    EXPECT_EQ(ask(), monday + minutes(1));
    time.confirm();
    EXPECT_EQ(ask(), monday + hours(3));
    clock.advance(minutes(1));
    EXPECT_EQ(ask(), clock.now());
}

TEST(ClockOfTheAuthority, GivesNoNumberWhileNobodyKnowsTheDay)
{
    Hall hall;
    hall.open(hall.counter1, hall.ani);
    const TicketId waiting = hall.issue({"ktp"});
    const Instant right = hall.clock.now();

    // The machine restarts with an empty battery.
    FakeClock dead(Instant() + hours(7));
    DirectQueue restarted(dead, {}, hall.queue.journal);
    std::string code;
    const auto submit = [&](CommandBody body) {
        restarted.submit(
            {restarted.random().makeId<CommandId>(), {*DeviceId::parse("test"), hall.ani}, body},
            [&code](const Result<Receipt>& reply) { code = reply ? "done" : reply.error().code; });
        return code;
    };
    IssueTicket wanted;
    wanted.ticket = restarted.random().makeId<TicketId>();
    wanted.services = {*ServiceId::parse("ktp")};
    EXPECT_EQ(submit(wanted), "clock-doubtful");
    restarted.doWhatIsDue();
    EXPECT_EQ(restarted.site().desk(hall.counter1).presence, CounterPresence::Open)
        << "nothing is due by a clock that may be wrong";
    EXPECT_EQ(submit(CallNext{hall.counter1}), "done") << "who is there is served";
    EXPECT_EQ(restarted.site().find(LegId{waiting, 0})->state, LegState::Called);
    EXPECT_EQ(submit(ConfirmClock{dead.now()}), "clock-behind") << "nobody can confirm what cannot be";
    dead.setNow(right + minutes(10));
    EXPECT_EQ(submit(ConfirmClock{dead.now()}), "done");
    EXPECT_EQ(submit(wanted), "done");
    EXPECT_EQ(restarted.site().find(wanted.ticket)->number.text(), "A-002");
    EXPECT_EQ(restarted.journal.events().back().act.time, right + minutes(10));
}

class Origins : public testing::Test
{
protected:
    std::string attemptBy(const DeviceId& device, CommandBody body)
    {
        std::string code;
        hall.queue.submit(
            {hall.queue.random().makeId<CommandId>(), {device, {}}, std::move(body)},
            [&code](const Result<Receipt>& reply) { code = reply ? "done" : reply.error().code; });
        return code;
    }
    std::string enrol(IncarnationId incarnation, std::optional<IncarnationId> predecessor,
                      std::uint8_t key = 1)
    {
        PublicKey publicKey{};
        publicKey.fill(key);
        return attemptBy(kiosk, RegisterDevice{kiosk, incarnation, predecessor, 3, publicKey});
    }
    IncarnationId fresh() { return hall.queue.random().makeId<IncarnationId>(); }

    Hall hall;
    const DeviceId kiosk = *DeviceId::parse("kiosk-1");
};

TEST_F(Origins, EachOpeningGoesOnFromTheLastOneKnown)
{
    const IncarnationId first = fresh();
    const IncarnationId second = fresh();
    EXPECT_EQ(enrol(first, {}), "done");
    EXPECT_EQ(enrol(second, first), "done");
    EXPECT_EQ(enrol(fresh(), second), "done");
    EXPECT_FALSE(hall.site().devices().at(kiosk).isSuspect);
}

TEST_F(Origins, ACloneOrARestoredImageDecidesNothingUntilItIsEnrolledAgain)
{
    const IncarnationId first = fresh();
    const IncarnationId second = fresh();
    enrol(first, {});
    enrol(second, first);
    EXPECT_EQ(enrol(fresh(), first), "done") << "what happened is kept";
    EXPECT_TRUE(hall.site().devices().at(kiosk).isSuspect);
    IssueTicket wanted;
    wanted.ticket = hall.queue.random().makeId<TicketId>();
    wanted.services = {*ServiceId::parse("ktp")};
    EXPECT_EQ(attemptBy(kiosk, wanted), "device-suspect");
    EXPECT_EQ(attemptBy(*DeviceId::parse("kiosk-2"), wanted), "done") << "another machine goes on";
    EXPECT_EQ(enrol(fresh(), hall.site().devices().at(kiosk).incarnation), "done");
    EXPECT_TRUE(hall.site().devices().at(kiosk).isSuspect) << "the same key proves nothing";
    EXPECT_EQ(enrol(fresh(), {}, 2), "done");
    EXPECT_FALSE(hall.site().devices().at(kiosk).isSuspect);
}

/// Remembers what it was asked to cover.
class PlayedMark final : public NumberMark
{
public:
    Result<void> cover(Day, const Number& number, std::uint64_t) override
    {
        if (isBroken)
            return failTemporarily("disk-full", "the mark");
        covered.push_back(number.text());
        return {};
    }

    bool isBroken = false;
    std::vector<std::string> covered;
};

TEST_F(Origins, NoNumberIsGivenBeforeItsMarkIsOnDisk)
{
    FakeClock clock;
    PlayedMark mark;
    DirectQueue queue(clock, {}, hall.queue.journal, &mark);
    IssueTicket wanted;
    wanted.ticket = queue.random().makeId<TicketId>();
    wanted.services = {*ServiceId::parse("ktp")};
    queue.must(wanted);
    EXPECT_EQ(mark.covered, std::vector<std::string>{"A-001"});
    mark.isBroken = true;
    wanted.ticket = queue.random().makeId<TicketId>();
    std::string code;
    queue.submit({queue.random().makeId<CommandId>(), {kiosk, {}}, wanted},
                 [&code](const Result<Receipt>& reply) { code = reply ? "done" : reply.error().code; });
    EXPECT_EQ(code, "disk-full");
    EXPECT_FALSE(queue.site().find(wanted.ticket));
}

TEST_F(Origins, NumbersThatMayHaveBeenGivenAreSkipped)
{
    hall.issue({"ktp"});
    const Day today = dayOf(hall.clock.now(), TimeZone::Wib);
    EXPECT_EQ(hall.codeOf(RaiseNumbers{today, *Number::parse("A-050")}), "done");
    EXPECT_EQ(hall.number(hall.issue({"ktp"})), "A-051");
    EXPECT_EQ(hall.codeOf(RaiseNumbers{today, *Number::parse("A-020")}), "done");
    EXPECT_EQ(hall.number(hall.issue({"ktp"})), "A-052") << "never down";
    EXPECT_EQ(hall.codeOf(RaiseNumbers{today - days(1), *Number::parse("A-020")}), "clock-behind");
    EXPECT_EQ(hall.codeOf(RaiseNumbers{today, Number{"abc", 0, 3}}), "number-invalid");
    hall.clock.advance(hours(24));
    hall.queue.must(RaiseNumbers{today + days(1), *Number::parse("A-007")});
    EXPECT_EQ(hall.number(hall.issue({"ktp"})), "A-008") << "before the day's first number";
}

TEST_F(Origins, AfterARaisedEpochADeviceIsBelievedOnceWhateverItGoesOnFrom)
{
    const IncarnationId first = fresh();
    const IncarnationId lost = fresh();
    const IncarnationId second = fresh();
    enrol(first, {});
    hall.queue.must(RaiseEpoch{hall.site().head().epoch + 1});
    EXPECT_EQ(enrol(second, lost), "done");
    EXPECT_FALSE(hall.site().devices().at(kiosk).isSuspect) << "its registration went with the log's end";
    EXPECT_EQ(enrol(fresh(), lost), "done");
    EXPECT_TRUE(hall.site().devices().at(kiosk).isSuspect) << "once only";
    hall.queue.must(RaiseEpoch{hall.site().head().epoch + 1});
    EXPECT_EQ(enrol(fresh(), lost), "done");
    EXPECT_TRUE(hall.site().devices().at(kiosk).isSuspect) << "a clone stays one";
}

TEST_F(Origins, ARaisedEpochIsThatOfWhatFollowsAndSurvivesAReplay)
{
    hall.issue({"ktp"});
    const Position before = hall.site().head();
    EXPECT_EQ(hall.codeOf(RaiseEpoch{before.epoch}), "epoch-old");
    const Receipt raised = hall.queue.must(RaiseEpoch{before.epoch + 7});
    ASSERT_EQ(raised.events.size(), 1U);
    EXPECT_EQ(raised.events.front().position, (Position{before.epoch + 7, before.n + 1}));
    EXPECT_EQ(hall.number(hall.issue({"ktp"})), "A-002") << "the queue goes on";
    EXPECT_EQ(hall.site().head(), (Position{before.epoch + 7, before.n + 2}));
    EXPECT_EQ(hall.codeOf(RaiseEpoch{before.epoch + 7}), "epoch-old");

    Site replayed;
    for (const Event& event : hall.queue.journal.events())
        ASSERT_TRUE(applyEvent(replayed, event));
    EXPECT_EQ(replayed.head(), hall.site().head());
}

} // namespace
} // namespace anjungan
