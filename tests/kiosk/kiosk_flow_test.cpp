// SPDX-License-Identifier: GPL-3.0-or-later
//
// Proves a citizen's way through the kiosk on the real authority: how many touches it takes, that a number
// is given once however often she touches or tries again, and that nothing of her is left for the next one.
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

class KioskFlow : public testing::Test
{
protected:
    void toPriority(const char* service = "ktp-baru")
    {
        bench.vm.openService(id(service));
        bench.vm.take();
    }
    void toTicket(const char* service = "ktp-baru")
    {
        toPriority(service);
        bench.vm.takeOrdinary();
        bench.settle();
    }
    const IssueTicket& sent(std::size_t index) const
    {
        return std::get<IssueTicket>(bench.queue.commands.at(index).body);
    }

    KioskBench bench;
    KioskViewModel& vm = bench.vm;
};

TEST_F(KioskFlow, TakesThreeTouchesToTheTicketOfAFrequentService)
{
    ASSERT_EQ(vm.page(), Page::Welcome);
    const QString first = bench.at(vm.frequent(), 0, "serviceId").toString();
    vm.openService(first);
    vm.take();
    vm.takeOrdinary();
    bench.settle();
    EXPECT_EQ(vm.page(), Page::Ticket);
    EXPECT_EQ(vm.ticket().number, id("A-001"));
    ASSERT_EQ(bench.tickets(), 1U);
    const Ticket& ticket = bench.onlyTicket();
    EXPECT_EQ(ticket.channel, Channel::SelfService);
    EXPECT_EQ(ticket.number.series, 0);
    EXPECT_FALSE(ticket.hasPriority());
    EXPECT_EQ(ticket.language, Language::Indonesian);
}

TEST_F(KioskFlow, FindsAServiceThroughItsAgency)
{
    vm.start();
    EXPECT_EQ(vm.agencies()->count(), 18);
    vm.openAgency(id("dukcapil"));
    EXPECT_EQ(vm.page(), Page::Services);
    EXPECT_EQ(vm.agencyName(), id("Dinas Kependudukan dan Pencatatan Sipil"));
    const QString service = bench.at(vm.services(), 1, "serviceId").toString();
    vm.openService(service);
    EXPECT_EQ(vm.page(), Page::Service);
    EXPECT_EQ(vm.service().title, bench.at(vm.services(), 1, "title").toString());
}

TEST_F(KioskFlow, PutsSeveralServicesOnOneTicketInTheirOrder)
{
    vm.openService(id("kartu-keluarga"));
    vm.chooseCase(1);
    vm.addAnother();
    EXPECT_EQ(vm.page(), Page::Agencies);
    EXPECT_EQ(vm.basket()->count(), 1);
    vm.openSearch();
    vm.setQuery(id("skck"));
    vm.openService(bench.at(vm.found(), 0, "serviceId").toString());
    vm.take();
    vm.takeOrdinary();
    bench.settle();
    ASSERT_EQ(bench.tickets(), 1U);
    ASSERT_EQ(bench.onlyTicket().legs.size(), 2U);
    EXPECT_EQ(bench.onlyTicket().legs[0].service.text(), "kartu-keluarga");
    EXPECT_EQ(vm.ticket().errands.size(), 2);
    // What to bring is that of the case she chose.
    const QVariantMap first = vm.ticket().requirements.first().toMap();
    EXPECT_TRUE(first.value(id("items")).toStringList().contains(id("KK lama")));
}

TEST_F(KioskFlow, TakesTheBasketFromAListAndLetsServicesBeRemoved)
{
    vm.openService(id("ktp-baru"));
    vm.addAnother();
    vm.openAgency(id("dukcapil"));
    vm.openService(id("kia"));
    vm.addAnother();
    ASSERT_EQ(vm.basket()->count(), 2);
    vm.removeFromBasket(id("ktp-baru"));
    vm.takeBasket();
    vm.takeOrdinary();
    bench.settle();
    ASSERT_EQ(bench.tickets(), 1U);
    ASSERT_EQ(bench.onlyTicket().legs.size(), 1U);
    EXPECT_EQ(bench.onlyTicket().legs[0].service.text(), "kia");
}

TEST_F(KioskFlow, OffersNoMoreServicesThanATicketHolds)
{
    const auto& services = sampleCatalogue()->services;
    std::size_t added = 0;
    for (const Service& service : services) {
        if (added + 1 == ticketLegsMax)
            break;
        vm.setQuery({});
        if (vm.page() == Page::Agencies)
            vm.openAgency(QString::fromStdString(service.agency.text()));
        vm.openService(QString::fromStdString(service.id.text()));
        if (!vm.mayAddAnother())
            break;
        vm.addAnother();
        ++added;
    }
    ASSERT_EQ(vm.basket()->count(), static_cast<int>(ticketLegsMax) - 1);
    vm.openAgency(id("samsat"));
    vm.openService(id("pajak-kendaraan"));
    ASSERT_EQ(vm.page(), Page::Service);
    EXPECT_FALSE(vm.mayAddAnother());
    vm.addAnother();
    EXPECT_EQ(vm.page(), Page::Service);
    vm.take();
    vm.takeOrdinary();
    bench.settle();
    ASSERT_EQ(bench.tickets(), 1U);
    EXPECT_EQ(bench.onlyTicket().legs.size(), ticketLegsMax);
}

