// SPDX-License-Identifier: GPL-3.0-or-later
//
// The board shows what the real authority's log says: every call that is open, of its zone, newest first;
// none that was withdrawn; who missed hers until she is called again; and never more.

#include "board_hall.h"

#include <gtest/gtest.h>
#include <QSignalSpy>
#include <set>

namespace anjungan {
namespace {

using State = BoardViewModel::State;

std::vector<std::string> numbersOf(const BoardCallsModel& model)
{
    std::vector<std::string> numbers;
    for (const BoardCall& call : model.calls())
        numbers.push_back(call.number.toStdString());
    return numbers;
}

using Numbers = std::vector<std::string>;

BoardOptions west()
{
    BoardOptions options;
    options.zone = ZoneId::parse("zona-1");
    return options;
}

TEST(BoardModel, NewestStandsAloneAndTheOthersFollowNewestFirst)
{
    BoardHall hall(west());
    hall.open();
    EXPECT_EQ(hall.board->state(), State::Welcome);
    for (const char* counter : {"loket-1", "loket-2", "loket-3"})
        hall.callNew(counter, "ktp-baru");
    BoardHall::settle();
    EXPECT_EQ(hall.board->state(), State::Calls);
    EXPECT_EQ(hall.board->newest().number, QStringLiteral("A-003"));
    EXPECT_EQ(hall.board->newest().counter, QStringLiteral("3"));
    EXPECT_EQ(hall.board->newest().floor, QStringLiteral("Lantai 1"));
    EXPECT_EQ(hall.board->newest().direction, QStringLiteral("arrow-up"));
    EXPECT_EQ(numbersOf(*hall.board->activeCalls()), (Numbers{"A-002", "A-001"}));
    EXPECT_TRUE(hall.board->recentCalls()->calls().empty());
}

TEST(BoardModel, ARecalledNumberIsTheNewestAgainAndFlashes)
{
    BoardHall hall(west());
    hall.open();
    const LegId first = hall.callNew("loket-1", "ktp-baru");
    hall.callNew("loket-2", "ktp-baru");
    BoardHall::settle();
    QSignalSpy flashes(hall.board.get(), &BoardViewModel::newestCalled);
    hall.act<RecallLeg>(first);
    BoardHall::settle();
    EXPECT_EQ(hall.board->newest().number, QStringLiteral("A-001"));
    EXPECT_EQ(numbersOf(*hall.board->activeCalls()), Numbers{"A-002"});
    EXPECT_EQ(flashes.count(), 1);
    hall.act<StartService>(first);
    BoardHall::settle();
    EXPECT_EQ(flashes.count(), 1) << "only a call draws the eye";
}

TEST(BoardModel, CallsOfTheSameMillisecondKeepTheOrderOfTheLog)
{
    BoardHall hall(west());
    hall.open();
    for (const char* counter : {"loket-1", "loket-2", "loket-3"}) {
        hall.openCounter(counter);
        hall.queue.must(CallLeg{*CounterId::parse(counter), hall.issue("ktp-baru")},
                        StaffId::parse(std::string("staff-") + counter));
    }
    BoardHall::settle();
    EXPECT_EQ(hall.board->newest().number, QStringLiteral("A-003"));
    EXPECT_EQ(numbersOf(*hall.board->activeCalls()), (Numbers{"A-002", "A-001"}));
}

TEST(BoardModel, WhoIsServedMakesRoomForWhoIsCalled)
{
    BoardHall hall(west());
    hall.open();
    const LegId first = hall.callNew("loket-1", "ktp-baru");
    const LegId second = hall.callNew("loket-2", "ktp-baru");
    hall.act<StartService>(second);
    BoardHall::settle();
    EXPECT_EQ(hall.board->newest().number, QStringLiteral("A-001")) << "she is still on her way";
    ASSERT_EQ(numbersOf(*hall.board->activeCalls()), Numbers{"A-002"});
    EXPECT_TRUE(hall.board->activeCalls()->calls().front().serving);
    hall.act<StartService>(first);
    BoardHall::settle();
    EXPECT_EQ(hall.board->newest().number, QStringLiteral("A-002"));
    EXPECT_TRUE(hall.board->newest().serving);
    hall.act<FinishLeg>(first);
    hall.act<FinishLeg>(second);
    BoardHall::settle();
    EXPECT_EQ(hall.board->state(), State::Idle);
    EXPECT_TRUE(hall.board->newest().number.isEmpty());
    EXPECT_EQ(numbersOf(*hall.board->recentCalls()), (Numbers{"A-002", "A-001"}));
}

TEST(BoardModel, EarlierCallsAreAsManyAsWasConfigured)
{
    BoardOptions options = west();
    options.recentMax = 2;
    BoardHall hall(options);
    for (int i = 0; i < 4; ++i)
        hall.act<FinishLeg>(hall.callNew("loket-1", "ktp-baru"));
    hall.open();
    EXPECT_EQ(numbersOf(*hall.board->recentCalls()), (Numbers{"A-004", "A-003"}));
}

TEST(BoardModel, AWithdrawnCallVanishes)
{
    BoardHall hall(west());
    hall.open();
    const LegId leg = hall.callNew("loket-1", "ktp-baru");
    BoardHall::settle();
    ASSERT_EQ(hall.board->state(), State::Calls);
    hall.act<WithdrawCall>(leg);
    BoardHall::settle();
    EXPECT_NE(hall.board->state(), State::Calls);
    EXPECT_TRUE(hall.board->newest().number.isEmpty());
    EXPECT_TRUE(hall.board->recentCalls()->calls().empty());
    EXPECT_TRUE(hall.board->missed().isEmpty());
}

TEST(BoardModel, WhoMissedHerCallIsNamedUntilSheIsCalledAgain)
{
    BoardHall hall(west());
    hall.open();
    const LegId first = hall.callNew("loket-1", "ktp-baru");
    hall.act<MarkNoShow>(first);
    const LegId second = hall.callNew("loket-1", "ktp-baru");
    hall.act<MarkNoShow>(second);
    BoardHall::settle();
    EXPECT_EQ(hall.board->missed(), (QStringList{QStringLiteral("A-002"), QStringLiteral("A-001")}));
    EXPECT_NE(hall.board->state(), State::Calls);
    hall.call("loket-2", first);
    BoardHall::settle();
    EXPECT_EQ(hall.board->missed(), QStringList{QStringLiteral("A-002")});
    EXPECT_EQ(hall.board->newest().number, QStringLiteral("A-001"));
}

TEST(BoardModel, ManyMissedNumbersAreCounted)
{
    BoardHall hall(west());
    for (int i = 0; i < 8; ++i)
        hall.act<MarkNoShow>(hall.callNew("loket-1", "ktp-baru"));
    hall.open();
    EXPECT_EQ(hall.board->missedLine(),
              QStringLiteral("A-008, A-007, A-006, A-005, A-004, A-003 dan 2 lainnya"));
}

TEST(BoardModel, ABoardOfAZoneShowsItsCountersAlone)
{
    BoardHall hall(west());
    hall.open();
    hall.callNew("loket-7", "skck-baru");
    hall.act<MarkNoShow>(hall.callNew("loket-8", "skck-baru"));
    hall.act<FinishLeg>(hall.callNew("loket-9", "pajak-kendaraan"));
    BoardHall::settle();
    EXPECT_EQ(hall.board->state(), State::Welcome);
    EXPECT_TRUE(hall.board->missed().isEmpty());
    EXPECT_TRUE(hall.board->recentCalls()->calls().empty());
    EXPECT_EQ(hall.board->place(), QStringLiteral("Zona 1"));
}

TEST(BoardModel, ABoardOfAllZonesTellsFloorsAndNoDirections)
{
    BoardHall hall;
    hall.open();
    hall.callNew("loket-14", "jkn-daftar");
    BoardHall::settle();
    EXPECT_EQ(hall.board->newest().floor, QStringLiteral("Lantai 2"));
    EXPECT_TRUE(hall.board->newest().direction.isEmpty());
    EXPECT_TRUE(hall.board->place().isEmpty());
}

TEST(BoardModel, TwelveCallsAreAllShownPageByPageWithTheNewestAlways)
{
    BoardHall hall;
    hall.open();
    hall.board->setCapacity(4);
    const char* const services[] = {"ktp-baru", "ktp-baru", "ktp-baru", "ktp-baru", "nib", "nib"};
    std::set<std::string> called;
    for (int i = 0; i < 12; ++i) {
        const std::string counter = "loket-" + std::to_string(i + 1);
        const std::string service = i < 6    ? services[i]
                                    : i < 8  ? "skck-baru"
                                    : i < 10 ? "pajak-kendaraan"
                                    : i < 11 ? "npwp"
                                             : "buka-rekening";
        const LegId leg = hall.callNew(counter, service);
        called.insert(hall.queue.site().find(leg.ticket)->number.text());
    }
    BoardHall::settle();
    ASSERT_EQ(called.size(), 12U);
    EXPECT_EQ(hall.board->calledOthers(), 11);
    EXPECT_EQ(hall.board->pages(), 3);
    const QString newest = hall.board->newest().number;
    std::set<std::string> seen{newest.toStdString()};
    for (int page = 0; page < 3; ++page) {
        EXPECT_EQ(hall.board->page(), page);
        EXPECT_EQ(hall.board->newest().number, newest);
        EXPECT_EQ(hall.board->activeCalls()->count(), 4);
        for (const std::string& number : numbersOf(*hall.board->activeCalls()))
            seen.insert(number);
        hall.board->turnPage();
    }
    EXPECT_EQ(hall.board->page(), 0);
    EXPECT_EQ(seen, called);
}

TEST(BoardModel, TheCatchUpIsShownWithoutFlashing)
{
    BoardHall hall(west());
    hall.callNew("loket-1", "ktp-baru");
    hall.callNew("loket-2", "ktp-baru");
    SiteFollower follower(hall.queue, hall.clock, hall.random, *DeviceId::parse("board"));
    BoardViewModel board(follower, hall.faceClock, hall.language, nullptr, west());
    EXPECT_EQ(board.state(), State::CatchingUp);
    QSignalSpy flashes(&board, &BoardViewModel::newestCalled);
    BoardHall::settle();
    EXPECT_EQ(board.newest().number, QStringLiteral("A-002"));
    EXPECT_EQ(numbersOf(*board.activeCalls()), Numbers{"A-001"});
    EXPECT_EQ(flashes.count(), 0);
}

TEST(BoardModel, YesterdaysCallsAreGoneAtMidnight)
{
    BoardHall hall(west());
    hall.callNew("loket-1", "ktp-baru");
    hall.act<MarkNoShow>(hall.callNew("loket-2", "ktp-baru"));
    hall.open();
    ASSERT_EQ(hall.board->state(), State::Calls);
    hall.clock.advance(std::chrono::hours(24));
    hall.faceClock.look();
    EXPECT_EQ(hall.board->state(), State::Welcome);
    EXPECT_TRUE(hall.board->missed().isEmpty());
}

TEST(BoardModel, TellsClosingHoursAndTheBreak)
{
    BoardHall hall(west());
    hall.open();
    EXPECT_EQ(hall.board->hoursLine(), QStringLiteral("07.30–12.00 · 13.00–16.00"));
    EXPECT_EQ(hall.board->time(), QStringLiteral("09.00"));
    EXPECT_EQ(hall.board->weekday(), QStringLiteral("Senin"));
    EXPECT_EQ(hall.board->date(), QStringLiteral("23 November 2026"));
    hall.clock.advance(std::chrono::hours(3));
    hall.faceClock.look();
    EXPECT_EQ(hall.board->state(), State::Closed);
    EXPECT_EQ(hall.board->messageTitle(), QStringLiteral("Istirahat"));
    EXPECT_EQ(hall.board->messageText(), QStringLiteral("Buka pukul 13.00"));
    hall.clock.advance(std::chrono::hours(5));
    hall.faceClock.look();
    EXPECT_EQ(hall.board->messageTitle(), QStringLiteral("Tutup"));
    EXPECT_EQ(hall.board->messageText(), QStringLiteral("Buka besok, Selasa 07.30"));
    EXPECT_TRUE(hall.board->hoursLine().isEmpty());
}

TEST(BoardModel, ACallOutsideTheHoursIsShownAllTheSame)
{
    BoardHall hall(west());
    hall.open();
    hall.callNew("loket-1", "ktp-baru");
    hall.clock.advance(std::chrono::hours(3));
    hall.faceClock.look();
    BoardHall::settle();
    EXPECT_EQ(hall.board->state(), State::Calls);
}

TEST(BoardModel, SaysSinceWhenItIsCutOffAndTakesItBack)
{
    BoardHall hall(west());
    hall.open();
    EXPECT_TRUE(hall.board->problem().isEmpty());
    hall.queue.tell({false, std::nullopt, 0});
    BoardHall::settle();
    hall.clock.advance(std::chrono::minutes(5));
    hall.queue.tell({false, std::nullopt, 0});
    BoardHall::settle();
    EXPECT_EQ(hall.board->problem(), QStringLiteral("Layar ini terputus dari antrean sejak pukul 09.00."));
    hall.queue.tell({true, std::nullopt, 0});
    BoardHall::settle();
    EXPECT_TRUE(hall.board->problem().isEmpty());
    // The hall learns that there is a fault, not whom to call about a disk.
    hall.queue.tell({true, Error{"disk-full", Severity::Fatal, {}}, 0});
    BoardHall::settle();
    EXPECT_EQ(hall.board->problem(), QStringLiteral("Ada gangguan pada mesin antrean."));
}

TEST(BoardModel, ABoardThatWasNeverConnectedSaysSo)
{
    BoardHall hall(west(), nullptr);
    hall.open();
    const QString waiting = hall.board->messageTitle();
    hall.queue.tell({false, Error{"unreachable", Severity::TryAgain, {}}, 0});
    BoardHall::settle();
    EXPECT_EQ(hall.board->state(), State::CatchingUp);
    EXPECT_NE(hall.board->messageTitle(), waiting);
    EXPECT_EQ(hall.board->problem(), QStringLiteral("Layar ini terputus dari antrean sejak pukul 09.00."));
    hall.queue.tell({false, Error{"token-unknown", Severity::ThisItem, {}}, 0});
    BoardHall::settle();
    EXPECT_EQ(hall.board->problem(), QStringLiteral("Ada gangguan pada mesin antrean."));
}

TEST(BoardModel, RowsThatDidNotChangeAreNotDrawnAnew)
{
    BoardCallsModel model;
    BoardCall a;
    a.number = QStringLiteral("A-001");
    BoardCall b;
    b.number = QStringLiteral("A-002");
    model.show({a, b});
    QSignalSpy changed(&model, &BoardCallsModel::dataChanged);
    QSignalSpy reset(&model, &BoardCallsModel::modelReset);
    b.speaking = true;
    model.show({a, b});
    ASSERT_EQ(changed.count(), 1);
    EXPECT_EQ(changed.first().first().toModelIndex().row(), 1);
    model.show({a});
    EXPECT_EQ(model.count(), 1);
    EXPECT_EQ(reset.count(), 0);
}

} // namespace
} // namespace anjungan
