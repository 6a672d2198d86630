// SPDX-License-Identifier: GPL-3.0-or-later
//
// Proves on the real authority what the desk does beyond the plain way of a number: taking over and serving
// again by a typed number, numbers of yesterday, how a service ended, needs, priority and appointments.

#include "counter/desk_fixture.h"

namespace anjungan {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

class DeskRules : public DeskTest
{
protected:
    static NumberEntryViewModel& ask(Desk& desk, const char* typed)
    {
        desk.desk().acts()->perform(Act::TakeNumber);
        NumberEntryViewModel& entry = *desk.desk().numberEntry();
        entry.setTyped(QString::fromLatin1(typed));
        entry.submit();
        return entry;
    }

    static void accept(Desk& desk)
    {
        desk.pass(seconds(1));
        desk.desk().numberEntry()->accept();
        Desk::settle();
    }

    TicketId issueWith(std::vector<Need> needs, std::optional<Instant> appointment = {})
    {
        IssueTicket wanted;
        wanted.ticket = hall.queue.random().makeId<TicketId>();
        wanted.services = {*ServiceId::parse("ktp-baru")};
        wanted.needs = std::move(needs);
        wanted.appointment = appointment;
        hall.queue.must(wanted);
        Desk::settle();
        return wanted.ticket;
    }

