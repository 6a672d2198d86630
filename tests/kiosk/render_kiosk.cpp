// SPDX-License-Identifier: GPL-3.0-or-later
//
// Draws every page and state of the kiosk to pictures, on the real authority: render_kiosk OUTDIR [part …]
// Fails on any warning of QML.
#include "kiosk_stage.h"

#include <QGuiApplication>

using namespace anjungan;
using namespace std::chrono_literals;

namespace {

/// Every name as long as a catalogue allows people to be.
std::shared_ptr<const Catalogue> longNames()
{
    Catalogue catalogue = *sampleCatalogue();
    const auto lengthen = [](Text& text, const char* id, const char* en) {
        text.indonesian += id;
        if (!text.english.empty())
            text.english += en;
    };
    lengthen(catalogue.siteName, " dan Balai Layanan Terpadu", " and Integrated Service Hall");
    lengthen(catalogue.siteRegion, " Kepulauan Bagian Barat Daya", " South-Western Archipelago");
    lengthen(catalogue.helpPlace, ", di sebelah kiri pintu putar, berhadapan dengan ruang laktasi",
             ", to the left of the revolving door, opposite the nursing room");
    for (Agency& agency : catalogue.agencies) {
        lengthen(agency.name, ", Kearsipan, Perpustakaan, dan Pemberdayaan Masyarakat Desa",
                 ", Archives, Library and Village Community Empowerment");
        lengthen(agency.shortName, " dan Pemberdayaan Masyarakat", " and Community Empowerment");
    }
    for (Service& service : catalogue.services) {
        lengthen(service.title, " bagi penduduk pendatang dari luar wilayah yang pindah bersama keluarga",
                 " for residents from other regions who move with their family");
        if (!service.shortTitle.indonesian.empty())
            lengthen(service.shortTitle, " perubahan keanggotaan", " change of membership");
        for (ServiceCase& each : service.cases) {
            for (Text& requirement : each.requirements)
                lengthen(requirement, ", asli dan satu lembar fotokopi yang dilegalisasi",
                         ", original and one legalised photocopy");
        }
    }
    for (PriorityClass& each : catalogue.priorityClasses)
        lengthen(each.name, " yang memerlukan pendampingan", " who needs to be accompanied");
    for (Zone& zone : catalogue.zones)
        lengthen(zone.name, " dekat tangga darurat", " near the emergency stairs");
    return std::make_shared<const Catalogue>(std::move(catalogue));
}

std::shared_ptr<const Catalogue> nothingFrequent()
{
    Catalogue catalogue = *sampleCatalogue();
    for (Service& service : catalogue.services)
        service.frequent = false;
    return std::make_shared<const Catalogue>(std::move(catalogue));
}

/// Every page on the way of a citizen.
void walk(Stage& stage)
{
    KioskViewModel& vm = stage.bench.vm;
    stage.shoot("01-welcome");
    vm.start();
    stage.shoot("02-agencies");
    vm.openAgency(QStringLiteral("dukcapil"));
    stage.shoot("03-services");
    vm.openService(QStringLiteral("kartu-keluarga"));
    stage.shoot("04-service-cases");
    vm.chooseCase(1);
    stage.shoot("05-service-case-chosen");
    vm.addAnother();
    stage.shoot("06-agencies-basket");
    vm.openSearch();
    stage.shoot("07-search-empty");
    stage.find("search-field")->setProperty("text", QStringLiteral("ktp"));
    stage.shoot("08-search-found");
    vm.openService(QStringLiteral("ktp-baru"));
    stage.shoot("09-service-second");
    vm.take();
    stage.shoot("10-priority");
    vm.classes()->toggle(0);
    vm.needs()->toggle(1);
    stage.shoot("11-priority-chosen");
    vm.takeWithPriority();
    stage.bench.settle();
    stage.shoot("12-ticket-several");
    vm.finish();
}

void single(Stage& stage)
{
    KioskViewModel& vm = stage.bench.vm;
    stage.toTicket("kartu-keluarga");
    stage.bench.print(SlipState::Printed);
    stage.bench.pass(9s);
    stage.shoot("20-ticket-printed");
    vm.openSheet(KioskViewModel::Sheet::Reading);
    stage.shoot("21-sheet-reading");
    vm.closeSheet();
    vm.openSheet(KioskViewModel::Sheet::Help);
    stage.shoot("22-sheet-help");
    vm.closeSheet();
}

/// As a citizen set it; `finish` sets it back.
void set(Stage& stage, bool english, int percent, bool contrast, bool reach)
{
    if (english)
        stage.bench.vm.settings()->toggleLanguage();
    stage.bench.vm.settings()->setTextPercent(percent);
    stage.bench.vm.settings()->setHighContrast(contrast);
    stage.bench.vm.settings()->setLowReach(reach);
}

void states(const QDir& directory)
{
    Stage stage(directory, QStringLiteral("state"));
    stage.fill();
    KioskViewModel& vm = stage.bench.vm;
    stage.toTicket("skck-baru");
    stage.shoot("ticket-printing");
    stage.bench.print(SlipState::HandedOver);
    stage.shoot("ticket-handed-over");
    stage.bench.print(SlipState::Failed);
    stage.shoot("ticket-failed");
    vm.finish();
    stage.bench.code = {"AEBAGBAFAYDQQCIKAEBAGBAFAYDQQCIKAEBAGBAFAYDQQCIKAEBAGBAFAYDQQCIK", false};
    stage.toTicket("skck-baru");
    stage.bench.pass(9s);
    stage.shoot("ticket-slow-bare-code");
    vm.finish();
    vm.openService(QStringLiteral("ktp-baru"));
    stage.bench.pass(63s);
    stage.shoot("idle-warning");
    vm.finish();
    vm.openSearch();
    stage.find("search-field")->setProperty("text", QStringLiteral("xyz"));
    stage.shoot("search-nothing");
    vm.finish();
    stage.bench.queue.nextFailures = {{"disk-full", Severity::TryAgain, {}}};
    stage.toTicket("ktp-baru");
    stage.shoot("problem-retry");
    vm.finish();
    stage.bench.queue.nextFailures = {{"service-closed", Severity::ThisItem, {}}};
    stage.toTicket("ktp-baru");
    stage.shoot("problem-refused");
    vm.finish();
    stage.bench.queue.hold = true;
    stage.toTicket("ktp-baru");
    waitFor(400ms);
    stage.shoot("issuing");
    stage.bench.queue.release();
    stage.bench.settle();
    vm.finish();
    vm.start();
    vm.openAgency(QStringLiteral("bnnp"));
    stage.shoot("services-closed");
    vm.openService(QStringLiteral("skhpn"));
    stage.shoot("service-closed");
    vm.finish();
    vm.startBrowsing();
    stage.shoot("browsing-agencies");
    vm.openAgency(QStringLiteral("dukcapil"));
    vm.openService(QStringLiteral("ktp-baru"));
    stage.shoot("browsing-service");
    vm.finish();
    stage.bench.slips.say(PrinterCondition::PaperOut);
    stage.shoot("welcome-paper-out");
    stage.bench.authority.tell({true, Error{"disk-full", Severity::Fatal, {}}, 0});
    stage.shoot("welcome-problems");
}

struct Look
{
    const char* name;
    bool english;
    int percent;
    bool contrast;
    bool reach;
    bool longest;
};

constexpr std::array looks{
    Look{"id", false, 100, false, false, false},
    Look{"en", true, 100, false, false, false},
    Look{"large", false, 200, false, false, false},
    Look{"medium", false, 150, false, false, false},
    Look{"contrast", false, 100, true, false, false},
    Look{"low", false, 100, false, true, false},
    Look{"low-large", false, 200, false, true, false},
    Look{"long", false, 100, false, false, true},
    Look{"long-large-en", true, 200, false, false, true},
    Look{"long-low-large", false, 200, false, true, true},
};

std::shared_ptr<const Catalogue> trainingSample(bool longest)
{
    Catalogue catalogue = longest ? *longNames() : *sampleCatalogue();
    catalogue.training = true;
    return std::make_shared<const Catalogue>(std::move(catalogue));
}

/// The mark of a training stands on every page, beside sheets too, and over nothing else.
void training(const QDir& directory)
{
    for (const Look& look : looks) {
        Stage stage(directory, QStringLiteral("training-") + QLatin1String(look.name),
                    trainingSample(look.longest));
        stage.fill();
        set(stage, look.english, look.percent, look.contrast, look.reach);
        stage.shoot("welcome");
        stage.expectMark();
        stage.bench.vm.openSheet(KioskViewModel::Sheet::Reading);
        stage.shoot("sheet");
        stage.bench.vm.closeSheet();
        stage.bench.vm.start();
        stage.shoot("agencies");
        stage.bench.vm.openSearch();
        stage.shoot("search");
        stage.expectMark();
        stage.bench.vm.openService(QStringLiteral("ktp-baru"));
        stage.shoot("service");
        stage.bench.vm.take();
        stage.shoot("priority");
        stage.bench.vm.takeOrdinary();
        stage.bench.settle();
        stage.shoot("ticket");
        stage.expectMark();
    }
    Stage landscape(directory, QStringLiteral("training-landscape"), trainingSample(false));
    landscape.resize(1920, 1080);
    landscape.fill();
    landscape.shoot("welcome");
    landscape.expectMark();
    Stage real(directory, QStringLiteral("training-not"));
    auto* mark = qobject_cast<QQuickItem*>(real.find("site-mark"));
    real.expect(mark && !mark->isVisible() && mark->height() == 0, "a real site has no mark");
}

/// The queue is away: before the first contact, and in the middle of the day.
void unreached(const QDir& directory)
{
    const auto tell = [](Stage& stage, const char* code) {
        stage.bench.authority.tell({false, Error{code, Severity::TryAgain, {}}, 0});
    };
    for (const Look& look : looks) {
        const QString prefix = QStringLiteral("away-") + QLatin1String(look.name);
        Stage early(directory, prefix, nullptr);
        set(early, look.english, look.percent, look.contrast, look.reach);
        tell(early, "unreachable");
        early.shoot("before-first-contact");
        tell(early, "token-unknown");
        early.shoot("refused");
        Stage stage(directory, prefix, look.longest ? longNames() : sampleCatalogue());
        set(stage, look.english, look.percent, look.contrast, look.reach);
        tell(stage, "no-answer");
        stage.shoot("welcome");
        stage.bench.queue.nextFailures = {{"unreachable", Severity::TryAgain, {}}};
        stage.toTicket("ktp-baru");
        stage.shoot("problem");
    }
}

void closedAndEmpty(const QDir& directory)
{
    {
        Stage stage(directory, QStringLiteral("closed"));
        stage.bench.clock.advance(12h);
        stage.bench.faceClock.look();
        stage.shoot("welcome");
        stage.bench.vm.settings()->setLowReach(true);
        stage.shoot("welcome-low");
        stage.bench.vm.settings()->setLowReach(false);
        stage.bench.vm.startBrowsing();
        stage.shoot("agencies");
    }
    {
        Stage stage(directory, QStringLiteral("empty"), nothingFrequent());
        stage.shoot("nothing-frequent");
    }
    {
        Stage stage(directory, QStringLiteral("empty"), nullptr);
        stage.shoot("not-ready");
    }
}

/// The same by hand: the controls do what they say, and a hasty second tap falls on nothing.
void touches(const QDir& directory)
{
    using Page = KioskViewModel::Page;
    Stage stage(directory, QStringLiteral("touch"));
    KioskViewModel& vm = stage.bench.vm;
    waitFor(600ms);
    stage.touch(QStringLiteral("frequent-ktp-baru"));
    stage.expect(vm.page() == Page::Service, "one touch opens the service");
    stage.touch(QStringLiteral("take"));
    stage.expect(vm.page() == Page::Service, "a tap right after the page came is not meant for it");
    waitFor(600ms);
    stage.touch(QStringLiteral("take"));
    stage.expect(vm.page() == Page::Priority, "the second touch takes");
    waitFor(600ms);
    stage.touch(QStringLiteral("take-ordinary"));
    stage.bench.settle();
    stage.expect(vm.page() == Page::Ticket, "the third touch gives the number");
    stage.expect(stage.bench.tickets() == 1, "one ticket");
    waitFor(600ms);
    stage.touch(QStringLiteral("finish"));
    stage.expect(vm.page() == Page::Welcome, "done goes back to the first page");
    waitFor(600ms);
    stage.touch(QStringLiteral("bar-language"));
    stage.expect(vm.settings()->isEnglish(), "the bar changes the language");
    stage.touch(QStringLiteral("bar-reach"));
    stage.touch(QStringLiteral("bar-reading"));
    waitFor(300ms);
    stage.expect(vm.sheet() == KioskViewModel::Sheet::Reading, "the bar opens the sheet");
    stage.key(Qt::Key_Escape);
    stage.expect(vm.sheet() == KioskViewModel::Sheet::None, "Escape closes a sheet");
    waitFor(300ms);
    stage.touch(QStringLiteral("find-service"));
    waitFor(600ms);
    for (const char* letter : {"S", "I", "M"})
        stage.touch(QStringLiteral("key_") + QLatin1String(letter));
    stage.expect(vm.query() == QStringLiteral("SIM") && vm.found()->count() > 0, "the keyboard searches");
    stage.shoot("search");
    stage.key(Qt::Key_Escape);
    stage.expect(vm.page() == Page::Welcome, "Escape goes back");
}

} // namespace

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    if (argc < 2) {
        std::fputs("usage: render_kiosk OUTDIR [part …]\n", stderr);
        return 2;
    }
    qInstallMessageHandler(countWarnings);
    const QDir directory(QString::fromLocal8Bit(argv[1]));
    directory.mkpath(QStringLiteral("."));
    const QStringList parts = application.arguments().mid(2);
    const auto wanted = [&parts](const char* part) {
        return parts.isEmpty() || parts.contains(QLatin1String(part));
    };
    for (const Look& look : looks) {
        if (!wanted(look.name))
            continue;
        Stage stage(directory, QLatin1String(look.name), look.longest ? longNames() : sampleCatalogue());
        stage.fill();
        set(stage, look.english, look.percent, look.contrast, look.reach);
        walk(stage);
        set(stage, look.english, look.percent, look.contrast, look.reach);
        single(stage);
    }
    if (wanted("touches"))
        touches(directory);
    if (wanted("states"))
        states(directory);
    if (wanted("away"))
        unreached(directory);
    if (wanted("training"))
        training(directory);
    if (wanted("closed"))
        closedAndEmpty(directory);
    std::fprintf(stderr, "%d warnings\n", warnings);
    return warnings == 0 ? 0 : 1;
}
