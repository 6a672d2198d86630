// SPDX-License-Identifier: GPL-3.0-or-later
//
// Proves on the real authority what the desk's view models promise: only legal acts, each of them once,
// on the episode that was seen; calls acknowledged; numbers found; nobody called by two counters.

#include "counter/desk_fixture.h"

namespace anjungan {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

TEST_F(DeskTest, OnlyWhatIsLegalNowIsOffered)
{
    Desk desk(hall, Desk::at("loket-3", "siti"));
    desk.pass(seconds(1));
    EXPECT_EQ(legal(desk), (std::set{Act::TakeNumber}));
    hall.issue({"ktp-baru"});
    Desk::settle();
    EXPECT_EQ(legal(desk), (std::set{Act::Primary, Act::TakeNumber}));
    perform(desk, Act::Primary);
    EXPECT_EQ(legal(desk), (std::set{Act::Primary, Act::Recall, Act::NoShow, Act::Park, Act::Transfer,
                                     Act::Withdraw, Act::TakeNumber}));
    perform(desk, Act::Primary);
    EXPECT_EQ(legal(desk), (std::set{Act::Primary, Act::Park, Act::Transfer, Act::Finish, Act::Withdraw,
                                     Act::TakeNumber, Act::ChooseOutcome}));
    // What is not offered does nothing, however it is asked for.
    desk.desk().acts()->perform(Act::NoShow);
    desk.desk().acts()->perform(Act::Recall);
    Desk::settle();
    EXPECT_TRUE(desk.vm.noticeText().isEmpty());
    EXPECT_EQ(countOf<LegMissed>() + countOf<CallRepeated>(), 0);
}

TEST_F(DeskTest, AServiceGoesFromCallToOutcome)
{
    const TicketId ticket = hall.issue({"ktp-baru"});
    Desk desk(hall, Desk::at("loket-3", "siti"));
    desk.pass(minutes(4));
    perform(desk, Act::Primary);
    EXPECT_EQ(leg(ticket).state, LegState::Called);
    EXPECT_EQ(desk.desk().citizen().stateText, QStringLiteral("DIPANGGIL"));
    perform(desk, Act::Recall);
    EXPECT_EQ(leg(ticket).open->repeats, 1);
    perform(desk, Act::Primary);
    EXPECT_EQ(leg(ticket).state, LegState::Serving);
    desk.pass(minutes(20));
    EXPECT_TRUE(desk.desk().citizen().late);
    desk.desk().chooseOutcome(static_cast<int>(Outcome::Issued));
    perform(desk, Act::Finish);
    EXPECT_EQ(leg(ticket).state, LegState::Finished);
    EXPECT_EQ(leg(ticket).outcome, Outcome::Issued);
    EXPECT_EQ(leg(ticket).ended.back().staff, StaffId::parse("siti"));
    EXPECT_FALSE(desk.desk().citizen().present);
    EXPECT_EQ(desk.desk().figures().served, 1);
    EXPECT_EQ(desk.desk().figures().late, 1);
    EXPECT_EQ(desk.desk().figures().average, QStringLiteral("20 mnt"));
    EXPECT_EQ(desk.desk().acts()->outcome(), 0) << "the next citizen begins with Done";
}

TEST_F(DeskTest, FinishAndCallNextWaitsThreeSecondsAndThenTakesTheNext)
{
    const TicketId first = hall.issue({"ktp-baru"});
    const TicketId second = hall.issue({"ktp-baru"});
    Desk desk(hall, Desk::at("loket-3", "siti"));
    desk.pass(seconds(1));
    perform(desk, Act::Primary);
    desk.desk().acts()->perform(Act::Primary);
    Desk::settle();
    desk.pass(milliseconds(2'900));
    desk.desk().acts()->perform(Act::Primary);
    Desk::settle();
    EXPECT_EQ(leg(first).state, LegState::Serving);
    EXPECT_FALSE(desk.vm.noticeText().isEmpty());
    EXPECT_EQ(desk.vm.noticeTone(), QStringLiteral("info"));
    desk.pass(milliseconds(100));
    desk.desk().acts()->perform(Act::Primary);
    Desk::settle();
    EXPECT_EQ(leg(first).state, LegState::Finished);
    EXPECT_EQ(leg(second).state, LegState::Called);
    EXPECT_TRUE(desk.vm.noticeText().isEmpty());
}

TEST_F(DeskTest, ADoubleStrikeIsOneStep)
{
    const TicketId ticket = hall.issue({"ktp-baru"});
    Desk desk(hall, Desk::at("loket-3", "siti"));
    desk.pass(seconds(1));
    desk.desk().acts()->perform(Act::Primary);
    desk.desk().acts()->perform(Act::Primary); // while the first is under way
    Desk::settle();
    desk.pass(milliseconds(200));
    desk.desk().acts()->perform(Act::Primary); // the same finger again
    Desk::settle();
    EXPECT_EQ(leg(ticket).state, LegState::Called);
    EXPECT_EQ(countOf<LegCalled>(), 1);
}

TEST_F(DeskTest, EachCallIsAcknowledgedOnce)
{
    const TicketId ticket = hall.issue({"ktp-baru"});
    Desk desk(hall, Desk::at("loket-3", "siti"));
    desk.pass(seconds(1));
    perform(desk, Act::Primary);
    EXPECT_TRUE(leg(ticket).open->acknowledged);
    perform(desk, Act::Recall);
    EXPECT_EQ(countOf<CallAcknowledged>(), 1);
    hall.pass(seconds(20));
    hall.queue.doWhatIsDue();
    Desk::settle();
    EXPECT_EQ(leg(ticket).state, LegState::Called) << "a call that is shown is not taken back";
}

TEST_F(DeskTest, TwoCountersNeverCallTheSameLeg)
{
    for (int i = 0; i < 40; ++i)
        hall.issue({i % 3 == 0 ? "kia" : "ktp-baru"},
                   i % 5 == 0 ? std::vector<std::string>{"lansia"} : std::vector<std::string>());
    Desk one(hall, Desk::at("loket-1", "siti"), "desk-1");
    Desk two(hall, Desk::at("loket-2", "budi"), "desk-2");
    one.pass(seconds(1));
    for (int round = 0; round < 20; ++round) {
        // Both press before either has heard of the other.
        one.desk().acts()->perform(Act::Primary);
        two.desk().acts()->perform(Act::Primary);
        Desk::settle();
        const auto first = hall.queue.site().desk(*CounterId::parse("loket-1")).openLeg;
        const auto second = hall.queue.site().desk(*CounterId::parse("loket-2")).openLeg;
        ASSERT_TRUE(first && second);
        ASSERT_NE(*first, *second);
        one.pass(seconds(4));
        two.faceClock.look();
        one.desk().acts()->perform(Act::NoShow);
        two.desk().acts()->perform(Act::NoShow);
        Desk::settle();
        one.pass(seconds(1));
    }
    EXPECT_EQ(one.desk().missed()->count(), 40);
}

TEST_F(DeskTest, AnActOnACallThatEndedMeanwhileSaysSoAndChangesNothing)
{
    const TicketId ticket = hall.issue({"ktp-baru"});
    Desk desk(hall, Desk::at("loket-3", "siti"));
    desk.pass(seconds(1));
    perform(desk, Act::Primary);
    const EpisodeId seen = leg(ticket).open->id;
    // The authority hears of a withdrawal first; the desk presses before it is told.
    hall.queue.must(WithdrawCall{{{ticket, 0}, seen}});
    desk.desk().acts()->perform(Act::Recall);
    Desk::settle();
    EXPECT_EQ(leg(ticket).state, LegState::Waiting);
    EXPECT_EQ(desk.vm.noticeText(), QStringLiteral("Panggilan ini sudah berakhir."));
    EXPECT_EQ(desk.vm.noticeTone(), QStringLiteral("warn"));
    desk.pass(seconds(4));
    perform(desk, Act::Primary);
    EXPECT_TRUE(desk.vm.noticeText().isEmpty()) << "the next success clears it";
}

TEST_F(DeskTest, ANumberIsCalledByTypingOrToldWhereItBelongs)
{
    const TicketId first = hall.issue({"ktp-baru"});
    const TicketId second = hall.issue({"ktp-baru"});
    hall.issue({"nib"});
    Desk desk(hall, Desk::at("loket-3", "siti"));
    desk.pass(seconds(1));
    NumberEntryViewModel& entry = *desk.desk().numberEntry();

    desk.desk().acts()->perform(Act::TakeNumber);
    EXPECT_EQ(desk.desk().sheet(), DeskViewModel::NumberSheet);
    entry.setTyped(QStringLiteral("b1"));
    entry.submit();
    EXPECT_EQ(entry.answer(), QStringLiteral("B-001 (NIB / OSS) menunggu untuk Loket 5, 6."));
    entry.setTyped(QStringLiteral("999"));
    EXPECT_TRUE(entry.answer().isEmpty());
    entry.submit();
    EXPECT_FALSE(entry.answer().isEmpty());
    for (const char* hostile :
         {"", " ", "A", "A-0", "A-00000000001", "9999999999", "';--", "\xF0\x9F\x98\x80"}) {
        entry.setTyped(QString::fromUtf8(hostile));
        entry.submit();
    }
    EXPECT_EQ(countOf<LegCalled>(), 0);

    entry.setTyped(QStringLiteral("2"));
    entry.submit();
    Desk::settle();
    EXPECT_EQ(leg(second).state, LegState::Called);
    EXPECT_EQ(leg(first).state, LegState::Waiting);
    EXPECT_EQ(desk.desk().sheet(), DeskViewModel::NoSheet);

    desk.desk().acts()->perform(Act::TakeNumber);
    entry.setTyped(QStringLiteral("A-001"));
    entry.submit();
    EXPECT_THAT(entry.answer().toStdString(),
                testing::HasSubstr("A-001 (KTP-el) menunggu untuk Loket 1, 2, 3, 4."));
    EXPECT_EQ(leg(first).state, LegState::Waiting) << "one citizen at a time";
}

TEST_F(DeskTest, ATransferCarriesItsNoteToTheNextCounter)
{
    const TicketId ticket = hall.issue({"ktp-baru"});
    Desk desk(hall, Desk::at("loket-3", "siti"), "desk-1");
    Desk other(hall, Desk::at("loket-5", "dewi"), "desk-5");
    desk.pass(seconds(1));
    perform(desk, Act::Primary);
    perform(desk, Act::Transfer);
    TransferViewModel& transfer = *desk.desk().transfer();
    EXPECT_FALSE(transfer.isReady());
    transfer.setFilter(QStringLiteral("nib"));
    ASSERT_EQ(transfer.services()->count(), 1);
    transfer.chooseFirst();
    EXPECT_TRUE(transfer.isReady());
    transfer.setNote(QString(201, QLatin1Char('x')));
    EXPECT_FALSE(transfer.isReady());
    transfer.setNote(QStringLiteral("a\nb"));
    EXPECT_FALSE(transfer.isReady());
    transfer.setNote(QString(200, QLatin1Char('x')));
    EXPECT_TRUE(transfer.isReady());
    transfer.setNote(QStringLiteral("  Berkas lengkap "));
    transfer.send();
    Desk::settle();
    EXPECT_EQ(leg(ticket).queue, *QueueId::parse("dpmptsp"));
    EXPECT_EQ(leg(ticket).note, "Berkas lengkap");
    EXPECT_EQ(desk.desk().waiting()->count(), 0);
    perform(other, Act::Primary);
    EXPECT_EQ(other.desk().citizen().number, QStringLiteral("A-001"));
    EXPECT_EQ(other.desk().citizen().note, QStringLiteral("Berkas lengkap"));
}

TEST_F(DeskTest, ParkedAndMissedComeBackFromTheirLists)
{
    const TicketId parked = hall.issue({"ktp-baru"});
    const TicketId missed = hall.issue({"ktp-baru"});
    Desk desk(hall, Desk::at("loket-3", "siti"));
    desk.pass(seconds(1));
    perform(desk, Act::Primary);
    perform(desk, Act::Park);
    perform(desk, Act::Primary);
    perform(desk, Act::NoShow);
    EXPECT_EQ(desk.desk().parked()->count(), 1);
    EXPECT_EQ(desk.desk().missed()->count(), 1);
    EXPECT_EQ(desk.desk().figures().parked, 1);

    LegSheetViewModel& sheet = *desk.desk().legSheet();
    desk.desk().setList(DeskViewModel::Parked);
    desk.desk().openRow(0);
    EXPECT_TRUE(sheet.canReturn() && sheet.canCall() && sheet.canMiss() && sheet.canTransfer());
    EXPECT_FALSE(sheet.canPark());
    sheet.returnToQueue();
    Desk::settle();
    EXPECT_EQ(leg(parked).state, LegState::Waiting);

    desk.desk().setList(DeskViewModel::Missed);
    desk.desk().openRow(0);
    EXPECT_FALSE(sheet.canMiss() || sheet.canTransfer() || sheet.canPark());
    sheet.call();
    Desk::settle();
    EXPECT_EQ(leg(missed).state, LegState::Called);
    desk.pass(seconds(1));
    perform(desk, Act::NoShow);
    desk.desk().openRow(0);
    sheet.returnToQueue();
    Desk::settle();
    EXPECT_EQ(leg(missed).state, LegState::Waiting);
    EXPECT_GT(leg(missed).place.notBeforeCall, 0U) << "lets others go first";

    desk.desk().setList(DeskViewModel::Waiting);
    desk.desk().openRow(0);
    sheet.confirmCancel();
    Desk::settle();
    EXPECT_EQ(countOf<LegCancelled>(), 0) << "cancelling asks first";
    sheet.cancel();
    sheet.confirmCancel();
    Desk::settle();
    EXPECT_EQ(countOf<LegCancelled>(), 1);
    EXPECT_EQ(desk.desk().sheet(), DeskViewModel::NoSheet);
}

TEST_F(DeskTest, ASheetClosesWhenItsNumberIsCalledElsewhere)
{
    hall.issue({"ktp-baru"});
    Desk desk(hall, Desk::at("loket-3", "siti"), "desk-1");
    Desk other(hall, Desk::at("loket-2", "budi"), "desk-2");
    desk.pass(seconds(1));
    desk.desk().openRow(0);
    EXPECT_EQ(desk.desk().sheet(), DeskViewModel::LegSheet);
    perform(other, Act::Primary);
    EXPECT_EQ(desk.desk().sheet(), DeskViewModel::NoSheet);
}

TEST_F(DeskTest, ABreakStopsCallsAndIsEndedByTheNextStep)
{
    const TicketId ticket = hall.issue({"ktp-baru"});
    Desk desk(hall, Desk::at("loket-3", "siti"));
    desk.pass(seconds(1));
    perform(desk, Act::TogglePause);
    EXPECT_TRUE(desk.desk().isPaused());
    EXPECT_EQ(desk.desk().acts()->primaryLabel(), QStringLiteral("Akhiri istirahat"));
    perform(desk, Act::Primary);
    EXPECT_FALSE(desk.desk().isPaused());
    EXPECT_EQ(leg(ticket).state, LegState::Waiting);
    perform(desk, Act::Primary);
    perform(desk, Act::Primary);
    perform(desk, Act::TogglePause);
    EXPECT_EQ(desk.desk().acts()->primaryLabel(), QStringLiteral("Selesai"));
    perform(desk, Act::Primary);
    EXPECT_EQ(leg(ticket).state, LegState::Finished);
}

TEST_F(DeskTest, WhyNextNamesTheReason)
{
    hall.issue({"ktp-baru"});
    hall.pass(minutes(1));
    hall.issue({"ktp-baru"}, {"lansia"});
    Desk desk(hall, Desk::at("loket-3", "siti"));
    EXPECT_EQ(desk.desk().whyQuestion(), QStringLiteral("Mengapa A-002 berikutnya?"));
    EXPECT_THAT(desk.desk().whyText().toStdString(), testing::HasSubstr("Lansia"));
    EXPECT_THAT(desk.desk().whyText().toStdString(), testing::HasSubstr("A-001"));
    EXPECT_EQ(desk.desk().waiting()->at(0)->number, QStringLiteral("A-002"));
    EXPECT_TRUE(desk.desk().waiting()->at(0)->next);
    EXPECT_FALSE(desk.desk().waiting()->at(1)->next);
}

TEST_F(DeskTest, WaitingOverTheLimitIsMarkedAsTimePasses)
{
    hall.issue({"ktp-baru"});
    Desk desk(hall, Desk::at("loket-3", "siti"));
    desk.pass(minutes(30));
    EXPECT_FALSE(desk.desk().waiting()->at(0)->late);
    desk.pass(minutes(1));
    EXPECT_TRUE(desk.desk().waiting()->at(0)->late);
    EXPECT_EQ(desk.desk().waiting()->at(0)->waited, QStringLiteral("31 mnt"));
}

TEST_F(DeskTest, AThousandTicketsStayQuick)
{
    // 999 numbers a prefix and day bound what can wait for one counter's queue; four legs make it 3,996.
    for (int i = 0; i < 999; ++i)
        hall.issue({"ktp-baru", "kia", "kartu-keluarga", "ikd"},
                   i % 6 == 0 ? std::vector<std::string>{"lansia"} : std::vector<std::string>());
    Desk desk(hall, Desk::at("loket-3", "siti"));
    EXPECT_EQ(desk.desk().waiting()->count(), 3'996);
    EXPECT_EQ(desk.desk().waiting()->rowCount(), 200);
    EXPECT_EQ(desk.desk().waiting()->moreText(), QStringLiteral("3796 lagi"));
    const auto before = std::chrono::steady_clock::now();
    constexpr int rounds = 20;
    for (int i = 0; i < rounds; ++i)
        desk.desk().refresh();
    const auto each =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - before) / rounds;
    RecordProperty("refresh_us", static_cast<int>(each.count() * 1'000));
    EXPECT_LT(each.count(), 100.0) << "one look at a full hall, in milliseconds";
}

} // namespace
} // namespace anjungan
