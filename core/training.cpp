// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training.h"

namespace anjungan {

Catalogue trainingOf(Catalogue real)
{
    real.training = true;
    for (std::vector<Period>& day : real.hours.week)
        day = {{MinuteOfDay(0), MinuteOfDay(24 * 60)}};
    real.closures.clear();
    real.seasons.clear();
    for (Agency& agency : real.agencies)
        agency.hours.reset();
    for (Service& service : real.services) {
        service.hours.reset();
        service.quotaDaily.reset();
    }
    return real;
}

} // namespace anjungan
