// SPDX-License-Identifier: GPL-3.0-or-later
// Every act of the table of legs leads where the table says, and is refused without effect anywhere else.
#include "support/hall.h"

#include <gtest/gtest.h>

namespace anjungan {
namespace {

/// One ticket of queue A and an open counter.
struct OneTicket : Hall
{
    OneTicket()
    {
        open(counter1, ani);
        ticket = issue({"ktp"});
        id = {ticket, 0};
    }

    [[nodiscard]] LegState state() const { return leg(id).state; }
    [[nodiscard]] LegAct unopened() const { return {id, std::nullopt}; }

    /// Brings the leg into a state and gives the act that names it there.
    LegAct bringTo(LegState wanted)
    {
        switch (wanted) {
        case LegState::Waiting:
            return unopened();
        case LegState::Called:
            return call(counter1);
        case LegState::Serving: {
            const LegAct act = call(counter1);
            queue.must(StartService{act});
            return act;
        }
        case LegState::Parked:
            queue.must(ParkLeg{unopened()});
            return unopened();
        case LegState::Missed:
            queue.must(MarkNoShow{call(counter1)});
            return unopened();
        case LegState::Finished:
            queue.must(FinishLeg{call(counter1), Outcome::Done});
            return unopened();
        case LegState::Cancelled:
            queue.must(CancelTicket{ticket, std::nullopt});
            return unopened();
        }
        std::abort();
    }

