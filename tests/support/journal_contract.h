// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/journal.h"
#include "storage/sodium.h"
#include "support/event_chain.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

/// The contract of `Journal`, as one suite for every journal: what was appended is there, in order and
/// unchanged, also after a restart; what may not be is refused whole.
///
/// A `Store` makes an empty journal and keeps it: `journal()` opens it where it is not open, `restart()` lets
/// go of it as the end of a process does. A program includes this in one file and instantiates the suite
/// there.
namespace anjungan {

inline std::vector<std::string> textsAfter(Journal& journal, std::uint64_t n)
{
    std::vector<std::string> texts;
    const Result<void> read = journal.read(Position{0, n}, [&](const Event& event) -> Result<void> {
        texts.push_back(toJson(event).dump());
        return {};
    });
    EXPECT_TRUE(read) << read.error().context;
    return texts;
}

inline std::vector<std::string> textsOf(const std::vector<Event>& events)
{
    std::vector<std::string> texts;
    for (const Event& event : events)
        texts.push_back(toJson(event).dump());
    return texts;
}

template <typename Store>
class JournalContract : public testing::Test
{
protected:
    Result<void> append(const std::vector<Event>& events, const std::vector<Slip>& slips = {})
    {
        return store.journal().append(events, slips);
    }
    std::string codeOf(const std::vector<Event>& events, const std::vector<Slip>& slips = {})
    {
        const Result<void> done = append(events, slips);
        return done ? "stored" : done.error().code;
    }

