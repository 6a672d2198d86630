// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

namespace anjungan {

/// The only door to time. Implementations may be called from any thread.
class Clock
{
public:
    virtual ~Clock() = default;

    /// The wall clock. It may jump, also backwards.
    [[nodiscard]] virtual Instant now() const = 0;

    /// Time since an arbitrary start, never backwards: for time-outs and durations.
    [[nodiscard]] virtual std::chrono::milliseconds steady() const = 0;
};

} // namespace anjungan
