// SPDX-License-Identifier: GPL-3.0-or-later
//
// Proves who may sit down where: a free counter at once, a colleague's only after a question, and that a
// citizen at a counter that is taken over keeps her place.

#include "counter/counter_rig.h"
#include "counter/fake_staff.h"

#include <gmock/gmock.h>

namespace anjungan {
namespace {

using std::chrono::seconds;

class SignInTest : public testing::Test
{
protected:
    static int rowOf(ChoiceModel& model, const char* key)
    {
        for (int row = 0; row < model.count(); ++row) {
            if (model.at(row)->key == QString::fromUtf8(key))
                return row;
        }
        return -1;
    }

    static void signIn(Desk& desk, const char* counter, const char* person)
    {
        desk.vm.signIn()->chooseCounter(rowOf(*desk.vm.signIn()->counters(), counter));
        desk.vm.signIn()->choosePerson(rowOf(*desk.vm.signIn()->people(), person));
        Desk::settle();
    }

    [[nodiscard]] const auto& deskOf(const char* counter) const
    {
        return hall.queue.site().desk(*CounterId::parse(counter));
    }

    Hall hall;
};

TEST_F(SignInTest, AFreeCounterOpensAndClosesAgain)
{
    Desk desk(hall, {});
    EXPECT_EQ(desk.vm.state(), CounterViewModel::SignIn);
    ASSERT_EQ(desk.vm.signIn()->counters()->count(), 24);
    for (int row = 0; row < 24; ++row)
        EXPECT_EQ(desk.vm.signIn()->counters()->at(row)->lead, QString::number(row + 1));
    EXPECT_EQ(desk.vm.signIn()->people()->count(), 3);
    signIn(desk, "loket-3", "siti");
    EXPECT_EQ(desk.vm.state(), CounterViewModel::Desk);
    EXPECT_EQ(deskOf("loket-3").presence, CounterPresence::Open);
    EXPECT_EQ(deskOf("loket-3").staff, StaffId::parse("siti"));
    EXPECT_EQ(desk.desk().counterTitle(), QStringLiteral("Loket 3"));
    EXPECT_EQ(desk.desk().staffName(), QStringLiteral("Siti Aminah"));
    desk.desk().askSignOut();
    EXPECT_EQ(desk.desk().sheet(), DeskViewModel::SignOutSheet);
    desk.desk().signOut();
    Desk::settle();
    EXPECT_EQ(desk.vm.state(), CounterViewModel::SignIn);
    EXPECT_EQ(deskOf("loket-3").presence, CounterPresence::Closed);
    EXPECT_TRUE(desk.vm.noticeText().isEmpty()) << "one's own sign-out is no news";
}

TEST_F(SignInTest, NobodySignsOutWithACitizenAtTheCounter)
{
    hall.issue({"ktp-baru"});
    Desk desk(hall, Desk::at("loket-3", "siti"));
    desk.pass(seconds(1));
    desk.desk().acts()->perform(DeskActs::Primary);
    Desk::settle();
    desk.desk().askSignOut();
    EXPECT_EQ(desk.desk().sheet(), DeskViewModel::NoSheet);
    EXPECT_FALSE(desk.vm.noticeText().isEmpty());
    EXPECT_EQ(deskOf("loket-3").presence, CounterPresence::Open);
}

TEST_F(SignInTest, AColleaguesCounterIsTakenOverOnlyAfterAQuestion)
{
    const TicketId ticket = hall.issue({"ktp-baru"});
    Desk forgotten(hall, Desk::at("loket-2", "budi"), "desk-2");
    forgotten.pass(seconds(1));
    forgotten.desk().acts()->perform(DeskActs::Primary);
    Desk::settle();
    Desk desk(hall, {}, "desk-1");
    EXPECT_EQ(desk.vm.signIn()->counters()->at(rowOf(*desk.vm.signIn()->counters(), "loket-2"))->subtitle,
              QStringLiteral("Budi Santoso"));
    signIn(desk, "loket-2", "siti");
    EXPECT_EQ(desk.vm.signIn()->step(), SignInViewModel::ConfirmTakeOver);
    EXPECT_THAT(desk.vm.signIn()->takeOverText().toStdString(), testing::HasSubstr("Budi Santoso"));
    EXPECT_THAT(desk.vm.signIn()->takeOverText().toStdString(), testing::HasSubstr("A-001"));
    EXPECT_EQ(deskOf("loket-2").staff, StaffId::parse("budi"));
    desk.vm.signIn()->back();
    EXPECT_EQ(desk.vm.signIn()->step(), SignInViewModel::ChoosePerson);
    signIn(desk, "loket-2", "siti");
    desk.vm.signIn()->confirmTakeOver();
    Desk::settle();
    Desk::settle();
    EXPECT_EQ(desk.vm.state(), CounterViewModel::Desk);
    EXPECT_EQ(deskOf("loket-2").staff, StaffId::parse("siti"));
    EXPECT_EQ(hall.queue.site().find(LegId{ticket, 0})->state, LegState::Waiting);
    EXPECT_EQ(forgotten.vm.state(), CounterViewModel::SignIn);
    EXPECT_FALSE(forgotten.vm.noticeText().isEmpty()) << "the one who was replaced is told";
}

TEST_F(SignInTest, AConfiguredPersonIsSignedInOnceAndNeverOverAColleague)
{
    Desk first(hall, Desk::at("loket-3", "siti"), "desk-1");
    EXPECT_EQ(first.vm.state(), CounterViewModel::Desk);
    Desk second(hall, Desk::at("loket-3", "budi"), "desk-2");
    EXPECT_EQ(second.vm.state(), CounterViewModel::SignIn);
    EXPECT_EQ(deskOf("loket-3").staff, StaffId::parse("siti"));
    first.desk().signOut();
    Desk::settle();
    EXPECT_EQ(first.vm.state(), CounterViewModel::SignIn) << "signed out stays signed out";
}

TEST_F(SignInTest, ARestartFindsTheDeskAsItWas)
{
    hall.issue({"ktp-baru"});
    {
        Desk desk(hall, Desk::at("loket-3", "siti"), "desk-1");
        desk.pass(seconds(1));
        desk.desk().acts()->perform(DeskActs::Primary);
        Desk::settle();
    }
    Desk again(hall, Desk::at("loket-3", "siti"), "desk-1");
    EXPECT_EQ(again.vm.state(), CounterViewModel::Desk);
    EXPECT_EQ(again.desk().citizen().number, QStringLiteral("A-001"));
}

TEST_F(SignInTest, BeforeTheFirstContactThePageSaysWhyThereIsNothing)
{
    Hall unknown(nullptr);
    Desk desk(unknown, {});
    const auto tell = [&](const char* code) {
        unknown.queue.tell(Connection{false, Error{code, Severity::TryAgain, {}}, 0});
        Desk::settle();
    };
    ASSERT_EQ(desk.vm.state(), CounterViewModel::CatchingUp);
    tell("unreachable");
    EXPECT_THAT(desk.vm.waitText().toStdString(), testing::HasSubstr("Tidak tersambung sejak 09.00"));
    EXPECT_EQ(desk.vm.waitTone(), QStringLiteral("info"));
    tell("certificate-refused");
    EXPECT_THAT(desk.vm.waitText().toStdString(), testing::HasSubstr("teknisi"));
    EXPECT_EQ(desk.vm.waitTone(), QStringLiteral("bad"));
}

TEST_F(SignInTest, TheQueueBeingAwayIsNoFaultOfTheMachine)
{
    Desk desk(hall, Desk::at("loket-3", "siti"));
    hall.queue.tell(Connection{false, Error{"no-answer", Severity::TryAgain, {}}, 0});
    Desk::settle();
    EXPECT_EQ(desk.vm.noticeTone(), QStringLiteral("warn"));
    EXPECT_THAT(desk.vm.noticeText().toStdString(), testing::Not(testing::HasSubstr("teknisi")));
    hall.queue.tell(Connection{false, Error{"token-unknown", Severity::ThisItem, {}}, 0});
    Desk::settle();
    EXPECT_EQ(desk.vm.noticeTone(), QStringLiteral("bad"));
    EXPECT_THAT(desk.vm.noticeText().toStdString(), testing::HasSubstr("teknisi"));
}

TEST_F(SignInTest, TheConnectionIsToldWithItsTimeAndWhatWaits)
{
    Desk desk(hall, Desk::at("loket-3", "siti"));
    EXPECT_EQ(desk.vm.connectionText(), QStringLiteral("Tersambung"));
    hall.queue.tell(Connection{false, std::nullopt, 2});
    Desk::settle();
    EXPECT_EQ(desk.vm.connectionText(),
              QStringLiteral("Tidak tersambung sejak 09.00  ·  2 menunggu dikirim"));
    desk.pass(std::chrono::minutes(5));
    EXPECT_THAT(desk.vm.connectionText().toStdString(), testing::HasSubstr("sejak 09.00"));
    EXPECT_FALSE(desk.vm.noticeText().isEmpty());
    hall.queue.tell(Connection{true, std::nullopt, 0});
    Desk::settle();
    EXPECT_EQ(desk.vm.connectionText(), QStringLiteral("Tersambung"));
    EXPECT_TRUE(desk.vm.noticeText().isEmpty());
    desk.language.change(Language::English);
    EXPECT_EQ(desk.vm.connectionText(), QStringLiteral("Connected"));
}

class PinTest : public SignInTest
{
protected:
    void SetUp() override
    {
        staff.pins = {{siti, "271828"}, {budi, "161803"}};
        staff.mustChange = {budi};
    }
    void type(const char* pin)
    {
        desk.vm.signIn()->pin()->setTyped(QString::fromUtf8(pin));
        desk.vm.signIn()->pin()->submit();
        Desk::settle();
    }

