// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/house/house_command.h"

#include "app/demo_options.h"
#include "app/house/house_day.h"
#include "app/start.h"

#include <algorithm>
#include <CLI/CLI.hpp>
#include <cstdio>
#include <fmt/format.h>
#include <QGuiApplication>
#include <QTimer>
#include <spdlog/spdlog.h>

namespace anjungan {

namespace {

constexpr std::chrono::milliseconds lookEvery{300};
/// Eight windows on one screen.
constexpr const char* screenPercent = "45";

/// Until the last window is closed, or the server ends.
ExitCode showWindows(House& house)
{
    const auto started =
        house.startFaces({QStringLiteral("--screen-percent"), QString::fromLatin1(screenPercent)});
    if (!started)
        return complain(started.error());
    fmt::print("the building is open at {}; it closes with its last window\n", house.server().url());
    for (const auto& [staff, pin] : house.pins())
        fmt::print("{} signs in with {} at first\n", staff.text(), pin);
    std::fflush(stdout);
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, [&house] {
        const auto& faces = house.faces();
        const bool open = std::any_of(faces.begin(), faces.end(), [](const House::Device& device) {
            return device.process->isRunning();
        });
        if (!open || !house.server().isRunning())
            QGuiApplication::exit(open ? 1 : 0);
    });
    look.start(lookEvery);
    const bool closed = QGuiApplication::exec() == 0;
    house.dismissManager();
    return closed && house.server().stop() ? ExitCode::Done : ExitCode::Unusable;
}

ExitCode runHouse(const HouseOptions& options, int& argc, char** argv)
{
    const auto config = readConfig(options.config);
    if (!config)
        return complain(config.error());
    startLog(config->log.level);
    if (options.headless) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("QT_QUICK_BACKEND", "software");
    }
    const QGuiApplication application(argc, argv);
    auto house = House::open(options, *config);
    if (!house)
        return complain(house.error());
    return options.headless ? HouseDay(**house, options).run() : showWindows(**house);
}

} // namespace

void addHouseCommand(CLI::App& app, std::function<ExitCode()>& run, int& argc, char** argv)
{
    const auto options = std::make_shared<HouseOptions>();
    CLI::App* command = app.add_subcommand(
        "building", "A server, two kiosks, four counters and two displays, each a process of its own");
    command->add_option("--config", options->config, "Configuration file that all machines have in common")
        ->check(CLI::ExistingFile);
    command->add_option("--out", options->out, "Folder in which the building is")->capture_default_str();
    command->add_flag("--headless", options->headless, "Without a screen: visitors come by themselves");
    command->add_option("--visitors", options->visitors, "Headless: how many come")
        ->check(CLI::Range(1, visitorsMax))
        ->capture_default_str();
    command->add_option("--seed", options->seed, "Headless: another seed, other visitors")
        ->capture_default_str();
    command->add_option("--kill-server-after", options->killServerAfter)->group("");
    command->callback([&run, options, &argc, argv] {
        run = [options, &argc, argv] { return runHouse(*options, argc, argv); };
    });
}

} // namespace anjungan
