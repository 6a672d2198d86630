// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"

namespace anjungan {

/// The system's clocks. `steady` stands still while the machine sleeps.
class SystemClock final : public Clock
{
public:
    /// `ahead`: what the wall clock shows beyond the system's, for a building that is shown or tried out at
    /// another time of day.
    explicit SystemClock(std::chrono::milliseconds ahead = {})
        : m_ahead(ahead)
    {}

    [[nodiscard]] Instant now() const override;
    [[nodiscard]] std::chrono::milliseconds steady() const override;

private:
    std::chrono::milliseconds m_ahead;
};

} // namespace anjungan