    const StaffId siti = *StaffId::parse("siti");
    const StaffId budi = *StaffId::parse("budi");
    FakeStaff staff;
    Desk desk{hall, {}, "desk-1", Language::Indonesian, &staff};
};

TEST_F(PinTest, NobodySitsDownWithoutTheRightOne)
{
    signIn(desk, "loket-3", "siti");
    ASSERT_EQ(desk.vm.signIn()->step(), SignInViewModel::EnterPin);
    EXPECT_EQ(desk.vm.signIn()->pin()->title(), QStringLiteral("Siti Aminah"));
    EXPECT_EQ(deskOf("loket-3").presence, CounterPresence::Closed);
    type("000000");
    EXPECT_EQ(desk.vm.signIn()->pin()->answer(), QStringLiteral("PIN salah."));
    EXPECT_TRUE(desk.vm.signIn()->pin()->typed().isEmpty()) << "the next try begins anew";
    EXPECT_EQ(deskOf("loket-3").presence, CounterPresence::Closed);
    type("271828");
    EXPECT_EQ(deskOf("loket-3").staff, siti);
    EXPECT_EQ(desk.vm.state(), CounterViewModel::Desk);
    desk.desk().signOut();
    Desk::settle();
    EXPECT_EQ(staff.signedOut, std::vector{siti});
}

TEST_F(PinTest, OneThatWasGivenIsReplacedByOnesOwn)
{
    signIn(desk, "loket-3", "budi");
    type("161803");
    EXPECT_EQ(desk.vm.signIn()->pin()->title(), QStringLiteral("PIN milik Anda sendiri"));
    type("31415926");
    type("31415927");
    EXPECT_EQ(desk.vm.signIn()->pin()->answer(), QStringLiteral("Keduanya tidak sama."));
    type("12");
    type("12");
    EXPECT_FALSE(desk.vm.signIn()->pin()->answer().isEmpty()) << "too weak";
    EXPECT_EQ(deskOf("loket-3").presence, CounterPresence::Closed);
    type("31415926");
    type("31415926");
    EXPECT_EQ(deskOf("loket-3").staff, budi);
    EXPECT_EQ(staff.pins[budi], "31415926");
}

TEST_F(PinTest, BackForgetsWhatWasTyped)
{
    signIn(desk, "loket-3", "budi");
    type("161803");
    desk.vm.signIn()->back();
    EXPECT_EQ(desk.vm.signIn()->step(), SignInViewModel::ChoosePerson);
    signIn(desk, "loket-3", "siti");
    EXPECT_EQ(desk.vm.signIn()->pin()->title(), QStringLiteral("Siti Aminah"));
    EXPECT_TRUE(desk.vm.signIn()->pin()->typed().isEmpty());
}

} // namespace
} // namespace anjungan