    TicketId ticket;
    LegId id;
};

struct Row
{
    const char* act;
    CommandBody (*make)(const OneTicket& hall, const LegAct& act);
    std::map<LegState, LegState> legal;
};

const std::vector<Row>& table()
{
    using enum LegState;
    static const std::vector<Row> rows{
        {"call",
         [](const OneTicket& h, const LegAct& a) -> CommandBody {
             return CallLeg{h.counter1, a.leg};
         },
         {{Waiting, Called}, {Parked, Called}, {Missed, Called}}},
        {"recall",
         [](const OneTicket&, const LegAct& a) -> CommandBody { return RecallLeg{a}; },
         {{Called, Called}}},
        {"acknowledge",
         [](const OneTicket&, const LegAct& a) -> CommandBody { return AcknowledgeCall{a}; },
         {{Called, Called}}},
        {"serve",
         [](const OneTicket&, const LegAct& a) -> CommandBody { return StartService{a}; },
         {{Called, Serving}}},
        {"finish",
         [](const OneTicket&, const LegAct& a) -> CommandBody {
             return FinishLeg{a, Outcome::Issued};
         },
         {{Called, Finished}, {Serving, Finished}}},
        {"no-show",
         [](const OneTicket&, const LegAct& a) -> CommandBody { return MarkNoShow{a}; },
         {{Called, Missed}, {Parked, Missed}}},
        {"withdraw",
         [](const OneTicket&, const LegAct& a) -> CommandBody { return WithdrawCall{a}; },
         {{Called, Waiting}, {Serving, Waiting}}},
        {"park",
         [](const OneTicket&, const LegAct& a) -> CommandBody { return ParkLeg{a}; },
         {{Waiting, Parked}, {Called, Parked}, {Serving, Parked}}},
        {"return",
         [](const OneTicket&, const LegAct& a) -> CommandBody { return ReturnLeg{a}; },
         {{Parked, Waiting}, {Missed, Waiting}}},
        {"transfer",
         [](const OneTicket&, const LegAct& a) -> CommandBody {
             return TransferLeg{a, *ServiceId::parse("kk"), "periksa ulang"};
         },
         {{Waiting, Waiting}, {Called, Waiting}, {Serving, Waiting}, {Parked, Waiting}}},
        {"cancel",
         [](const OneTicket& h, const LegAct&) -> CommandBody {
             return CancelTicket{h.ticket, std::uint8_t{0}};
         },
         {{Waiting, Cancelled}, {Parked, Cancelled}, {Missed, Cancelled}}},
    };
    return rows;
}

TEST(Legs, EveryActLeadsWhereTheTableSaysAndIsRefusedElsewhere)
{
    using enum LegState;
    for (const Row& row : table()) {
        for (const LegState from : {Waiting, Called, Serving, Parked, Missed, Finished, Cancelled}) {
            SCOPED_TRACE(std::string(row.act) + " from " + std::to_string(static_cast<int>(from)));
            OneTicket hall;
            const LegAct act = hall.bringTo(from);
            ASSERT_EQ(hall.state(), from);
            const auto events = hall.queue.journal.events().size();
            const std::string code = hall.codeOf(row.make(hall, act));
            if (const auto to = row.legal.find(from); to != row.legal.end()) {
                EXPECT_EQ(code, "done");
                EXPECT_EQ(hall.state(), to->second);
                EXPECT_EQ(hall.queue.journal.events().size(), events + 1);
            } else {
                EXPECT_NE(code, "done");
                EXPECT_EQ(hall.state(), from);
                EXPECT_EQ(hall.queue.journal.events().size(), events) << "a refusal has no effect";
            }
        }
    }
}

TEST(Legs, AnActThatNamesAnEndedEpisodeIsRefused)
{
    OneTicket hall;
    const LegAct first = hall.call(hall.counter1);
    hall.queue.must(WithdrawCall{first});
    const LegAct second = hall.call(hall.counter1);
    EXPECT_EQ(hall.codeOf(FinishLeg{first, Outcome::Done}), "episode-over");
    EXPECT_EQ(hall.codeOf(FinishLeg{hall.unopened(), Outcome::Done}), "episode-over");
    EXPECT_EQ(hall.codeOf(FinishLeg{second, Outcome::Done}), "done");
}

TEST(Legs, TheEpisodeKeepsItsTimesAndItsCounter)
{
    OneTicket hall;
    const LegAct act = hall.call(hall.counter1);
    hall.clock.advance(std::chrono::seconds(4));
    hall.queue.must(AcknowledgeCall{act});
    hall.queue.must(RecallLeg{act});
    hall.clock.advance(std::chrono::seconds(60));
    hall.queue.must(StartService{act});
    hall.clock.advance(std::chrono::minutes(7));
    hall.queue.must(FinishLeg{act, Outcome::DocumentsMissing});
    const Leg& leg = hall.leg(hall.id);
    ASSERT_EQ(leg.ended.size(), 1U);
    const Episode& episode = leg.ended.front();
    EXPECT_EQ(episode.counter, hall.counter1);
    EXPECT_EQ(episode.staff, hall.ani);
    EXPECT_EQ(*episode.acknowledged - episode.called, std::chrono::seconds(4));
    EXPECT_EQ(*episode.ended - *episode.serving, std::chrono::minutes(7));
    EXPECT_EQ(episode.repeats, 1);
    EXPECT_EQ(leg.outcome, Outcome::DocumentsMissing);
}

TEST(Legs, ACallThatNoCounterAcknowledgedGoesBackToItsPlace)
{
    OneTicket hall;
    const TicketId later = hall.issue({"ktp"});
    hall.call(hall.counter1);
    hall.clock.advance(acknowledgeWithin - std::chrono::seconds(1));
    hall.queue.doWhatIsDue();
    EXPECT_EQ(hall.state(), LegState::Called);
    hall.clock.advance(std::chrono::seconds(1));
    hall.queue.doWhatIsDue();
    EXPECT_EQ(hall.state(), LegState::Waiting);
    EXPECT_EQ(hall.call(hall.counter1).leg, hall.id) << "before " << hall.number(later);
}

TEST(Legs, AnAcknowledgedCallStays)
{
    OneTicket hall;
    hall.queue.must(AcknowledgeCall{hall.call(hall.counter1)});
    hall.clock.advance(std::chrono::minutes(5));
    hall.queue.doWhatIsDue();
    EXPECT_EQ(hall.state(), LegState::Called);
}

TEST(Legs, ANoteIsBoundedAndReadable)
{
    OneTicket hall;
    const ServiceId kk = *ServiceId::parse("kk");
    EXPECT_EQ(hall.codeOf(TransferLeg{hall.unopened(), kk, std::string(noteLengthMax + 1, 'a')}),
              "text-too-long");
    EXPECT_EQ(hall.codeOf(TransferLeg{hall.unopened(), kk, "\x1b[2J"}), "text-too-long");
    EXPECT_EQ(hall.codeOf(TransferLeg{hall.unopened(), *ServiceId::parse("ktp"), ""}), "act-illegal");
}

TEST(Legs, ATransferKeepsTheFirstArrival)
{
    OneTicket hall;
    hall.clock.advance(std::chrono::hours(24));
    hall.open(hall.counter3, hall.budi);
    const TicketId early = hall.issue({"ktp"});
    hall.clock.advance(std::chrono::minutes(1));
    const TicketId late = hall.issue({"skck"});
    hall.queue.must(TransferLeg{{{early, 0}, std::nullopt}, *ServiceId::parse("skck"), "salah antre"});
    EXPECT_EQ(hall.call(hall.counter3).leg.ticket, early) << "she came before " << hall.number(late);
    EXPECT_EQ(hall.leg({early, 0}).note, "salah antre");
}

TEST(Legs, CancelEndsEveryLegThatIsNotAtACounter)
{
    OneTicket hall;
    const TicketId two = hall.issue({"kk", "ktp"});
    hall.queue.must(CallLeg{hall.counter1, {two, 1}});
    hall.queue.must(CancelTicket{two, std::nullopt});
    EXPECT_EQ(hall.leg({two, 0}).state, LegState::Cancelled);
    EXPECT_EQ(hall.leg({two, 1}).state, LegState::Called);
    EXPECT_EQ(hall.codeOf(CancelTicket{two, std::nullopt}), "act-illegal");
}

} // namespace
} // namespace anjungan
