// SPDX-License-Identifier: GPL-3.0-or-later
//
// Proves what time and the printer do to the face: warnings that can be put off, an end that leaves nothing
// behind, and words about paper that never promise more than the printer said.
#include "kiosk_bench.h"

#include <gtest/gtest.h>

namespace anjungan {
namespace {

using namespace std::chrono_literals;
using Page = KioskViewModel::Page;
using Sheet = KioskViewModel::Sheet;

QString id(const char* text)
{
    return QString::fromLatin1(text);
}

class KioskTime : public testing::Test
{
protected:
    void toTicket()
    {
        vm.openService(id("ktp-baru"));
        vm.take();
        vm.takeOrdinary();
        bench.settle();
        ASSERT_EQ(vm.page(), Page::Ticket);
    }

    KioskBench bench;
    KioskViewModel& vm = bench.vm;
};

TEST_F(KioskTime, WarnsForAtLeastTwentySecondsAndThenForgetsEverything)
{
    vm.settings()->toggleLanguage();
    vm.settings()->setTextPercent(200);
    vm.settings()->setHighContrast(true);
    vm.settings()->setLowReach(true);
    vm.openService(id("ktp-baru"));
    vm.addAnother();
    vm.openSearch();
    vm.setQuery(id("paspor"));
    bench.pass(59s);
    EXPECT_EQ(vm.sheet(), Sheet::None);
    bench.pass(2s);
    ASSERT_EQ(vm.sheet(), Sheet::Idle);
    EXPECT_GE(vm.secondsLeft(), 20);
    bench.pass(20s);
    EXPECT_EQ(vm.sheet(), Sheet::Idle);
    EXPECT_EQ(vm.page(), Page::Search);
    bench.pass(15s);
    EXPECT_EQ(vm.page(), Page::Welcome);
    EXPECT_EQ(vm.sheet(), Sheet::None);
    EXPECT_EQ(vm.basket()->count(), 0);
    EXPECT_TRUE(vm.query().isEmpty());
    EXPECT_EQ(vm.found()->count(), 0);
    EXPECT_EQ(vm.classes()->chosenCount(), 0);
    EXPECT_TRUE(vm.settings()->isAsTheSiteSetIt());
    EXPECT_EQ(bench.language.current(), Language::Indonesian);
}

TEST_F(KioskTime, CanBePutOffAsOftenAsSheLikes)
{
    vm.start();
    for (int i = 0; i < 12; ++i) {
        bench.pass(61s);
        ASSERT_EQ(vm.sheet(), Sheet::Idle) << i;
        vm.moreTime();
        EXPECT_EQ(vm.sheet(), Sheet::None);
    }
    EXPECT_EQ(vm.page(), Page::Agencies);
}

TEST_F(KioskTime, ATouchStartsTheTimeAgainButDoesNotAnswerTheWarning)
{
    vm.start();
    bench.pass(50s);
    vm.touched();
    bench.pass(50s);
    EXPECT_EQ(vm.sheet(), Sheet::None);
    bench.pass(12s);
    ASSERT_EQ(vm.sheet(), Sheet::Idle);
    vm.touched();
    EXPECT_EQ(vm.sheet(), Sheet::Idle);
}

TEST_F(KioskTime, TheWarningGivesBackWhatLayBelow)
{
    vm.start();
    vm.openSheet(Sheet::Help);
    bench.pass(61s);
    ASSERT_EQ(vm.sheet(), Sheet::Idle);
    vm.back();
    EXPECT_EQ(vm.sheet(), Sheet::Help);
}

TEST_F(KioskTime, TheFirstPageSetsBackWhatSomebodyLeft)
{
    vm.settings()->toggleLanguage();
    vm.settings()->setHighContrast(true);
    vm.touched();
    bench.pass(61s);
    EXPECT_EQ(vm.sheet(), Sheet::None);
    EXPECT_TRUE(vm.settings()->isAsTheSiteSetIt());
}

TEST(KioskSettingsTest, GoBackToWhatTheSiteSetNotToWhatIsUsual)
{
    FaceLanguage language(QStringLiteral("kiosk"), Language::Indonesian);
    KioskSettings settings(language, true, true);
    EXPECT_EQ(settings.textPercent(), 150);
    EXPECT_TRUE(settings.highContrast());
    settings.setTextPercent(100);
    settings.setHighContrast(false);
    EXPECT_FALSE(settings.isAsTheSiteSetIt());
    settings.reset();
    EXPECT_EQ(settings.textPercent(), 150);
    EXPECT_TRUE(settings.highContrast());
}

TEST_F(KioskTime, TheTicketStaysThirtySecondsAndLongerOnRequest)
{
    toTicket();
    EXPECT_EQ(vm.secondsLeft(), 30);
    bench.pass(25s);
    EXPECT_EQ(vm.page(), Page::Ticket);
    vm.touched();
    EXPECT_GE(vm.secondsLeft(), 20);
    vm.moreTime();
    EXPECT_EQ(vm.secondsLeft(), 60);
    bench.pass(59s);
    EXPECT_EQ(vm.page(), Page::Ticket);
    bench.pass(2s);
    EXPECT_EQ(vm.page(), Page::Welcome);
    EXPECT_TRUE(vm.ticket().number.isEmpty());
    EXPECT_TRUE(vm.ticket().qrRows.isEmpty());
}

TEST_F(KioskTime, SaysTakeYourPaperOnlyWhenItIsPrinted)
{
    toTicket();
    const QString printing = vm.paper().title;
    EXPECT_FALSE(vm.paper().pointsDown);
    EXPECT_FALSE(vm.paper().mayReprint);
    bench.print(SlipState::Reserved);
    bench.print(SlipState::HandedOver, false, "print-interrupted");
    EXPECT_EQ(vm.paper().title, printing);
    bench.print(SlipState::HandedOver);
    EXPECT_NE(vm.paper().title, printing);
    EXPECT_FALSE(vm.paper().pointsDown);
    EXPECT_TRUE(vm.paper().mayReprint);
    bench.print(SlipState::Printed);
    EXPECT_TRUE(vm.paper().pointsDown);
    EXPECT_EQ(vm.paper().tone, id("good"));
}

TEST_F(KioskTime, NewsThatIsFasterThanTheReplyIsNotLost)
{
    bench.queue.hold = true;
    vm.openService(id("ktp-baru"));
    vm.take();
    vm.takeOrdinary();
    bench.slips.say({bench.lastTicket(), SlipState::Printed, false, {}});
    bench.settle();
    bench.queue.release();
    bench.settle();
    ASSERT_EQ(vm.page(), Page::Ticket);
    EXPECT_TRUE(vm.paper().pointsDown);
}

TEST_F(KioskTime, NewsOfAnotherTicketSaysNothing)
{
    toTicket();
    bench.slips.say({bench.random.makeId<TicketId>(), SlipState::Printed, false, {}});
    bench.slips.say({TicketId(), SlipState::Printed, false, {}});
    bench.settle();
    EXPECT_FALSE(vm.paper().pointsDown);
}

TEST_F(KioskTime, ReprintsOnceAndBelievesOnlyNewsOfTheCopy)
{
    toTicket();
    bench.print(SlipState::Failed);
    EXPECT_EQ(vm.paper().tone, id("warn"));
    vm.reprint();
    vm.reprint();
    EXPECT_EQ(bench.slips.reprints.size(), 1U);
    bench.print(SlipState::Printed, false);
    EXPECT_FALSE(vm.paper().pointsDown);
    bench.print(SlipState::Printed, true);
    EXPECT_TRUE(vm.paper().pointsDown);
    EXPECT_FALSE(vm.paper().mayReprint);
    vm.reprint();
    EXPECT_EQ(bench.slips.reprints.size(), 1U);
}

TEST_F(KioskTime, SaysSoWhenPaperTakesLong)
{
    toTicket();
    const QString printing = vm.paper().title;
    bench.pass(9s);
    EXPECT_NE(vm.paper().title, printing);
    EXPECT_EQ(vm.paper().tone, id("warn"));
    bench.print(SlipState::Printed);
    EXPECT_TRUE(vm.paper().pointsDown);
    EXPECT_GE(vm.secondsLeft(), 29) << "time to take it";
}

TEST_F(KioskTime, TellsBeforehandThatPaperIsOut)
{
    EXPECT_TRUE(vm.welcome().notices.isEmpty());
    for (const PrinterCondition condition :
         {PrinterCondition::PaperOut, PrinterCondition::CoverOpen, PrinterCondition::Offline}) {
        bench.slips.say(condition);
        bench.settle();
        EXPECT_EQ(vm.welcome().notices.size(), 1);
    }
    for (const PrinterCondition condition :
         {PrinterCondition::Ready, PrinterCondition::PaperLow, PrinterCondition::Unknown}) {
        bench.slips.say(condition);
        bench.settle();
        EXPECT_TRUE(vm.welcome().notices.isEmpty());
    }
    bench.slips.say(PrinterCondition::PaperOut);
    bench.settle();
    toTicket();
    bench.pass(1s);
    EXPECT_EQ(vm.paper().tone, id("warn"));
}

TEST_F(KioskTime, SaysCalmlySinceWhenTheQueueIsAwayAndTakesItBack)
{
    bench.authority.tell({false, Error{"unreachable", Severity::TryAgain, {}}, 0});
    bench.settle();
    bench.pass(5min);
    bench.authority.tell({false, Error{"no-answer", Severity::TryAgain, {}}, 0});
    bench.settle();
    ASSERT_EQ(vm.welcome().notices.size(), 1);
    const QVariantMap notice = vm.welcome().notices.first().toMap();
    EXPECT_EQ(notice.value(id("tone")), id("info")) << "nothing is broken";
    EXPECT_TRUE(notice.value(id("text")).toString().contains(id("09.00")));
    EXPECT_TRUE(notice.value(id("text")).toString().contains(vm.welcome().helpPlace));
    bench.authority.tell({true, std::nullopt, 0});
    bench.settle();
    EXPECT_TRUE(vm.welcome().notices.isEmpty());
}

TEST_F(KioskTime, BeforeTheFirstContactThePageSaysWhyThereIsNothingToChoose)
{
    KioskBench early(nullptr);
    const auto titleWhen = [&early](bool connected, const char* code) {
        early.authority.tell({connected, Error{code, Severity::TryAgain, {}}, 0});
        early.settle();
        return early.vm.welcome().pause.title;
    };
    EXPECT_FALSE(early.vm.welcome().ready);
    const QString away = titleWhen(false, "unreachable");
    EXPECT_TRUE(early.vm.welcome().pause.text.contains(id("09.00")));
    EXPECT_EQ(early.vm.welcome().pause.tone, id("info"));
    EXPECT_NE(titleWhen(false, "token-unknown"), away) << "for that somebody must come";
    EXPECT_EQ(titleWhen(false, "no-answer"), away);
}

TEST_F(KioskTime, ShowsAProblemOfTheAuthority)
{
    bench.authority.tell({true, Error{"disk-full", Severity::Fatal, {}}, 0});
    bench.settle();
    ASSERT_EQ(vm.welcome().notices.size(), 1);
    // Who reads it here wants a number, and cannot call a technician.
    const QString text = vm.welcome().notices.first().toMap().value(id("text")).toString();
    EXPECT_TRUE(text.contains(vm.welcome().helpPlace)) << text.toStdString();
    EXPECT_FALSE(text.contains(Words(Language::Indonesian).problem({"disk-full", Severity::Fatal, {}})));
}

TEST_F(KioskTime, ToldWordsFollowTheLanguageAtOnce)
{
    const QString title = bench.at(vm.frequent(), 0, "tileTitle").toString();
    vm.settings()->toggleLanguage();
    EXPECT_NE(bench.at(vm.frequent(), 0, "tileTitle").toString(), title);
    EXPECT_EQ(vm.welcome().siteRegion,
              QString::fromStdString(sampleCatalogue()->siteRegion.in(Language::English)));
    toTicket();
    EXPECT_EQ(bench.onlyTicket().language, Language::English);
    const QString service = vm.ticket().errands.first().toMap().value(id("service")).toString();
    vm.settings()->toggleLanguage();
    EXPECT_NE(vm.ticket().errands.first().toMap().value(id("service")).toString(), service);
    vm.finish();
    EXPECT_EQ(bench.at(vm.frequent(), 0, "tileTitle").toString(), title);
}

TEST_F(KioskTime, PromisesThePhoneOnlyWhereTheCodeIsALink)
{
    toTicket();
    const QString link = vm.ticket().qrTitle;
    EXPECT_EQ(vm.ticket().qrRows.size(), 21);
    vm.finish();
    bench.code = {"AEBAGBAFAYDQQCIK", false};
    toTicket();
    EXPECT_FALSE(vm.ticket().qrTitle.isEmpty());
    EXPECT_NE(vm.ticket().qrTitle, link);
    vm.finish();
    bench.code = {};
    toTicket();
    EXPECT_TRUE(vm.ticket().qrRows.isEmpty());
}

TEST_F(KioskTime, ShowsWhoWaitsAndForHowLong)
{
    bench.openCounters();
    bench.issueFor("ktp-baru", 5);
    QCoreApplication::processEvents(QEventLoop::AllEvents, 300);
    bench.pass(60s); // each minute at the latest
    EXPECT_TRUE(vm.welcome().waiting.startsWith(Words(Language::Indonesian).people(5)))
        << vm.welcome().waiting.toStdString();
    vm.openService(id("ktp-baru"));
    EXPECT_EQ(vm.service().ahead, Words(Language::Indonesian).people(5));
}

TEST_F(KioskTime, ClosedSaysWhyAndWhenAndStillShowsWhatToBring)
{
    EXPECT_TRUE(vm.welcome().open);
    bench.clock.advance(12h);
    bench.pass(1s);
    EXPECT_FALSE(vm.welcome().open);
    EXPECT_TRUE(vm.welcome().openUntil.isEmpty());
    EXPECT_TRUE(vm.welcome().closedLine.contains(id("07.30"))) << vm.welcome().closedLine.toStdString();
    EXPECT_TRUE(bench.at(vm.frequent(), 0, "closed").toBool());
    vm.openService(id("ktp-baru"));
    EXPECT_TRUE(vm.service().closed);
    EXPECT_FALSE(vm.service().requirements.isEmpty());
    vm.take();
    EXPECT_EQ(vm.page(), Page::Service);
    EXPECT_TRUE(bench.queue.commands.empty());
}

} // namespace
} // namespace anjungan
