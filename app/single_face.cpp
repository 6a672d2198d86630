// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/single_face.h"

#include "app/faces.h"
#include "app/halt_window.h"
#include "app/rehearsal/part.h"
#include "app/start.h"
#include "app/station.h"
#include "storage/system_clock.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <memory>
#include <QGuiApplication>
#include <QScreen>
#include <spdlog/spdlog.h>

namespace anjungan {

namespace {

struct Options
{
    std::filesystem::path config;
    std::string code;
    bool again = false;
    bool isFullScreen = false;
    // Not for people: what `anjungan building` tells its faces.
    std::filesystem::path rehearsal;
    std::int64_t clockOffset_ms = 0;
    int screenPercent = 0; ///< of the screen is what the window may take; 0: it is as large as it is
};

Result<Places> placesOf(const Config& config)
{
    return dataDirectory(config.data).map([&](const std::filesystem::path& data) {
        return Places{data, config.print.folder.empty() ? data / "slips" : config.print.folder,
                      config.voice.folder};
    });
}

ExitCode enrol(const Options& options)
{
    const auto config = readConfig(options.config);
    if (!config)
        return complain(config.error());
    const auto places = placesOf(*config);
    if (!places)
        return complain(places.error());
    const SystemClock clock;
    const auto enrolled = Station::enrol(*config, *places, options.code, options.again, clock);
    if (!enrolled)
        return complain(enrolled.error());
    fmt::print("{} is enrolled at {} as {}\n", enrolled->device.text(), enrolled->site.text(),
               enrolled->role);
    return ExitCode::Done;
}

/// Only the display speaks.
Config forFace(Config config, bool speaks)
{
    config.voice.enabled = config.voice.enabled && speaks;
    return config;
}

template <typename Face>
ExitCode showFace(const Options& options, bool speaks, int& argc, char** argv)
{
    const auto read = readConfig(options.config);
    if (!read)
        return complain(read.error());
    const Config config = forFace(*read, speaks);
    startLog(config.log.level);
    const auto places = placesOf(config);
    if (!places)
        return complain(places.error());
    const QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("anjungan"));
    const SystemClock clock(std::chrono::milliseconds(options.clockOffset_ms));
    auto station = Station::open(config, *places, clock);
    if (!station) {
        showHalt(station.error());
        return complain(station.error());
    }
    Face face(**station, config);
    if (!face.window.window())
        return ExitCode::Unusable;
    if (options.screenPercent > 0)
        face.window.shrinkInto(QGuiApplication::primaryScreen()->availableSize() * options.screenPercent /
                               100);
    if (options.isFullScreen)
        face.window.window()->showFullScreen();
    else
        face.window.show();
    if (!options.rehearsal.empty())
        return playPart(face, **station, config, options.rehearsal);
    return QGuiApplication::exec() == 0 ? ExitCode::Done : ExitCode::Unusable;
}

} // namespace

void addFaceCommands(CLI::App& app, std::function<ExitCode()>& run, int& argc, char** argv)
{
    const auto options = std::make_shared<Options>();
    const auto add = [&](const char* name, const char* words, std::function<ExitCode()> does) {
        CLI::App* command = app.add_subcommand(name, words);
        command->add_option("--config", options->config, "Configuration file")->check(CLI::ExistingFile);
        command->callback([&run, does = std::move(does)] { run = does; });
        return command;
    };
    const auto addFace = [&](const char* name, const char* words, std::function<ExitCode()> does) {
        CLI::App* face = add(name, words, std::move(does));
        face->add_flag("--full-screen", options->isFullScreen, "Nothing beside it");
        face->add_option("--rehearse", options->rehearsal)->group("");
        face->add_option("--clock-offset-ms", options->clockOffset_ms)->group("");
        face->add_option("--screen-percent", options->screenPercent)->group("");
    };
    addFace("kiosk", "The kiosk of a site that has a server",
            [options, &argc, argv] { return showFace<KioskFace>(*options, false, argc, argv); });
    addFace("counter", "A counter's screen, at a site that has a server",
            [options, &argc, argv] { return showFace<CounterFace>(*options, false, argc, argv); });
    addFace("display", "The calling board and its voice, at a site that has a server",
            [options, &argc, argv] { return showFace<DisplayFace>(*options, true, argc, argv); });
    CLI::App* enrolCommand = add("enrol", "Make this machine known to the site's server, by a one-time code",
                                 [options] { return enrol(*options); });
    enrolCommand->add_option("--code", options->code, "The code that `anjungan-server enrol-code` shows")
        ->required();
    enrolCommand->add_flag("--again", options->again, "Also where it is enrolled already");
}

} // namespace anjungan
