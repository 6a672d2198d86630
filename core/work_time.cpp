// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work_time.h"

#include "core/opening.h"

#include <algorithm>

namespace anjungan {

namespace {

double minuteNow(const Catalogue& catalogue, Instant now)
{
    const LocalInstant local = toLocal(now, catalogue.timeZone);
    return std::chrono::duration<double, std::ratio<60>>(local - std::chrono::floor<std::chrono::days>(local))
        .count();
}

} // namespace

WorkTime::WorkTime(const Catalogue& catalogue, const AgencyId& agency, Instant now)
    : WorkTime(periodsOn(catalogue, agency, dayOf(now, catalogue.timeZone)), minuteNow(catalogue, now))
{}

WorkTime::WorkTime(std::span<const Period> periods, double minuteOfDay)
{
    for (const Period& period : periods) {
        const Stretch stretch{std::max(static_cast<double>(period.opens.count()) - minuteOfDay, 0.0),
                              static_cast<double>(period.closes.count()) - minuteOfDay};
        if (minuteOfDay > static_cast<double>(period.opens.count()))
            m_done_min += std::min(minuteOfDay, static_cast<double>(period.closes.count())) -
                          static_cast<double>(period.opens.count());
        if (stretch.until_min <= 0)
            continue;
        m_stretches.push_back(stretch);
        m_left_min += stretch.until_min - stretch.from_min;
    }
}

double WorkTime::toClock(double work_min) const
{
    double after = 0;
    for (const Stretch& stretch : m_stretches) {
        const double length = stretch.until_min - stretch.from_min;
        if (work_min <= length)
            return stretch.from_min + work_min;
        work_min -= length;
        after = stretch.until_min;
    }
    return after + work_min;
}

double WorkTime::toWork(double clock_min) const
{
    double work_min = 0;
    double after = 0;
    for (const Stretch& stretch : m_stretches) {
        work_min += std::clamp(clock_min, stretch.from_min, stretch.until_min) - stretch.from_min;
        after = stretch.until_min;
    }
    return work_min + std::max(clock_min - after, 0.0);
}

} // namespace anjungan
