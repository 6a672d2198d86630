// SPDX-License-Identifier: GPL-3.0-or-later
// Plays generated days and says how well the waiting range held: the table of docs/waiting.md.
#include "support/calibration.h"

#include <CLI/CLI.hpp>
#include <cstdio>

int main(int argc, char** argv)
{
    anjungan::CalibrationPlan plan;
    bool letsEverybodyIn = false;
    CLI::App app("Calibration of the waiting range");
    app.add_option("--first-seed", plan.firstSeed, "of the catalogues");
    app.add_option("--catalogues", plan.catalogues, "how many");
    app.add_option("--days", plan.days, "of each, in a row");
    app.add_flag("--let-everybody-in", letsEverybodyIn, "nobody is sent away because the turn cannot come");
    CLI11_PARSE(app, argc, argv);
    plan.stops = !letsEverybodyIn;

    std::vector<std::pair<std::string, anjungan::Calibration>> rows;
    anjungan::Calibration total;
    for (const anjungan::Load load : anjungan::loads) {
        rows.emplace_back(anjungan::nameOf(load), anjungan::calibrate(plan, load));
        total.add(rows.back().second);
    }
    rows.emplace_back("in total", total);
    std::fputs(calibrationTable(rows).c_str(), stdout);
    const bool holds =
        total.told.coverage() >= 0.75 && total.told.coverage() <= 0.85 &&
        total.told.interval_min() <
            std::min({total.point.interval_min(), total.around.interval_min(),
                      total.pointByCounters.interval_min(), total.aroundByCounters.interval_min()});
    std::puts(holds ? "holds" : "DOES NOT HOLD");
    return holds ? 0 : 1;
}
