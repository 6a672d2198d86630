// SPDX-License-Identifier: GPL-3.0-or-later
//
// The hall hears every live call of its zone once, a recall and a withdrawal as such, in the ticket's
// language; and nothing of what was over before the board could tell.

#include "board_hall.h"

#include <gtest/gtest.h>
#include <thread>

namespace anjungan {
namespace {

using Kind = Announcement::Kind;

std::vector<std::string> said(const RecordedVoice& voice)
{
    std::vector<std::string> all;
    for (const Announcement& a : voice.said) {
        const char* kind = a.kind == Kind::Call     ? "call "
                           : a.kind == Kind::Recall ? "recall "
                                                    : "withdrawal ";
        all.push_back(kind + a.number.text() + " at " + a.counterLabel);
    }
    return all;
}

using Said = std::vector<std::string>;

BoardOptions west()
{
    BoardOptions options;
    options.zone = ZoneId::parse("zona-1");
    return options;
}

TEST(HallVoice, SaysLiveCallsRecallsAndWithdrawalsOfItsZone)
{
    RecordedVoice voice;
    BoardHall hall(west());
    hall.callNew("loket-3", "ktp-baru");
    hall.open(&voice);
    EXPECT_TRUE(voice.said.empty()) << "the catch-up is not said";
    const LegId leg = hall.callNew("loket-1", "ktp-baru");
    BoardHall::settle();
    hall.callNew("loket-7", "skck-baru");
    hall.act<RecallLeg>(leg);
    BoardHall::settle();
    hall.act<WithdrawCall>(leg);
    BoardHall::settle();
    EXPECT_EQ(said(voice), (Said{"call A-002 at 1", "recall A-002 at 1", "withdrawal A-002 at 1"}));
}

TEST(HallVoice, AWithdrawalWhileServingIsNotSaid)
{
    RecordedVoice voice;
    BoardHall hall(west());
    hall.open(&voice);
    const LegId leg = hall.callNew("loket-1", "ktp-baru");
    BoardHall::settle();
    hall.act<StartService>(leg);
    BoardHall::settle();
    hall.act<WithdrawCall>(leg);
    BoardHall::settle();
    EXPECT_EQ(said(voice), Said{"call A-001 at 1"});
}

TEST(HallVoice, AnUndoneCallLeavesTheBoardAndIsCorrected)
{
    RecordedVoice voice;
    BoardHall hall(west());
    hall.open(&voice);
    const LegId heard = hall.callNew("loket-1", "ktp-baru");
    BoardHall::settle();
    EXPECT_EQ(hall.board->newest().number, QStringLiteral("A-001"));
    hall.undo(heard);
    BoardHall::settle();
    EXPECT_EQ(said(voice), (Said{"call A-001 at 1", "withdrawal A-001 at 1"}));
    EXPECT_TRUE(hall.board->newest().number.isEmpty());
    // Neither does the undo of anything else say a word.
    const LegId served = hall.callNew("loket-2", "ktp-baru");
    BoardHall::settle();
    hall.act<StartService>(served);
    hall.undo(served);
    hall.act<MarkNoShow>(served);
    hall.undo(served);
    hall.act<FinishLeg>(served);
    BoardHall::settle();
    hall.undo(served);
    BoardHall::settle();
    EXPECT_EQ(said(voice), (Said{"call A-001 at 1", "withdrawal A-001 at 1", "call A-002 at 2"}));
    EXPECT_EQ(hall.board->newest().number, QStringLiteral("A-002"));
}

TEST(HallVoice, AnUndoneWithdrawalIsACallAgain)
{
    RecordedVoice voice;
    BoardHall hall(west());
    hall.open(&voice);
    const LegId leg = hall.callNew("loket-1", "ktp-baru");
    BoardHall::settle();
    hall.act<WithdrawCall>(leg);
    BoardHall::settle();
    hall.undo(leg);
    BoardHall::settle();
    EXPECT_EQ(said(voice), (Said{"call A-001 at 1", "withdrawal A-001 at 1", "call A-001 at 1"}));
    EXPECT_EQ(hall.board->newest().number, QStringLiteral("A-001"));
}

TEST(HallVoice, ACallTakenOverSendsToTheNewCounterAndOneBeingServedDoesNot)
{
    RecordedVoice voice;
    BoardHall hall(west());
    hall.open(&voice);
    const LegId leg = hall.callNew("loket-1", "ktp-baru");
    hall.callNew("loket-3", "ktp-baru");
    BoardHall::settle();
    EXPECT_EQ(hall.board->newest().number, QStringLiteral("A-002"));
    hall.takeOver("loket-2", leg);
    BoardHall::settle();
    EXPECT_EQ(voice.said.back().counterLabel, "2");
    EXPECT_EQ(hall.board->newest().number, QStringLiteral("A-001"));
    EXPECT_EQ(hall.board->newest().counter, QStringLiteral("2"));
    hall.undo(leg);
    BoardHall::settle();
    EXPECT_EQ(said(voice),
              (Said{"call A-001 at 1", "call A-002 at 3", "call A-001 at 2", "call A-001 at 1"}));
    hall.act<StartService>(leg);
    hall.takeOver("loket-2", leg);
    hall.act<FinishLeg>(leg);
    hall.reopen("loket-2", leg);
    BoardHall::settle();
    EXPECT_EQ(voice.said.size(), 4U);
}

TEST(HallVoice, SaysNothingOfServiceNoShowOrIssue)
{
    RecordedVoice voice;
    BoardHall hall(west());
    hall.open(&voice);
    const LegId served = hall.callNew("loket-1", "ktp-baru");
    const LegId missed = hall.callNew("loket-2", "ktp-baru");
    BoardHall::settle();
    voice.said.clear();
    hall.act<StartService>(served);
    hall.act<FinishLeg>(served);
    hall.act<MarkNoShow>(missed);
    hall.issue("ktp-baru");
    BoardHall::settle();
    EXPECT_TRUE(voice.said.empty());
}

TEST(HallVoice, SpeaksTheLanguageOfTheTicket)
{
    RecordedVoice voice;
    BoardHall hall(west());
    hall.open(&voice);
    hall.openCounter("loket-1");
    hall.call("loket-1", hall.issue("ktp-baru", 0, Language::English));
    BoardHall::settle();
    ASSERT_EQ(voice.said.size(), 1U);
    EXPECT_EQ(voice.said.front().language, Language::English);
}

TEST(HallVoice, SaysThatItIsATraining)
{
    for (const bool training : {false, true}) {
        auto catalogue = std::make_shared<Catalogue>(*sampleCatalogue());
        catalogue->training = training;
        RecordedVoice voice;
        BoardHall hall(west(), catalogue);
        hall.open(&voice);
        hall.callNew("loket-1", "ktp-baru");
        BoardHall::settle();
        ASSERT_EQ(voice.said.size(), 1U);
        EXPECT_EQ(voice.said.front().training, training);
    }
}

/// A queue behind a line that can be cut: what happens meanwhile comes in one piece.
class CutLine final : public QueuePort
{
public:
    explicit CutLine(DirectQueue& queue)
        : m_queue(queue)
    {}

