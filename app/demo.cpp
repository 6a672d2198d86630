// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo.h"

#include "app/demo_clock.h"
#include "app/faces.h"
#include "app/halt_window.h"
#include "app/rehearsal/rehearsal.h"
#include "app/start.h"
#include "core/opening.h"
#include "storage/system_clock.h"

#include <array>
#include <fmt/format.h>
#include <QFile>
#include <QGuiApplication>
#include <QScreen>
#include <spdlog/spdlog.h>

namespace anjungan {

namespace {

struct SampleStaff
{
    const char* id;
    const char* name;
};

/// People who do not exist, for a site that does not.
constexpr std::array sampleStaff{SampleStaff{"ani", "Ani Lestari"}, SampleStaff{"budi", "Budi Santoso"},
                                 SampleStaff{"citra", "Citra Dewi"}, SampleStaff{"dedi", "Dedi Kurnia"},
                                 SampleStaff{"eka", "Eka Putri"}};

constexpr auto patience = std::chrono::seconds(10);

/// The rest is for frames and a taskbar.
constexpr double screenUsed = 0.92;

Result<std::shared_ptr<const Catalogue>> readCatalogue(const std::filesystem::path& named)
{
    QFile file(named.empty() ? QStringLiteral(":/sample/catalogue.json")
                             : QString::fromStdString(named.string()));
    if (!file.open(QIODevice::ReadOnly))
        return failForGood("catalogue-unreadable", named.string());
    return parseCatalogue(file.read(catalogueBytesMax + 1).toStdString()).map([](Catalogue&& catalogue) {
        return std::make_shared<const Catalogue>(std::move(catalogue));
    });
}

Result<Places> placesOf(const Config& config, const DemoOptions& options)
{
    Places places;
    if (options.headless) {
        places = {options.out, options.out / "slips", options.out / "audio"};
        return places;
    }
    return dataDirectory(config.data).map([&](const std::filesystem::path& data) {
        places.data = data / "demo";
        places.slips = config.print.folder.empty() ? places.data / "slips" : config.print.folder;
        places.audio = config.voice.folder;
        return places;
    });
}

/// The demonstration's people, where the journal does not know them yet. Waits for the commit.
void enlistStaff(Building& building)
{
    SiteFollower follower(building.queue(), building.clock(), building.random(), building.device());
    (void)TouchDriver::waitUntil([&follower] { return follower.site().catalogue() != nullptr; }, patience);
    int unanswered = 0;
    for (const SampleStaff& person : sampleStaff) {
        const StaffId id = *StaffId::parse(person.id);
        if (follower.site().staff().contains(id))
            continue;
        ++unanswered;
        follower.submit(ChangeStaff{id, person.name}, std::nullopt, &follower,
                        [&unanswered](const Result<Receipt>&) { --unanswered; });
    }
    (void)TouchDriver::waitUntil([&unanswered] { return unanswered == 0; }, patience);
}

/// The queue noticed that its clock was moved, as it must: whoever shows it says that this is right.
void confirmClock(Building& building)
{
    building.queue().submit({building.random().makeId<CommandId>(),
                             {building.device(), std::nullopt},
                             ConfirmClock{building.clock().now()}},
                            [](const Result<Receipt>& reply) {
                                if (!reply)
                                    spdlog::warn("clock: {} {}", reply.error().code, reply.error().context);
                            });
}

/// A demonstration is worth little while the site is closed: the clock is moved to a morning on which
/// nearly every agency is there, never before what the journal holds already.
void moveToOpenHours(DemoClock& clock, const Catalogue& catalogue, Instant journalEnds, bool always)
{
    const Instant from = std::max(clock.now(), journalEnds);
    const Instant soonest = from + std::chrono::milliseconds(1);
    if (!always && openingOf(catalogue, soonest).isOpen()) {
        clock.setNow(soonest);
        return;
    }
    constexpr unsigned tuesday = 2;
    constexpr auto morning = std::chrono::hours(8) + std::chrono::minutes(40);
    constexpr auto lastStart = std::chrono::hours(10);
    const Day today = dayOf(from, catalogue.timeZone);
    if (weekdayOf(today) == tuesday && !catalogue.closureOn(today) &&
        minuteOfDay(from, catalogue.timeZone) >= morning &&
        minuteOfDay(from, catalogue.timeZone) < lastStart) {
        clock.setNow(soonest);
        return;
    }
    Day day = today + std::chrono::days(1);
    while (weekdayOf(day) != tuesday || catalogue.closureOn(day))
        day += std::chrono::days(1);
    clock.setNow(toInstant(day + morning, catalogue.timeZone));
}

ExitCode showWindows(Building& building, const Config& config)
{
    KioskFace kiosk(building, config);
    CounterFace counter(building, config);
    DisplayFace display(building, config);
    const QSize screen = QGuiApplication::primaryScreen()->availableSize() * screenUsed;
    for (FaceWindow* window : {&display.window, &counter.window, &kiosk.window}) {
        if (!window->window())
            return ExitCode::Unusable;
        window->shrinkInto(screen);
    }
    // Side by side as far as there is room: the kiosk at the left, the others beside it.
    const int beside = kiosk.window.window()->width();
    kiosk.window.window()->setPosition(0, 0);
    counter.window.window()->setPosition(beside, 0);
    display.window.window()->setPosition(beside, counter.window.window()->height() / 2);
    for (FaceWindow* window : {&display.window, &counter.window, &kiosk.window})
        window->show();
    return QGuiApplication::exec() == 0 ? ExitCode::Done : ExitCode::Unusable;
}

} // namespace

ExitCode runDemo(const DemoOptions& options, int& argc, char** argv)
{
    const auto config = readConfig(options.config);
    if (!config)
        return complain(config.error());
    startLog(config->log.level);
    const auto places = placesOf(*config, options);
    if (!places)
        return complain(places.error());

    if (options.headless) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("QT_QUICK_BACKEND", "software");
    }
    const QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("anjungan"));

    const auto catalogue = readCatalogue(config->site.catalogue);
    if (!catalogue)
        return complain(catalogue.error());
    const SystemClock system;
    DemoClock clock(system);
    auto building = Building::open(*config, *places, *catalogue, clock);
    if (!building) {
        if (!options.headless)
            showHalt(building.error());
        return complain(building.error());
    }
    moveToOpenHours(clock, **catalogue, (*building)->journalEnds(), options.headless);
    confirmClock(**building);
    enlistStaff(**building);
    if (!options.headless)
        return showWindows(**building, *config);
    return Rehearsal(**building, *config, *places, clock, options).run();
}

} // namespace anjungan
