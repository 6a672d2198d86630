// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"

#include <optional>

namespace anjungan {

/// What a site decides about one calling board.
struct BoardOptions
{
    std::optional<ZoneId> zone;       ///< whose counters' calls it shows and says; nothing: every zone's
    bool phonePage = false;           ///< slips lead to a page on the citizen's phone
    int recentMax = 6;                ///< rows of earlier calls, where they fit
    double panelDiagonal_inch = 43.0; ///< sizes in millimetres follow it
};

} // namespace anjungan
