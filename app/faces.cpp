// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/faces.h"

namespace anjungan {

namespace {

/// A desk's screen; the counter's sizes do not follow millimetres.
constexpr double deskDiagonal_inch = 15.6;

KioskOptions kioskOptions(const Building& building, const Config& config)
{
    KioskOptions options;
    options.idle = config.kiosk.idle;
    options.warning = config.kiosk.warning;
    options.ticket = config.kiosk.ticketScreen;
    options.largeText = config.look.largeText;
    options.highContrast = config.look.highContrast;
    options.codeOf = [&building](const Site& site, const Ticket& ticket) {
        return building.codeOf(site, ticket);
    };
    return options;
}

CounterOptions counterOptions(const Config::Counter& config)
{
    CounterOptions options;
    options.counter = config.name;
    options.finishGuard = config.finishGuard;
    return options;
}

BoardOptions boardOptions(const Config& config)
{
    BoardOptions options;
    options.zone = config.display.zone;
    options.phonePage = !config.phone.publicHost.empty();
    options.recentMax = config.display.recentCount;
    options.panelDiagonal_inch = config.display.panelDiagonalInches;
    return options;
}

} // namespace

KioskFace::KioskFace(Building& building, const Config& config)
    : language(QStringLiteral("kiosk"), Language::Indonesian)
    , clock(building.clock())
    , follower(building.queue(), building.clock(), building.random(), building.device())
    , viewModel(follower, clock, language, building.slips(), building.qrEncoder(),
                kioskOptions(building, config))
    , window(QStringLiteral("Kiosk"), QStringLiteral("KioskWindow"), viewModel, language, config.look,
             config.kiosk.panelDiagonalInches)
{}

CounterFace::CounterFace(Building& building, const Config& config)
    : language(QStringLiteral("counter"), Language::Indonesian)
    , clock(building.clock())
    , follower(building.queue(), building.clock(), building.random(), building.device())
    , viewModel(follower, clock, language, counterOptions(config.counter))
    , window(QStringLiteral("Counter"), QStringLiteral("CounterWindow"), viewModel, language, config.look,
             deskDiagonal_inch)
{}

DisplayFace::DisplayFace(Building& building, const Config& config)
    : language(QStringLiteral("display"), Language::Indonesian)
    , clock(building.clock())
    , follower(building.queue(), building.clock(), building.random(), building.device())
    , viewModel(follower, clock, language, building.voice(), boardOptions(config))
    , window(QStringLiteral("Display"), QStringLiteral("BoardWindow"), viewModel, language, config.look,
             config.display.panelDiagonalInches)
{}

} // namespace anjungan
