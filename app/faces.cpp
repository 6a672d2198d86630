// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/faces.h"

namespace anjungan {

namespace {

/// A desk's screen; the counter's sizes do not follow millimetres.
constexpr double deskDiagonal_inch = 15.6;

KioskOptions kioskOptions(const Machine& machine, const Config& config)
{
    KioskOptions options;
    options.idle = config.kiosk.idle;
    options.warning = config.kiosk.warning;
    options.ticket = config.kiosk.ticketScreen;
    options.largeText = config.look.largeText;
    options.highContrast = config.look.highContrast;
    options.codeOf = [&machine](const Site& site, const Ticket& ticket) {
        return machine.codeOf(site, ticket);
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

KioskFace::KioskFace(Machine& machine, const Config& config)
    : language(QStringLiteral("kiosk"), Language::Indonesian)
    , clock(machine.clock())
    , follower(machine.queue(), machine.clock(), machine.random(), machine.device())
    , viewModel(follower, clock, language, machine.slips(), machine.qrEncoder(),
                kioskOptions(machine, config))
    , window(QStringLiteral("Kiosk"), QStringLiteral("KioskWindow"), viewModel, language, config.look,
             config.kiosk.panelDiagonalInches)
{}

CounterFace::CounterFace(Machine& machine, const Config& config)
    : language(QStringLiteral("counter"), Language::Indonesian)
    , clock(machine.clock())
    , follower(machine.queue(), machine.clock(), machine.random(), machine.device())
    , viewModel(follower, clock, language, counterOptions(config.counter), machine.staff())
    , window(QStringLiteral("Counter"), QStringLiteral("CounterWindow"), viewModel, language, config.look,
             deskDiagonal_inch)
{}

DisplayFace::DisplayFace(Machine& machine, const Config& config)
    : language(QStringLiteral("display"), Language::Indonesian)
    , clock(machine.clock())
    , follower(machine.queue(), machine.clock(), machine.random(), machine.device())
    , viewModel(follower, clock, language, machine.voice(), boardOptions(config))
    , window(QStringLiteral("Display"), QStringLiteral("BoardWindow"), viewModel, language, config.look,
             config.display.panelDiagonalInches)
{}

} // namespace anjungan