TEST_F(KioskFlow, PutsASingleServiceBackWhenSheGoesBackFromThePriorityPage)
{
    toPriority();
    EXPECT_EQ(vm.basket()->count(), 1);
    vm.back();
    EXPECT_EQ(vm.page(), Page::Service);
    EXPECT_EQ(vm.basket()->count(), 0);
    vm.back();
    EXPECT_EQ(vm.page(), Page::Welcome);
}

TEST_F(KioskFlow, SendsTheChosenClasses)
{
    toPriority();
    vm.takeWithPriority(); // none chosen yet
    EXPECT_FALSE(vm.isIssuing());
    vm.classes()->toggle(0);
    vm.classes()->toggle(2);
    vm.classes()->toggle(2);
    vm.takeWithPriority();
    bench.settle();
    ASSERT_EQ(bench.tickets(), 1U);
    ASSERT_EQ(bench.onlyTicket().classes.size(), 1U);
    EXPECT_EQ(bench.onlyTicket().classes[0], sampleCatalogue()->priorityClasses[0].id);
    EXPECT_EQ(vm.ticket().classes, id("Lansia"));
}

TEST_F(KioskFlow, NoForgetsTheClassesThatWereTicked)
{
    toPriority();
    vm.classes()->toggle(0);
    vm.takeOrdinary();
    bench.settle();
    EXPECT_FALSE(bench.onlyTicket().hasPriority());
}

TEST_F(KioskFlow, IssuesOnceHoweverOftenItIsTouched)
{
    bench.queue.hold = true;
    toPriority();
    for (int i = 0; i < 5; ++i)
        vm.takeOrdinary();
    vm.classes()->toggle(0);
    vm.takeWithPriority();
    vm.back();
    bench.settle();
    EXPECT_TRUE(vm.isIssuing());
    EXPECT_EQ(vm.page(), Page::Priority);
    bench.queue.release();
    bench.settle();
    EXPECT_EQ(bench.queue.commands.size(), 1U);
    EXPECT_EQ(bench.tickets(), 1U);
    EXPECT_EQ(vm.page(), Page::Ticket);
}

TEST_F(KioskFlow, TriesAgainUnderTheSameIds)
{
    bench.queue.nextFailures = {{"disk-error", Severity::Fatal, {}}};
    bench.queue.happensAnyway = true;
    toTicket();
    ASSERT_EQ(vm.sheet(), Sheet::Problem);
    EXPECT_TRUE(vm.problem().mayRetry);
    EXPECT_FALSE(vm.problem().text.isEmpty());
    vm.retry();
    bench.settle();
    ASSERT_EQ(bench.queue.commands.size(), 2U);
    EXPECT_EQ(bench.queue.commands[0].id, bench.queue.commands[1].id);
    EXPECT_EQ(sent(0).ticket, sent(1).ticket);
    // It had happened although the answer was lost: there is one ticket, and she sees it.
    EXPECT_EQ(bench.tickets(), 1U);
    EXPECT_EQ(vm.page(), Page::Ticket);
    EXPECT_EQ(vm.ticket().number, id("A-001"));
}

TEST_F(KioskFlow, TheSameWishFromThePageIsTheSameAct)
{
    bench.queue.nextFailures = {{"disk-full", Severity::TryAgain, {}}};
    toTicket();
    vm.closeSheet();
    ASSERT_EQ(vm.page(), Page::Priority);
    vm.takeOrdinary();
    bench.settle();
    ASSERT_EQ(bench.queue.commands.size(), 2U);
    EXPECT_EQ(bench.queue.commands[0].id, bench.queue.commands[1].id);
    EXPECT_EQ(vm.page(), Page::Ticket);
}

TEST_F(KioskFlow, AnotherWishAfterARefusalIsAnotherAct)
{
    bench.queue.nextFailures = {{"quota-spent", Severity::ThisItem, {}}};
    toTicket("skck-baru");
    ASSERT_EQ(vm.sheet(), Sheet::Problem);
    EXPECT_FALSE(vm.problem().mayRetry);
    vm.closeSheet();
    vm.back();
    vm.back();
    toTicket("ktp-baru");
    ASSERT_EQ(bench.queue.commands.size(), 2U);
    EXPECT_NE(bench.queue.commands[0].id, bench.queue.commands[1].id);
    ASSERT_EQ(bench.tickets(), 1U);
    EXPECT_EQ(bench.onlyTicket().legs[0].service.text(), "ktp-baru");
}

