// SPDX-License-Identifier: GPL-3.0-or-later
//
// Proves that needs are asked for, sent, forgotten with their citizen and never printed; and that seasons,
// closures of one agency and a clock in doubt are said in words.

#include "core/slip_maker.h"
#include "kiosk_bench.h"

#include <algorithm>
#include <gmock/gmock.h>

namespace anjungan {
namespace {

using namespace std::chrono_literals;
using Page = KioskViewModel::Page;

QString id(const char* text)
{
    return QString::fromLatin1(text);
}

std::shared_ptr<Catalogue> changedSample()
{
    return std::make_shared<Catalogue>(*sampleCatalogue());
}

class KioskRules : public testing::Test
{
protected:
    void toPriority(KioskBench& bench)
    {
        bench.vm.openService(id("ktp-baru"));
        bench.vm.take();
        ASSERT_EQ(bench.vm.page(), Page::Priority);
    }
};

TEST_F(KioskRules, NeedsAreSentBesideOrWithoutPriorityAndForgottenWithTheCitizen)
{
    KioskBench bench;
    toPriority(bench);
    bench.vm.needs()->toggle(0);
    bench.vm.needs()->toggle(3);
    bench.vm.needs()->toggle(9);
    bench.vm.needs()->toggle(2);
    bench.vm.needs()->toggle(2);
    EXPECT_TRUE(bench.at(bench.vm.needs(), 0, "chosen").toBool());
    EXPECT_EQ(bench.at(bench.vm.needs(), 0, "name").toString(), id("Saya memakai kursi roda"));
    bench.vm.takeOrdinary();
    bench.settle();
    ASSERT_EQ(bench.tickets(), 1U);
    EXPECT_THAT(bench.onlyTicket().needs, testing::ElementsAre(Need::Wheelchair, Need::Writing));
    EXPECT_FALSE(bench.onlyTicket().hasPriority());
    bench.vm.finish();
    toPriority(bench);
    for (int row = 0; row < bench.vm.needs()->rowCount(); ++row)
        EXPECT_FALSE(bench.at(bench.vm.needs(), row, "chosen").toBool()) << row;
    bench.vm.takeOrdinary();
    bench.settle();
    EXPECT_TRUE(bench.authority.site().find(bench.lastTicket())->needs.empty());
}

TEST_F(KioskRules, AnotherNeedAfterAFailureIsAnotherAct)
{
    KioskBench bench;
    toPriority(bench);
    bench.queue.nextFailures = {Error{"closed", Severity::TryAgain, {}}};
    bench.vm.takeOrdinary();
    bench.settle();
    ASSERT_EQ(bench.vm.sheet(), KioskViewModel::Sheet::Problem);
    bench.vm.closeSheet();
    bench.vm.needs()->toggle(1);
    bench.vm.takeOrdinary();
    bench.settle();
    ASSERT_EQ(bench.queue.commands.size(), 2U);
    EXPECT_NE(bench.queue.commands[0].id, bench.queue.commands[1].id);
    EXPECT_THAT(bench.onlyTicket().needs, testing::ElementsAre(Need::Escort));
}

TEST_F(KioskRules, NoSlipAndNoPageOfTheTicketNamesANeed)
{
    KioskBench bench;
    toPriority(bench);
    for (int row = 0; row < 4; ++row)
        bench.vm.needs()->toggle(row);
    bench.vm.classes()->toggle(0);
    bench.vm.takeWithPriority();
    bench.settle();
    ASSERT_EQ(bench.onlyTicket().needs.size(), 4U);
    const auto slip = makeSlip(bench.authority.site(), bench.onlyTicket());
    const std::string printed = toJsonText(slip);
    QString shown = bench.vm.ticket().classes + bench.vm.ticket().number;
    for (const QVariant& errand : bench.vm.ticket().errands) {
        for (const QVariant& word : errand.toMap())
            shown += word.toString() + QLatin1Char('\n');
    }
    EXPECT_THAT(printed, testing::HasSubstr("Lansia"));
    for (const char* word :
         {"roda", "jemput", "isyarat", "tertulis", "wheelchair", "escort", "sign", "writing"}) {
        EXPECT_EQ(printed.find(word), std::string::npos) << word;
        EXPECT_FALSE(shown.contains(id(word), Qt::CaseInsensitive)) << word;
    }
}

TEST_F(KioskRules, ATrainingSiteIsMarkedInBothLanguages)
{
    const auto catalogue = changedSample();
    EXPECT_EQ(KioskBench(catalogue).vm.welcome().mark, QString());
    catalogue->training = true;
    KioskBench bench(catalogue);
    EXPECT_EQ(bench.vm.welcome().mark, QStringLiteral("LATIHAN – tidak berlaku"));
    bench.vm.settings()->toggleLanguage();
    EXPECT_EQ(bench.vm.welcome().mark, QStringLiteral("TRAINING – not valid"));
    toPriority(bench);
    bench.vm.takeOrdinary();
    bench.settle();
    EXPECT_TRUE(makeSlip(bench.authority.site(), bench.onlyTicket()).training);
}

TEST_F(KioskRules, ASeasonIsNamedWhereItsHoursAreShown)
{
    const auto catalogue = changedSample();
    Hours short_;
    for (auto& day : short_.week)
        day = {{MinuteOfDay(8 * 60), MinuteOfDay(15 * 60)}};
    catalogue->seasons = {{dayOf(FakeClock().now(), TimeZone::Wib),
                           dayOf(FakeClock().now(), TimeZone::Wib) + std::chrono::days(20),
                           Text{"Jam Ramadan", "Ramadan hours"}, short_}};
    KioskBench bench(catalogue);
    EXPECT_EQ(bench.vm.welcome().openUntil, id("Buka sampai 15.00 (Jam Ramadan)"));
    bench.vm.settings()->toggleLanguage();
    EXPECT_EQ(bench.vm.welcome().openUntil, id("Open until 15:00 (Ramadan hours)"));
    bench.vm.settings()->toggleLanguage();
    bench.clock.advance(22h); // seven in the morning of the second day
    bench.pass(1s);
    EXPECT_TRUE(bench.vm.welcome().closedLine.endsWith(id("08.00 (Jam Ramadan)")))
        << bench.vm.welcome().closedLine.toStdString();
}

TEST_F(KioskRules, AnAgencyThatIsClosedAloneSaysWhy)
{
    const auto catalogue = changedSample();
    const Day today = dayOf(FakeClock().now(), TimeZone::Wib);
    catalogue->closures.push_back(
        {today, Text{"Pelatihan pegawai", "Staff training"}, {*AgencyId::parse("dukcapil")}});
    std::ranges::sort(catalogue->closures, {}, &Closure::day);
    KioskBench bench(catalogue);
    EXPECT_TRUE(bench.vm.welcome().open);
    bench.vm.openService(id("ktp-baru"));
    EXPECT_TRUE(bench.vm.service().closed);
    EXPECT_TRUE(bench.vm.service().closedLine.contains(id("Pelatihan pegawai")))
        << bench.vm.service().closedLine.toStdString();
    EXPECT_TRUE(bench.vm.service().closedLine.contains(id("besok")));
    EXPECT_FALSE(bench.vm.service().requirements.isEmpty());
    bench.vm.back();
    bench.vm.openService(id("skck-baru"));
    EXPECT_FALSE(bench.vm.service().closed);
}

TEST_F(KioskRules, ATurnThatWouldComeTooLateIsSaidWithTheNextOpening)
{
    const Words words(Language::Indonesian);
    const Instant now = FakeClock().now();
    Opening opening;
    opening.reason = ClosedReason::TurnTooLate;
    opening.opensNext = now + 22h + 30min;
    EXPECT_EQ(words.closedLine(opening, now, TimeZone::Wib),
              id("Antrean terlalu panjang untuk dilayani sebelum tutup. Buka besok, Selasa 07.30"));
}

TEST_F(KioskRules, AClockInDoubtAsksForStaff)
{
    KioskBench bench;
    bench.authority.tell({true, Error{"clock-doubtful", Severity::TryAgain, {}}, 0});
    bench.settle();
    ASSERT_EQ(bench.vm.welcome().notices.size(), 1);
    const QVariantMap notice = bench.vm.welcome().notices.first().toMap();
    EXPECT_EQ(notice.value(id("title")).toString(), id("Jam mesin perlu diperiksa dahulu"));
    EXPECT_TRUE(notice.value(id("text")).toString().contains(bench.vm.welcome().helpPlace));
    bench.authority.tell({true, Error{"clock-jumped", Severity::TryAgain, {}}, 0});
    bench.settle();
    EXPECT_TRUE(bench.vm.welcome().notices.empty()) << "numbers are given, at the time that is counted on";
}

} // namespace
} // namespace anjungan
