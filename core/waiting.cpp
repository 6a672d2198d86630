// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/waiting.h"

#include "core/waiting_floor.h"
#include "core/work_time.h"

#include <algorithm>
#include <cmath>

namespace anjungan {

namespace {

/// Of the normal distribution; fitted, so a little off 1.28 (one of ten on either side).
constexpr double lowQuantile = 1.3;
constexpr double highQuantile = 1.3;
/// Who would need more luck than one of twenty is sent away.
constexpr double luckQuantile = 1.65;

/// Nothing is told beyond so long after closing time.
constexpr double pastClosing_min = 120;

/// A free counter calls within this.
constexpr double atOnce_min = 1;

/// How much of an errand at another counter comes on top where the two turns collide.
constexpr double heldMean = 1.1;
constexpr double heldVariance = 1.2;

/// A queue so short that nobody's luck needs to be looked at, however slow the service is.
constexpr double slowest_min = 30;

/// A sum of times that are never negative: a gamma distribution, by the approximation of Wilson and Hilferty
/// (1931), which needs no iteration.
double gammaQuantile(double mean, double variance, double normalQuantile)
{
    const double ninth = variance / (9 * mean * mean);
    return mean * std::pow(std::max(1 - ninth + normalQuantile * std::sqrt(ninth), 0.0), 3);
}

double normalShareBelow(double value)
{
    return std::erfc(-value / std::sqrt(2.0)) / 2;
}

/// While she is served elsewhere, the turn that comes is held: the more probable that is, the more of that
/// service is added.
Turn heldBy(const Turn& turn, std::span<const Turn> all)
{
    Turn held = turn;
    for (const Turn& other : all) {
        if (&other == &turn || other.openCounters == 0)
            continue;
        const double deviation = std::sqrt(turn.variance + other.variance);
        const double later = turn.mean_min - other.mean_min;
        const double share =
            normalShareBelow(later / deviation) - normalShareBelow((later - other.service_min) / deviation);
        held.mean_min += heldMean * share * other.service_min;
        held.variance += heldVariance * share * other.service_min * other.service_min;
        held.atOnce = false;
    }
    return held;
}

WaitForecast forecastOf(const Turn& turn, const WorkTime& work)
{
    WaitForecast forecast{turn.ahead, turn.openCounters, turn.atOnce, 0, atOnce_min};
    if (turn.openCounters == 0 || turn.atOnce)
        return forecast;
    forecast.low_min = work.toClock(gammaQuantile(turn.mean_min, turn.variance, -lowQuantile));
    forecast.high_min = work.toClock(gammaQuantile(turn.mean_min, turn.variance, highQuantile));
    return forecast;
}

/// Single minutes where they matter, then steps that can be read at a glance.
int stepAt(double minutes)
{
    if (minutes < 10)
        return 1;
    return minutes < 60 ? 5 : 10;
}

std::chrono::minutes rounded(double minutes)
{
    const int step = stepAt(minutes);
    return std::chrono::minutes(static_cast<int>(std::lround(minutes / step)) * step);
}

WaitEstimate told(const WaitForecast& forecast)
{
    WaitEstimate estimate{forecast.ahead, forecast.openCounters, {}, {}};
    if (forecast.openCounters == 0)
        return estimate;
    estimate.waitMin = forecast.atOnce ? std::chrono::minutes(0) : rounded(forecast.low_min);
    estimate.waitMax = forecast.atOnce
                           ? std::chrono::minutes(0)
                           : std::max(rounded(forecast.high_min),
                                      *estimate.waitMin + std::chrono::minutes(stepAt(forecast.low_min)));
    return estimate;
}

} // namespace

std::vector<WaitForecast> forecastWaits(const Site& site, std::span<const Service* const> services,
                                        bool priority, Instant now)
{
    std::vector<WorkTime> work;
    std::vector<Turn> turns;
    for (const Service* service : services) {
        work.emplace_back(*site.catalogue(), service->agency, now);
        turns.push_back(
            WaitingFloor(site, *service, now).turnOf(priority, work.back().left_min() + pastClosing_min));
    }
    std::vector<WaitForecast> forecasts;
    for (std::size_t i = 0; i < turns.size(); ++i)
        forecasts.push_back(forecastOf(heldBy(turns[i], turns), work[i]));
    return forecasts;
}

std::vector<std::optional<WaitForecast>> forecastWaits(const Site& site, const Ticket& ticket, Instant now)
{
    std::vector<std::optional<WaitForecast>> forecasts(ticket.legs.size());
    std::vector<WorkTime> work;
    std::vector<Turn> turns;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < ticket.legs.size(); ++i) {
        const Leg& leg = ticket.legs[i];
        const Service* service = site.serviceOf(ticket, leg);
        if (leg.state != LegState::Waiting || ticket.openLeg() || !service)
            continue;
        work.emplace_back(*site.catalogue(), service->agency, now);
        turns.push_back(WaitingFloor(site, *service, leg.queue, now)
                            .turnOf(LegId{ticket.id, static_cast<std::uint8_t>(i)},
                                    work.back().left_min() + pastClosing_min));
        places.push_back(i);
    }
    for (std::size_t i = 0; i < turns.size(); ++i)
        forecasts[places[i]] = forecastOf(heldBy(turns[i], turns), work[i]);
    return forecasts;
}

std::vector<std::optional<WaitEstimate>> estimateWaits(const Site& site, const Ticket& ticket, Instant now)
{
    std::vector<std::optional<WaitEstimate>> estimates;
    for (const auto& forecast : forecastWaits(site, ticket, now))
        estimates.push_back(forecast ? std::optional(told(*forecast)) : std::nullopt);
    return estimates;
}

std::vector<WaitEstimate> estimateWaits(const Site& site, std::span<const Service* const> services,
                                        bool priority, Instant now)
{
    std::vector<WaitEstimate> estimates;
    for (const WaitForecast& forecast : forecastWaits(site, services, priority, now))
        estimates.push_back(told(forecast));
    return estimates;
}

WaitEstimate estimateWait(const Site& site, const Service& service, bool priority, Instant now)
{
    const Service* one = &service;
    return estimateWaits(site, {&one, 1}, priority, now).front();
}

bool turnMayCome(const Site& site, const Service& service, bool priority, Instant now)
{
    const double left_min = WorkTime(*site.catalogue(), service.agency, now).left_min();
    if (site.queue(service.queue).count() == 0)
        return true;
    WaitingFloor floor(site, service, now);
    // Luck shortens a wait to a third at the very least: what lies beyond need not be looked at.
    const Turn turn = floor.turnOf(priority, 3 * left_min + slowest_min);
    return turn.openCounters == 0 || gammaQuantile(turn.mean_min, turn.variance, -luckQuantile) < left_min;
}

} // namespace anjungan