TEST_F(KioskFlow, TellsThatAServiceClosedMeanwhile)
{
    toPriority();
    bench.clock.advance(12h);
    vm.takeOrdinary();
    bench.settle();
    EXPECT_EQ(vm.sheet(), Sheet::Problem);
    EXPECT_EQ(bench.tickets(), 0U);
}

TEST_F(KioskFlow, AnAnswerForSomebodyWhoWentAwayShowsNothingToTheNext)
{
    bench.queue.hold = true;
    toPriority();
    vm.takeOrdinary();
    vm.finish();
    bench.queue.release();
    bench.settle();
    EXPECT_EQ(vm.page(), Page::Welcome);
    EXPECT_TRUE(vm.ticket().number.isEmpty());
    EXPECT_EQ(vm.sheet(), Sheet::None);
}

TEST_F(KioskFlow, LetsRequirementsBeReadWithoutTakingANumber)
{
    vm.startBrowsing();
    EXPECT_TRUE(vm.isBrowsing());
    vm.openAgency(id("dukcapil"));
    vm.openService(id("ktp-baru"));
    EXPECT_EQ(vm.service().requirements.size(), 2);
    EXPECT_EQ(vm.service().fee,
              Words(Language::Indonesian).fee(sampleCatalogue()->find(*ServiceId::parse("ktp-baru"))->fee));
    EXPECT_FALSE(vm.mayAddAnother());
    vm.take();
    vm.takeOrdinary();
    bench.settle();
    EXPECT_EQ(vm.page(), Page::Ticket);
}

TEST_F(KioskFlow, ShowsWhatToBringForTheChosenCaseOnly)
{
    vm.openService(id("kartu-keluarga"));
    EXPECT_EQ(vm.service().cases.size(), 2);
    EXPECT_EQ(vm.service().caseIndex, -1);
    EXPECT_TRUE(vm.service().requirements.isEmpty());
    vm.chooseCase(0);
    const QStringList first = vm.service().requirements;
    vm.chooseCase(1);
    EXPECT_FALSE(first.isEmpty());
    EXPECT_NE(vm.service().requirements, first);
    vm.chooseCase(7);
    EXPECT_EQ(vm.service().caseIndex, 1);
}

TEST_F(KioskFlow, PromisesAServiceTimeOnlyWhereItIsPublished)
{
    int shown = 0;
    for (const Service& service : sampleCatalogue()->services) {
        vm.finish();
        vm.start();
        vm.openAgency(QString::fromStdString(service.agency.text()));
        vm.openService(QString::fromStdString(service.id.text()));
        EXPECT_EQ(!vm.service().standard.isEmpty(), service.serviceStandardVerified) << service.id.text();
        shown += vm.service().standard.isEmpty() ? 0 : 1;
    }
    EXPECT_GT(shown, 0);
}

TEST_F(KioskFlow, IgnoresWhatIsNotInTheCatalogue)
{
    vm.openService(id("nonsense"));
    vm.openService(id("NOT A NAME"));
    EXPECT_EQ(vm.page(), Page::Welcome);
    vm.start();
    vm.openAgency(id("nonsense"));
    EXPECT_EQ(vm.page(), Page::Agencies);
    vm.takeBasket();
    vm.take();
    vm.takeOrdinary();
    EXPECT_EQ(vm.page(), Page::Agencies);
    EXPECT_TRUE(bench.queue.commands.empty());
}

TEST_F(KioskFlow, LeavesThePagesOfACatalogueThatWasReplaced)
{
    vm.openService(id("ktp-baru"));
    Catalogue next = *sampleCatalogue();
    ++next.version;
    next.priorityClasses.clear();
    bench.authority.must(PublishCatalogue{std::make_shared<const Catalogue>(std::move(next))});
    bench.settle();
    EXPECT_EQ(vm.page(), Page::Welcome);
    // Without classes nobody is asked.
    vm.openService(id("ktp-baru"));
    vm.take();
    bench.settle();
    EXPECT_EQ(vm.page(), Page::Ticket);
}

TEST_F(KioskFlow, EscapeGoesBackAStep)
{
    vm.start();
    vm.openAgency(id("dukcapil"));
    vm.openSheet(Sheet::Help);
    vm.back();
    EXPECT_EQ(vm.sheet(), Sheet::None);
    EXPECT_EQ(vm.page(), Page::Services);
    vm.back();
    EXPECT_EQ(vm.page(), Page::Agencies);
}

TEST(KioskBeforeTheLog, IsNotReadyAndDoesNothing)
{
    KioskBench bench(nullptr);
    EXPECT_FALSE(bench.vm.welcome().ready);
    bench.vm.start();
    bench.vm.openService(id("ktp-baru"));
    bench.vm.setQuery(id("ktp"));
    EXPECT_EQ(bench.vm.page(), Page::Welcome);
    bench.authority.must(PublishCatalogue{sampleCatalogue()});
    bench.settle();
    EXPECT_TRUE(bench.vm.welcome().ready);
    EXPECT_EQ(bench.vm.frequent()->count(), 6);
}

} // namespace
} // namespace anjungan