    SodiumHasher hasher;
    Store store;
    EventChain chain{hasher};
};

TYPED_TEST_SUITE_P(JournalContract);

TYPED_TEST_P(JournalContract, NewJournalIsEmpty)
{
    EXPECT_THAT(textsAfter(this->store.journal(), 0), testing::IsEmpty());
    EXPECT_TRUE(this->append({}));
}

TYPED_TEST_P(JournalContract, EveryFieldComesBackAlsoAfterARestart)
{
    Event ticket = this->chain.ticket();
    Event unknown = this->chain.next("ticket:x", UnknownEvent{"leg-sung", R"({"key":"C♯"})"});
    Event bare = this->chain.staff();
    bare.act.actor.staff.reset();
    bare.base = Position{7, 123'456'789'012};
    bare.extra = R"({"later":[1,2,3]})";
    const std::vector<Event> events{ticket, unknown, bare};
    ASSERT_TRUE(this->append(events));
    EXPECT_EQ(textsAfter(this->store.journal(), 0), textsOf(events));
    this->store.restart();
    EXPECT_EQ(textsAfter(this->store.journal(), 0), textsOf(events));
}

TYPED_TEST_P(JournalContract, ReadsWhatIsAfterAPosition)
{
    const std::vector<Event> events{this->chain.staff("a"), this->chain.staff("b"), this->chain.staff("c")};
    ASSERT_TRUE(this->append(events));
    EXPECT_EQ(textsAfter(this->store.journal(), 2), textsOf({events[2]}));
    EXPECT_THAT(textsAfter(this->store.journal(), 3), testing::IsEmpty());
    EXPECT_THAT(textsAfter(this->store.journal(), 900), testing::IsEmpty());
}

TYPED_TEST_P(JournalContract, ReadStopsAtTheReadersError)
{
    ASSERT_TRUE(this->append({this->chain.staff(), this->chain.staff()}));
    int seen = 0;
    const auto read = this->store.journal().read({}, [&](const Event&) -> Result<void> {
        ++seen;
        return refuse("enough");
    });
    EXPECT_EQ(read.error().code, "enough");
    EXPECT_EQ(seen, 1);
    EXPECT_THAT(textsAfter(this->store.journal(), 0), testing::SizeIs(2)) << "the reader's error is its own";
}

TYPED_TEST_P(JournalContract, FindsTheEventsOfACommand)
{
    const std::vector<Event> events{this->chain.staff(), this->chain.ticket(), this->chain.staff("b", true)};
    ASSERT_TRUE(this->append(events));
    const auto found = this->store.journal().findCommand(events[1].act.command);
    ASSERT_TRUE(found);
    EXPECT_EQ(textsOf(*found), textsOf({events[1], events[2]}));
    EXPECT_THAT(*this->store.journal().findCommand(CommandId()), testing::IsEmpty());
}

TYPED_TEST_P(JournalContract, RefusesAGapAndAFallingEpoch)
{
    const Event first = this->chain.staff();
    const Event second = this->chain.staff();
    EXPECT_EQ(this->codeOf({second}), "journal-conflict");
    EXPECT_EQ(this->codeOf({first}), "stored");
    EXPECT_EQ(this->codeOf({first}), "journal-conflict");
    Event older = second;
    older.position->epoch = 0;
    EXPECT_EQ(this->codeOf({older}), "journal-conflict");
    EXPECT_EQ(this->codeOf({second}), "stored") << "a refusal leaves no doubt and no trace";
}

TYPED_TEST_P(JournalContract, EpochsRise)
{
    ASSERT_TRUE(this->append({this->chain.staff()}));
    this->chain.raiseEpoch();
    EXPECT_EQ(this->codeOf({this->chain.staff()}), "stored");
}

TYPED_TEST_P(JournalContract, RefusesWhatMayBeThereOnlyOnce)
{
    const Event first = this->chain.ticket();
    ASSERT_TRUE(this->append({first}));
    const auto next = [&] {
        EventChain fresh(this->hasher, 2, {1, 1});
        return fresh.ticket();
    };

    Event sameCommand = next();
    sameCommand.act.command = first.act.command;
    EXPECT_EQ(this->codeOf({sameCommand}), "journal-conflict");
    Event sameLink = next();
    sameLink.origin = first.origin;
    EXPECT_EQ(this->codeOf({sameLink}), "journal-conflict");
    const auto& issued = std::get<TicketIssued>(first.body);
    Event sameNumber = next();
    std::get<TicketIssued>(sameNumber.body).number = issued.number;
    std::get<TicketIssued>(sameNumber.body).day = issued.day;
    EXPECT_EQ(this->codeOf({sameNumber}), "journal-conflict");
    Event sameTicket = next();
    std::get<TicketIssued>(sameTicket.body).ticket = issued.ticket;
    EXPECT_EQ(this->codeOf({sameTicket}), "journal-conflict");

    Event numberOfAnotherDay = next();
    std::get<TicketIssued>(numberOfAnotherDay.body).number = issued.number;
    std::get<TicketIssued>(numberOfAnotherDay.body).day = issued.day + std::chrono::days(1);
    EXPECT_EQ(this->codeOf({numberOfAnotherDay}), "stored");
}

TYPED_TEST_P(JournalContract, RefusesWhatCouldNotBeReadBack)
{
    Event noPosition = this->chain.staff();
    Event noDevice = noPosition;
    Event longSubject = noPosition;
    noPosition.position.reset();
    noDevice.origin.device = {};
    longSubject.subject = std::string(65, 'x');
    EXPECT_EQ(this->codeOf({noPosition}), "event-invalid");
    EXPECT_EQ(this->codeOf({noDevice}), "event-invalid");
    EXPECT_EQ(this->codeOf({longSubject}), "event-invalid");
}

TYPED_TEST_P(JournalContract, OneBadEventOfManyLeavesNothing)
{
    const Event ticket = this->chain.ticket();
    const Event other = this->chain.staff();
    Event again = this->chain.ticket();
    std::get<TicketIssued>(again.body).number = std::get<TicketIssued>(ticket.body).number;
    std::get<TicketIssued>(again.body).day = std::get<TicketIssued>(ticket.body).day;
    EXPECT_EQ(this->codeOf({ticket, other, again}), "journal-conflict");
    EXPECT_THAT(textsAfter(this->store.journal(), 0), testing::IsEmpty());
    EXPECT_EQ(this->codeOf({ticket, other}), "stored");
}

TYPED_TEST_P(JournalContract, TakesManyCommandsInOneCall)
{
    std::vector<Event> events;
    for (int i = 0; i < 2'000; ++i)
        events.push_back(this->chain.ticket());
    ASSERT_TRUE(this->append(events));
    this->store.restart();
    EXPECT_EQ(textsAfter(this->store.journal(), 0), textsOf(events));
}

TYPED_TEST_P(JournalContract, ReopenKeepsEverything)
{
    const std::vector<Event> events{this->chain.staff(), this->chain.ticket()};
    ASSERT_TRUE(this->append(events));
    ASSERT_TRUE(this->store.journal().reopen());
    EXPECT_EQ(textsAfter(this->store.journal(), 0), textsOf(events));
    EXPECT_EQ(this->codeOf({this->chain.ticket()}), "stored");
}

TYPED_TEST_P(JournalContract, GivesTheEventAtAPosition)
{
    const std::vector<Event> events{this->chain.staff("a"), this->chain.ticket()};
    ASSERT_TRUE(this->append(events));
    const auto found = this->store.journal().eventAt(2);
    ASSERT_TRUE(found && *found);
    EXPECT_EQ(toJson(**found), toJson(events[1]));
    for (const std::uint64_t nowhere : {std::uint64_t{0}, std::uint64_t{3}, std::uint64_t{900}})
        EXPECT_EQ(*this->store.journal().eventAt(nowhere), std::nullopt) << nowhere;
}

TYPED_TEST_P(JournalContract, TheNewestCheckpointComesBackAlsoAfterARestart)
{
    EXPECT_FALSE(*this->store.journal().newestCheckpoint()) << "a new journal has none";
    const std::string bytes("all \0 of it, \xff and \n", 20);
    ASSERT_TRUE(this->append({this->chain.staff("a"), this->chain.staff("b"), this->chain.staff("c")}));
    ASSERT_TRUE(this->store.journal().keepCheckpoint({Position{1, 2}, bytes}));
    ASSERT_TRUE(this->store.journal().keepCheckpoint({Position{1, 1}, "older"}));
    for (int lives = 0; lives < 2; ++lives) {
        const auto newest = this->store.journal().newestCheckpoint();
        ASSERT_TRUE(newest && *newest);
        EXPECT_EQ((*newest)->at, (Position{1, 2}));
        EXPECT_EQ((*newest)->state, bytes);
        this->store.restart();
    }
    ASSERT_TRUE(this->store.journal().keepCheckpoint({Position{1, 2}, "replaced"}));
    EXPECT_EQ((*this->store.journal().newestCheckpoint())->state, "replaced");
    EXPECT_EQ(this->codeOf({this->chain.staff("d")}), "stored") << "the log goes on";
}

TYPED_TEST_P(JournalContract, KeepsNoCheckpointWithoutItsEvent)
{
    ASSERT_TRUE(this->append({this->chain.staff("a")}));
    for (const Position& nowhere : {Position{1, 0}, Position{1, 2}, Position{2, 1}})
        EXPECT_EQ(this->store.journal().keepCheckpoint({nowhere, "state"}).error().code,
                  "checkpoint-unknown");
    EXPECT_FALSE(*this->store.journal().newestCheckpoint());
    EXPECT_EQ(this->codeOf({this->chain.staff("b")}), "stored") << "a refusal leaves no doubt";
}

REGISTER_TYPED_TEST_SUITE_P(JournalContract, NewJournalIsEmpty, EveryFieldComesBackAlsoAfterARestart,
                            ReadsWhatIsAfterAPosition, ReadStopsAtTheReadersError, FindsTheEventsOfACommand,
                            RefusesAGapAndAFallingEpoch, EpochsRise, RefusesWhatMayBeThereOnlyOnce,
                            RefusesWhatCouldNotBeReadBack, OneBadEventOfManyLeavesNothing,
                            TakesManyCommandsInOneCall, ReopenKeepsEverything, GivesTheEventAtAPosition,
                            TheNewestCheckpointComesBackAlsoAfterARestart, KeepsNoCheckpointWithoutItsEvent);

} // namespace anjungan
