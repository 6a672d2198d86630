// SPDX-License-Identifier: GPL-3.0-or-later
//
// Proves on the real authority that the desk offers to take back the newest act of whoever sits there, that
// and nothing else, as long as it may; and that what it offers is never refused.

#include "counter/desk_fixture.h"

namespace anjungan {
namespace {

using std::chrono::seconds;

class UndoTest : public DeskTest
{
protected:
    [[nodiscard]] static QString offered(Desk& desk) { return desk.desk().acts()->undoLabel(); }

    /// The next thing to do, without the moment in which it may no longer be undone.
    static void act(Desk& desk, Act what)
    {
        desk.desk().acts()->perform(what);
        Desk::settle();
        desk.pass(std::chrono::milliseconds(600));
    }
};

TEST_F(UndoTest, EachActIsTakenBackInTheOrderOfTheDay)
{
    const TicketId first = hall.issue({"ktp-baru"});
    const TicketId second = hall.issue({"ktp-baru"});
    Desk desk(hall, Desk::at("loket-3", "siti"));
    desk.pass(seconds(1));
    EXPECT_FALSE(desk.desk().acts()->undoLegal());
    EXPECT_EQ(offered(desk), QStringLiteral("Tidak ada yang dapat dibatalkan"));
    act(desk, Act::Primary);
    EXPECT_EQ(offered(desk), QStringLiteral("Batalkan: panggilan A-001  ·  dikoreksi lewat suara"));
    act(desk, Act::Primary);
    EXPECT_EQ(offered(desk), QStringLiteral("Batalkan: mulai melayani A-001"));
    desk.pass(seconds(3));
    act(desk, Act::Primary); // finish, and call the next
    EXPECT_EQ(leg(first).state, LegState::Finished);
    EXPECT_EQ(leg(second).state, LegState::Called);
    EXPECT_EQ(offered(desk), QStringLiteral("Batalkan: panggilan A-002  ·  dikoreksi lewat suara"));
    act(desk, Act::Undo);
    EXPECT_EQ(leg(second).state, LegState::Waiting);
    EXPECT_EQ(offered(desk), QStringLiteral("Batalkan: selesai A-001"));
    act(desk, Act::Undo);
    EXPECT_EQ(leg(first).state, LegState::Serving);
    EXPECT_EQ(desk.desk().citizen().number, QStringLiteral("A-001"));
    EXPECT_FALSE(desk.desk().acts()->undoLegal()) << "an undo is not undone";
    EXPECT_TRUE(desk.vm.noticeText().isEmpty());
}

TEST_F(UndoTest, AFinishStaysWhileSomebodyElseIsHere)
{
    hall.issue({"ktp-baru"});
    const TicketId other = hall.issue({"ktp-baru"});
    Desk desk(hall, Desk::at("loket-3", "siti"));
    desk.pass(seconds(1));
    act(desk, Act::Primary);
    act(desk, Act::Primary);
    desk.pass(seconds(3));
    act(desk, Act::Finish);
    EXPECT_EQ(offered(desk), QStringLiteral("Batalkan: selesai A-001"));
    // A colleague at another machine calls somebody to this very counter.
    hall.queue.must(CallLeg{*CounterId::parse("loket-3"), {other, 0}});
    Desk::settle();
    EXPECT_FALSE(desk.desk().acts()->undoLegal());
}

TEST_F(UndoTest, WhatAColleagueDidAndWhatIsOldIsNotOffered)
{
    const TicketId ticket = hall.issue({"ktp-baru"});
    Desk desk(hall, Desk::at("loket-3", "siti"), "desk-3");
    Desk other(hall, Desk::at("loket-2", "budi"), "desk-2");
    desk.pass(seconds(1));
    other.faceClock.look();
    act(desk, Act::Primary);
    EXPECT_TRUE(desk.desk().acts()->undoLegal());
    EXPECT_FALSE(other.desk().acts()->undoLegal());
    desk.pass(seconds(59));
    EXPECT_TRUE(desk.desk().acts()->undoLegal());
    desk.pass(seconds(1));
    EXPECT_FALSE(desk.desk().acts()->undoLegal()) << "after a minute the clock alone ends it";
    act(desk, Act::Undo);
    EXPECT_EQ(leg(ticket).state, LegState::Called);
}

TEST_F(UndoTest, EveryKindOfActHasItsWords)
{
    for (int i = 0; i < 3; ++i)
        hall.issue({"ktp-baru"});
    Desk desk(hall, Desk::at("loket-3", "siti"));
    desk.pass(seconds(1));
    const auto undone = [&](Act what) {
        act(desk, what);
        const QString text = offered(desk);
        act(desk, Act::Undo);
        return text;
    };
    act(desk, Act::Primary);
    EXPECT_EQ(undone(Act::NoShow), QStringLiteral("Batalkan: A-001 tidak hadir"));
    EXPECT_EQ(undone(Act::Park), QStringLiteral("Batalkan: A-001 ditunda"));
    EXPECT_EQ(undone(Act::Withdraw),
              QStringLiteral("Batalkan: A-001 kembali ke antrean  ·  dikoreksi lewat suara"));
    act(desk, Act::Transfer);
    desk.desk().transfer()->setFilter(QStringLiteral("nib"));
    desk.desk().transfer()->chooseFirst();
    desk.desk().transfer()->send();
    Desk::settle();
    EXPECT_EQ(offered(desk), QStringLiteral("Batalkan: pengalihan A-001"));
    act(desk, Act::Undo);
    EXPECT_EQ(desk.desk().citizen().number, QStringLiteral("A-001"));
    desk.desk().openRow(0);
    desk.desk().legSheet()->cancel();
    desk.desk().legSheet()->confirmCancel();
    Desk::settle();
    EXPECT_EQ(offered(desk), QStringLiteral("Batalkan: pembatalan urusan A-002"));
    desk.pass(seconds(1));
    act(desk, Act::Undo);
    EXPECT_EQ(desk.desk().waiting()->count(), 2);
    EXPECT_TRUE(desk.vm.noticeText().isEmpty());
}

TEST_F(UndoTest, TheSecondStrikeOfTheKeyTakesNothingMoreBack)
{
    const TicketId ticket = hall.issue({"ktp-baru"});
    hall.issue({"ktp-baru"});
    Desk desk(hall, Desk::at("loket-3", "siti"));
    desk.pass(seconds(1));
    act(desk, Act::Primary);
    act(desk, Act::NoShow);
    act(desk, Act::Primary);
    for (int strike = 0; strike < 3; ++strike) {
        EXPECT_TRUE(desk.desk().acts()->press(Qt::Key_Z, Qt::ControlModifier, strike == 2));
        Desk::settle();
        desk.pass(std::chrono::milliseconds(100));
    }
    EXPECT_EQ(leg(ticket).state, LegState::Missed) << "the call of the second went, no more";
    EXPECT_EQ(offered(desk), QStringLiteral("Batalkan: A-001 tidak hadir"));
}

} // namespace
} // namespace anjungan