    void submit(Command command, Reply reply) override
    {
        m_queue.submit(std::move(command), std::move(reply));
    }
    [[nodiscard]] Subscription follow(Position after, Observer observer) override
    {
        m_observer = std::move(observer);
        return m_queue.follow(after, {[this](std::span<const Event> events) {
                                          m_held.insert(m_held.end(), events.begin(), events.end());
                                          if (!cut)
                                              join();
                                      },
                                      m_observer.connection});
    }
    void unfollow(Subscription subscription) override { m_queue.unfollow(subscription); }

    void join()
    {
        cut = false;
        m_observer.events(std::exchange(m_held, {}));
    }

    bool cut = false;

private:
    DirectQueue& m_queue;
    Observer m_observer;
    std::vector<Event> m_held;
};

TEST(HallVoice, ABoardThatWasCutOffSaysOnlyWhatStillHolds)
{
    RecordedVoice voice;
    BoardHall hall(west());
    CutLine line(hall.queue);
    SiteFollower follower(line, hall.clock, hall.random, *DeviceId::parse("board"));
    BoardViewModel board(follower, hall.faceClock, hall.language, &voice, west());
    BoardHall::settle();
    const LegId heard = hall.callNew("loket-4", "ktp-baru");
    BoardHall::settle();
    line.cut = true;
    hall.act<FinishLeg>(hall.callNew("loket-1", "ktp-baru"));
    hall.act<MarkNoShow>(hall.callNew("loket-1", "ktp-baru"));
    hall.act<WithdrawCall>(hall.callNew("loket-2", "ktp-baru"));
    hall.act<StartService>(hall.callNew("loket-3", "ktp-baru"));
    const LegId still = hall.callNew("loket-1", "ktp-baru");
    hall.act<RecallLeg>(still);
    hall.act<RecallLeg>(heard);
    hall.act<WithdrawCall>(heard);
    BoardHall::settle();
    ASSERT_EQ(said(voice), Said{"call A-001 at 4"});
    line.join();
    BoardHall::settle();
    EXPECT_EQ(said(voice), (Said{"call A-001 at 4", "call A-006 at 1", "withdrawal A-001 at 4"}));
}

TEST(HallVoice, WhatWasUndoneBeforeItCouldBeSaidIsNotSaid)
{
    RecordedVoice voice;
    BoardHall hall(west());
    CutLine line(hall.queue);
    SiteFollower follower(line, hall.clock, hall.random, *DeviceId::parse("board"));
    BoardViewModel board(follower, hall.faceClock, hall.language, &voice, west());
    BoardHall::settle();
    const LegId heard = hall.callNew("loket-4", "ktp-baru");
    const LegId other = hall.callNew("loket-3", "ktp-baru");
    BoardHall::settle();
    line.cut = true;
    hall.undo(hall.callNew("loket-1", "ktp-baru"));
    hall.act<WithdrawCall>(heard);
    hall.undo(heard);
    hall.takeOver("loket-2", other);
    hall.undo(other);
    BoardHall::settle();
    line.join();
    BoardHall::settle();
    EXPECT_EQ(said(voice), (Said{"call A-001 at 4", "call A-002 at 3"}));
}

TEST(HallVoice, ShowsWhatIsBeingSaidAndThatNothingIsHeard)
{
    RecordedVoice voice;
    BoardHall hall(west());
    hall.open(&voice);
    hall.callNew("loket-1", "ktp-baru");
    hall.callNew("loket-2", "ktp-baru");
    BoardHall::settle();
    voice.tell({1, voice.said.at(0), std::nullopt});
    EXPECT_FALSE(hall.board->newest().speaking);
    EXPECT_TRUE(hall.board->activeCalls()->calls().at(0).speaking);
    voice.tell({1, voice.said.at(1), std::nullopt});
    EXPECT_TRUE(hall.board->newest().speaking);
    EXPECT_FALSE(hall.board->activeCalls()->calls().at(0).speaking);
    EXPECT_TRUE(hall.board->voiceProblem().isEmpty());
    voice.tell({0, std::nullopt, Error{"audio-device-missing", Severity::TryAgain, {}}});
    EXPECT_FALSE(hall.board->newest().speaking);
    EXPECT_EQ(hall.board->voiceProblem(), QStringLiteral("Suara tidak tersedia, perhatikan layar"));
}

TEST(HallVoice, NewsOfAnotherThreadAfterTheBoardIsGoneIsLost)
{
    RecordedVoice voice;
    BoardHall hall(west());
    hall.open(&voice);
    std::thread teller([&] {
        for (int i = 0; i < 1'000; ++i)
            voice.tellOnly({i, std::nullopt, std::nullopt});
    });
    hall.board.reset();
    teller.join();
    BoardHall::settle();
    EXPECT_EQ(hall.board, nullptr);
}

} // namespace
} // namespace anjungan
