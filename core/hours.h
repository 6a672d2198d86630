// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/text.h"
#include "core/time.h"

#include <array>
#include <vector>

namespace anjungan {

/// From `opens` to `closes`, local time.
struct Period
{
    MinuteOfDay opens{};
    MinuteOfDay closes{};

    bool operator==(const Period&) const = default;
};

/// When something is open: periods for each ISO weekday (index 0 Monday to 6 Sunday), ordered, not
/// overlapping; a break is the gap between two of them.
struct Hours
{
    std::array<std::vector<Period>, 7> week;

    bool operator==(const Hours&) const = default;
};

/// A date on which the site, or only some agencies, are closed: a holiday, or collective leave.
struct Closure
{
    Day day{};
    Text reason;
    std::vector<AgencyId> agencies{}; ///< nobody named: the whole site

    bool operator==(const Closure&) const = default;
};

/// Days with other hours, such as Ramadan. The site keeps these hours instead of its own; an agency or a
/// service with hours of its own is open when both are.
struct Season
{
    Day from{};
    Day to{}; ///< the last day
    Text name;
    Hours hours;

    bool operator==(const Season&) const = default;
};

} // namespace anjungan
