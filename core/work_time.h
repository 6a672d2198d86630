// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue.h"

#include <span>
#include <vector>

namespace anjungan {

/// The rest of a day as work: minutes in which something is open by its hours, laid one after the other.
class WorkTime
{
public:
    /// `periods` of a day, in order; `minuteOfDay` is now.
    WorkTime(std::span<const Period> periods, double minuteOfDay);
    /// Of an agency today.
    WorkTime(const Catalogue& catalogue, const AgencyId& agency, Instant now);

    /// Minutes of work until it closes for the day; 0 when it is closed for today.
    [[nodiscard]] double left_min() const { return m_left_min; }
    /// Minutes of work since it opened today; 0 when it has yet to open.
    [[nodiscard]] double done_min() const { return m_done_min; }

    /// Minutes from now by the clock until this much work is done. What is left at closing time is done
    /// after it, without a pause.
    [[nodiscard]] double toClock(double work_min) const;
    /// The other way round; time outside the hours is no work, but what follows closing time is.
    [[nodiscard]] double toWork(double clock_min) const;

private:
    struct Stretch
    {
        double from_min; ///< by the clock, from now
        double until_min;
    };

    std::vector<Stretch> m_stretches; ///< what is left of today's periods
    double m_left_min = 0;
    double m_done_min = 0;
};

} // namespace anjungan
