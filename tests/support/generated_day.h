// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue.h"

#include <array>
#include <map>
#include <vector>

namespace anjungan {

/// How much work comes, as a share of what the counters could do in their hours.
enum class Load { Light, Busy, Overloaded };

inline constexpr std::array loads{Load::Light, Load::Busy, Load::Overloaded};

[[nodiscard]] std::string_view nameOf(Load load);

/// What is true of a site on all its days and stands in no catalogue.
struct SiteHabits
{
    struct OfService
    {
        double mean_min = 0; ///< how long serving takes; the catalogue's standard is only near it
        double spread = 0;   ///< standard deviation as a share of the mean
        double popularity = 1;
    };

    std::map<ServiceId, OfService> services;
    std::map<CounterId, double> pace; ///< of who serves there: 1.2 takes a fifth longer
    double priorityShare = 0;         ///< of the citizens
    double noShowShare = 0;           ///< of the legs called
    double errandsMean = 1;           ///< a citizen, 1 to 3
};

[[nodiscard]] SiteHabits habitsOf(const Catalogue& catalogue, std::uint64_t seed);

/// How one leg will go, drawn beforehand so that the order of the calls does not change it.
struct PlannedErrand
{
    enum class Fate { Served, Parked, Transferred };

    ServiceId service;
    std::chrono::milliseconds walk{};    ///< from the call to the start
    std::chrono::milliseconds serving{}; ///< at a counter of pace 1
    std::chrono::milliseconds missed{};  ///< what a no-show costs the counter
    bool comes = true;
    bool measured = true;   ///< the staff say when the service starts
    bool comesBack = false; ///< after a no-show, or when parked; else the leg stays as it is
    std::chrono::milliseconds away{};
    Fate fate = Fate::Served;
    ServiceId transferTo;
};

struct Visitor
{
    Instant arrives{};
    bool priority = false;
    std::vector<PlannedErrand> errands;
};

struct Pause
{
    Instant from{};
    Instant until{};
};

/// What the people at one counter do on the day. They finish whom they serve before they leave.
struct Shift
{
    CounterId counter;
    double pace = 1;
    Instant opens{};
    Instant callsUntil{};      ///< from here on only who is already waiting is called
    Instant leaves{};          ///< and nobody at all from here on
    std::vector<Pause> pauses; ///< in order
};

struct DayPlan
{
    Day day{};
    std::vector<Visitor> visitors; ///< by arrival
    std::vector<Shift> shifts;
};

struct DayShape
{
    Load load = Load::Busy;
    double visitors = 1; ///< multiplies how many come, for a day that is as long as a bench wants it
    double serving = 1;  ///< multiplies how long serving takes
};

/// The same day for the same seed. `day` must be one on which the site opens.
///
/// Arrivals are a Poisson process whose rate has two humps, the higher in the morning, while the services
/// are open; errands fall on services by popularity, weighted so that each queue's counters get about the
/// load asked for. Serving is lognormal. Counters open up to 15 minutes late (one in twelve stays closed),
/// go to and come from the break by some minutes, pause now and then, and a quarter of them stop early.
[[nodiscard]] DayPlan generateDay(const Catalogue& catalogue, const SiteHabits& habits, Day day,
                                  const DayShape& shape, std::uint64_t seed);

} // namespace anjungan