    static QStringList textsOf(const QVariantList& facts)
    {
        QStringList texts;
        for (const QVariant& fact : facts)
            texts.append(fact.toMap().value(QStringLiteral("text")).toString());
        return texts;
    }
};

TEST_F(DeskRules, ANumberThatIsOpenElsewhereIsOfferedToBeTakenOver)
{
    const TicketId ticket = hall.issue({"ktp-baru"});
    Desk desk(hall, Desk::at("loket-3", "siti"), "desk-3");
    Desk other(hall, Desk::at("loket-2", "budi"), "desk-2");
    Desk elsewhere(hall, Desk::at("loket-5", "dewi"), "desk-5");
    desk.pass(seconds(1));
    other.faceClock.look();
    perform(other, Act::Primary);
    perform(other, Act::Primary);
    NumberEntryViewModel& entry = ask(desk, "1");
    EXPECT_EQ(entry.answer(), QStringLiteral("A-001 (KTP-el) sedang dilayani di Loket 2."));
    EXPECT_EQ(entry.offerText(), QStringLiteral("Ambil alih dari Loket 2"));
    entry.accept();
    Desk::settle();
    EXPECT_EQ(countOf<LegTakenOver>(), 0) << "the Enter that asked does not accept";
    accept(desk);
    EXPECT_EQ(leg(ticket).open->counter, *CounterId::parse("loket-3"));
    EXPECT_EQ(leg(ticket).state, LegState::Serving);
    EXPECT_EQ(desk.desk().sheet(), DeskViewModel::NoSheet);
    EXPECT_EQ(desk.desk().citizen().number, QStringLiteral("A-001"));
    EXPECT_FALSE(other.desk().citizen().present);
    EXPECT_EQ(desk.desk().acts()->undoLabel(), QStringLiteral("Batalkan: ambil alih A-001"));
    // Neither its own citizen nor one of another queue is offered.
    EXPECT_TRUE(ask(desk, "A-001").offerText().isEmpty());
    EXPECT_TRUE(ask(elsewhere, "A-001").offerText().isEmpty());
}

TEST_F(DeskRules, WhatCannotBeTakenOverNowSaysWhy)
{
    hall.issue({"ktp-baru"});
    hall.issue({"ktp-baru"});
    Desk desk(hall, Desk::at("loket-3", "siti"), "desk-3");
    Desk other(hall, Desk::at("loket-2", "budi"), "desk-2");
    desk.pass(seconds(1));
    other.faceClock.look();
    perform(other, Act::Primary);
    perform(desk, Act::Primary);
    NumberEntryViewModel& entry = ask(desk, "1");
    EXPECT_TRUE(entry.offerText().isEmpty());
    EXPECT_THAT(entry.answer().toStdString(), testing::HasSubstr("Selesaikan dahulu"));
    perform(desk, Act::NoShow);
    ask(desk, "1");
    EXPECT_FALSE(entry.offerText().isEmpty());
    // Meanwhile she went on: the authority refuses, and the desk says it in words.
    hall.queue.must(FinishLeg{{{hall.queue.site().find(*Number::parse("A-001"))->id, 0},
                               hall.queue.site().find(*Number::parse("A-001"))->legs[0].open->id}});
    desk.pass(seconds(1));
    entry.accept();
    Desk::settle();
    EXPECT_FALSE(desk.vm.noticeText().isEmpty());
    EXPECT_EQ(countOf<LegTakenOver>(), 0);
}

TEST_F(DeskRules, ANumberThatWasFinishedTenMinutesAgoIsServedAgain)
{
    const TicketId ticket = hall.issue({"ktp-baru"});
    Desk desk(hall, Desk::at("loket-3", "siti"));
    desk.pass(seconds(1));
    perform(desk, Act::Primary);
    perform(desk, Act::Primary);
    perform(desk, Act::Finish);
    desk.pass(minutes(10) - seconds(4));
    EXPECT_EQ(ask(desk, "1").offerText(), QStringLiteral("Buka kembali"));
    accept(desk);
    EXPECT_EQ(leg(ticket).state, LegState::Finished) << "a second too late";
    EXPECT_EQ(desk.vm.noticeText(), QStringLiteral("Sudah terlambat untuk itu."));
    EXPECT_TRUE(ask(desk, "1").offerText().isEmpty());
    desk.desk().closeSheet();

    const TicketId second = hall.issue({"ktp-baru"});
    Desk::settle();
    perform(desk, Act::Primary);
    perform(desk, Act::Primary);
    perform(desk, Act::Finish);
    ask(desk, "2");
    accept(desk);
    EXPECT_EQ(leg(second).state, LegState::Serving);
    EXPECT_EQ(desk.desk().citizen().number, QStringLiteral("A-002"));
    EXPECT_TRUE(desk.vm.noticeText().isEmpty());
}

TEST_F(DeskRules, WhoWasLeftWaitingYesterdayGetsANumberToContinue)
{
    hall.issue({"ktp-baru"});
    const TicketId left = hall.issue({"ktp-baru", "kia"});
    hall.pass(hours(24));
    Desk desk(hall, Desk::at("loket-3", "siti"));
    NumberEntryViewModel& entry = ask(desk, "2");
    EXPECT_EQ(entry.answer(), QStringLiteral("A-002 tertinggal menunggu kemarin (Senin)."));
    EXPECT_EQ(entry.offerText(), QStringLiteral("Beri nomor lanjutan"));
    accept(desk);
    EXPECT_EQ(entry.given(), QStringLiteral("A-001"));
    EXPECT_TRUE(entry.offerText().isEmpty());
    EXPECT_EQ(desk.desk().sheet(), DeskViewModel::NumberSheet) << "the new number is to be read";
    const Ticket& given = *hall.queue.site().find(*Number::parse("A-001"));
    EXPECT_EQ(given.continues, left);
    EXPECT_EQ(given.channel, Channel::Direct);
    EXPECT_EQ(given.legs.size(), 2U);
    EXPECT_THAT(desk.desk().whyText().toStdString(), testing::HasSubstr("A-001"));
    EXPECT_TRUE(textsOf(desk.desk().waiting()->at(0)->facts).contains(QStringLiteral("Nomor lanjutan")));
    EXPECT_EQ(desk.desk().waiting()->at(0)->waited, QStringLiteral("<1 mnt")) << "she went home in between";
    EXPECT_FALSE(desk.desk().waiting()->at(0)->late);

    ask(desk, "A-002");
    EXPECT_EQ(entry.answer(),
              QStringLiteral("A-002 dari kemarin (Senin) sudah dilanjutkan dengan nomor A-001."));
    EXPECT_TRUE(entry.offerText().isEmpty());
    ask(desk, "A-009");
    EXPECT_TRUE(entry.offerText().isEmpty());
    EXPECT_EQ(entry.answer(), QStringLiteral("Nomor itu tidak ada hari ini."));
    EXPECT_EQ(countOf<TicketIssued>(), 3);
}

TEST_F(DeskRules, AContinuedNumberThatIsRefusedSaysWhyAndMayBeTriedAgain)
{
    hall.issue({"ktp-baru"});
    hall.pass(hours(20)); // Tuesday at five in the morning
    Desk desk(hall, Desk::at("loket-3", "siti"));
    NumberEntryViewModel& entry = ask(desk, "1");
    accept(desk);
    EXPECT_EQ(entry.answer(), QStringLiteral("Layanan ini baru saja tutup."));
    EXPECT_TRUE(entry.given().isEmpty());
    hall.pass(hours(4));
    accept(desk);
    EXPECT_EQ(entry.given(), QStringLiteral("A-001"));
    EXPECT_EQ(countOf<TicketIssued>(), 2);
}

TEST_F(DeskRules, HowAServiceEndedIsRecordedAndForgottenWithTheNextCitizen)
{
    const TicketId first = hall.issue({"ktp-baru"});
    const TicketId second = hall.issue({"ktp-baru"});
    Desk desk(hall, Desk::at("loket-3", "siti"));
    DeskActs& acts = *desk.desk().acts();
    desk.pass(seconds(1));
    perform(desk, Act::Primary);
    acts.setQuantity(3);
    EXPECT_TRUE(acts.isUsual()) << "nothing can be said of a service that has not begun";
    perform(desk, Act::Primary);
    EXPECT_EQ(acts.ways(), (QStringList{QStringLiteral("Loket"), QStringLiteral("MPP Digital")}));
    acts.setQuantity(0);
    EXPECT_EQ(acts.quantity(), 1);
    acts.setQuantity(4'000);
    EXPECT_EQ(acts.quantity(), 999);
    acts.setQuantity(3);
    acts.chooseWay(static_cast<int>(Way::MppDigital));
    acts.chooseWay(7);
    desk.desk().chooseOutcome(static_cast<int>(Outcome::Issued));
    EXPECT_EQ(acts.outcomeText(), QStringLiteral("Dokumen terbit  ·  MPP Digital  ·  × 3"));
    perform(desk, Act::Primary); // finish, and call the next
    EXPECT_EQ(leg(first).way, Way::MppDigital);
    EXPECT_EQ(leg(first).quantity, 3);
    EXPECT_EQ(leg(first).outcome, Outcome::Issued);
    EXPECT_TRUE(acts.isUsual());
    perform(desk, Act::Primary);
    perform(desk, Act::Finish);
    EXPECT_EQ(leg(second).way, Way::Counter);
    EXPECT_EQ(leg(second).quantity, 1);
}

TEST_F(DeskRules, NeedsAndAppointmentsAreShownToStaff)
{
    issueWith({Need::Wheelchair, Need::Writing});
    issueWith({}, hall.clock.now() + minutes(30));
    Desk desk(hall, Desk::at("loket-3", "siti"));
    desk.pass(seconds(1));
    EXPECT_THAT(textsOf(desk.desk().waiting()->at(0)->facts),
                testing::ElementsAre(QStringLiteral("Kursi roda"), QStringLiteral("Secara tertulis")));
    EXPECT_EQ(textsOf(desk.desk().waiting()->at(1)->facts).first(), QStringLiteral("Janji temu 09.30"));
    desk.desk().openRow(0);
    EXPECT_EQ(desk.desk().legSheet()->needs().size(), 2);
    desk.desk().closeSheet();
    perform(desk, Act::Primary);
    EXPECT_THAT(textsOf(desk.desk().citizen().needs),
                testing::ElementsAre(QStringLiteral("Kursi roda"), QStringLiteral("Secara tertulis")));
    perform(desk, Act::NoShow);
    EXPECT_THAT(desk.desk().whyText().toStdString(), testing::HasSubstr("09.30"));
    perform(desk, Act::Primary);
    EXPECT_TRUE(textsOf(desk.desk().citizen().facts).contains(QStringLiteral("Janji temu 09.30")));
}

TEST_F(DeskRules, DeclaredPriorityIsConfirmedOrDeniedOnce)
{
    const TicketId ordinary = hall.issue({"ktp-baru"});
    hall.pass(minutes(1));
    const TicketId right = hall.issue({"ktp-baru"}, {"lansia"});
    const TicketId wrong = hall.issue({"ktp-baru"}, {"lansia"});
    Desk desk(hall, Desk::at("loket-3", "siti"));
    LegSheetViewModel& sheet = *desk.desk().legSheet();
    desk.desk().openRow(0);
    EXPECT_EQ(sheet.leg().ticket, right);
    EXPECT_TRUE(sheet.canConfirm());
    EXPECT_TRUE(sheet.confirmedText().isEmpty());
    sheet.confirmPriority();
    Desk::settle();
    EXPECT_TRUE(hall.queue.site().find(right)->priorityConfirmed);
    desk.desk().openRow(0);
    EXPECT_FALSE(sheet.canConfirm());
    EXPECT_EQ(sheet.confirmedText(), QStringLiteral("Prioritas sudah dipastikan petugas: Lansia"));
    desk.desk().closeSheet();

    desk.desk().openRow(1);
    EXPECT_EQ(sheet.leg().ticket, wrong);
    sheet.denyPriority();
    Desk::settle();
    EXPECT_FALSE(hall.queue.site().find(wrong)->hasPriority());
    EXPECT_EQ(desk.desk().waiting()->at(2)->leg.ticket, wrong) << "it waits among the others";
    EXPECT_TRUE(textsOf(desk.desk().waiting()->at(2)->facts)
                    .contains(QStringLiteral("Bukan prioritas (dicek petugas)")));
    desk.desk().openRow(1);
    EXPECT_EQ(sheet.leg().ticket, ordinary);
    EXPECT_FALSE(sheet.canConfirm());
    sheet.denyPriority();
    Desk::settle();
    EXPECT_EQ(countOf<PriorityConfirmed>(), 2);
    desk.pass(seconds(1));
    perform(desk, Act::Primary);
    EXPECT_TRUE(desk.desk().citizen().confirmed);
}

TEST_F(DeskRules, AClockThatWasSetIsShownToStaffWhoSayThatItIsRight)
{
    Desk desk(hall, Desk::at("loket-3", "siti"), "desk-3");
    EXPECT_TRUE(desk.vm.noticeAction().isEmpty());
    hall.clock.setNow(hall.clock.now() + hours(1));
    hall.issue({"ktp-baru"});
    Desk::settle();
    EXPECT_THAT(desk.vm.noticeText().toStdString(),
                testing::HasSubstr("Senin, 23 November 2026, pukul 10.00"));
    EXPECT_THAT(desk.vm.clockText().toStdString(), testing::StartsWith("09.0")) << "time is counted on";
    EXPECT_FALSE(desk.vm.noticeAction().isEmpty());
    desk.vm.confirmClock();
    Desk::settle();
    EXPECT_TRUE(desk.vm.noticeText().isEmpty());
    EXPECT_TRUE(desk.vm.noticeAction().isEmpty());
    hall.issue({"ktp-baru"});
    EXPECT_EQ(hall.queue.journal.events().back().act.time, hall.clock.now());
}

} // namespace
} // namespace anjungan
