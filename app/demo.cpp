// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo.h"

#include "app/demo_clock.h"
#include "app/faces.h"
#include "app/halt_window.h"
#include "app/rehearsal/rehearsal.h"
#include "app/sample_site.h"
#include "app/start.h"
#include "storage/system_clock.h"

#include <QGuiApplication>
#include <QScreen>
#include <spdlog/spdlog.h>

namespace anjungan {

namespace {

/// The rest is for frames and a taskbar.
constexpr double screenUsed = 0.92;

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

    const auto catalogue = readCatalogueText(config->site.catalogue).and_then(&sharedCatalogue);
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
    clock.setNow(openHours(**catalogue, std::max(clock.now(), (*building)->journalEnds()), options.headless));
    confirmClock(**building);
    if (!enlistStaff(**building))
        spdlog::warn("the people of the demonstration are not in the log");
    if (!options.headless)
        return showWindows(**building, *config);
    return Rehearsal(**building, *config, *places, clock, options).run();
}

} // namespace anjungan
