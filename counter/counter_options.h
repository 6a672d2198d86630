// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"

#include <array>
#include <chrono>
#include <optional>
#include <Qt>

namespace anjungan {

/// What a machine's configuration says about its counter.
struct CounterOptions
{
    std::optional<CounterId> counter; ///< where this machine stands; nothing: asked at the sign-in
    std::optional<StaffId> staff;     ///< who is signed in at the start, where the counter is free
    /// Nobody is served so fast: so long after a call "finish and call next" was meant for the step before.
    std::chrono::milliseconds finishGuard{3'000};
    /// A keypad of four keys: the next thing to do, call again, no-show, park.
    std::array<Qt::Key, 4> keypad{Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4};
};

} // namespace anjungan
