// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/waiting.h"
#include "support/generated_catalogue.h"
#include "support/generated_day.h"

#include <string>
#include <vector>

namespace anjungan {

/// How well ranges held. Of each outcome: whether the range held it, how wide the range was, and the interval
/// score for 80 % (Gneiting and Raftery, 2007): the width, and ten times what the outcome lies outside. All
/// in minutes; less is better.
class Score
{
public:
    void add(double outcome_min, double low_min, double high_min);
    void add(const Score& other);

    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] double coverage() const { return ratio(m_held); }
    [[nodiscard]] double width_min() const { return ratio(m_width_min); }
    [[nodiscard]] double interval_min() const { return ratio(m_interval_min); }

private:
    [[nodiscard]] double ratio(double sum) const { return m_count ? sum / m_count : 0; }

    int m_count = 0;
    double m_held = 0;
    double m_width_min = 0;
    double m_interval_min = 0;
};

/// What was told on generated days beside what happened.
struct Calibration
{
    int legs = 0;            ///< issued
    int noCounter = 0;       ///< told nothing, because no counter was open
    int unserved = 0;        ///< issued and never called
    int stopped = 0;         ///< sent away, because the turn could not come before closing
    int stoppedWrong = 0;    ///< of these: a counter of the queue had nobody to call later that day
    double outcomes_min = 0; ///< the sum of the waits

    Score raw;     ///< before rounding
    Score told;    ///< as the citizen reads it; "at once" is 0 to 1 minute
    Score waiting; ///< told, without those who were told "at once"

    // Of tickets that had waited for a while, at their place, as a phone shows it.
    Score laterRaw;
    Score later; ///< told

    /// "Average service time × people ahead", with averages learned as the range learns them: as a point, ±30
    /// %, and both divided by the open counters.
    Score point;
    Score around;
    Score pointByCounters;
    Score aroundByCounters;

    void add(const Calibration& other);
};

struct CalibrationPlan
{
    std::uint64_t firstSeed = 101; ///< the constants were fitted on 1 to 30
    int catalogues = 60;
    int days = 3;      ///< in a row, of each catalogue and load
    bool stops = true; ///< whom `turnMayCome` sends away gets no ticket
};

[[nodiscard]] Calibration calibrate(const CalibrationPlan& plan, Load load);

/// The table of docs/waiting.md: a row a load, and all together.
[[nodiscard]] std::string calibrationTable(const std::vector<std::pair<std::string, Calibration>>& rows);

} // namespace anjungan
