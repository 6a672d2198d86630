// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site.h"
#include "core/slip.h"

#include <chrono>
#include <functional>

namespace anjungan {

/// What the composition root decides for a kiosk. Times are those of the citizen's patience; a warning is
/// never shorter than 20 s (WCAG 2.2.1).
struct KioskOptions
{
    std::chrono::seconds idle{60};    ///< without a touch on any page but the first, then a warning
    std::chrono::seconds warning{30}; ///< how long the warning waits for an answer
    std::chrono::seconds ticket{30};  ///< how long a ticket stays on the screen
    std::chrono::seconds more{60};    ///< what a citizen gets who asks for more time
    std::chrono::seconds slow{8};     ///< after which printing is said to take long
    bool largeText = false;           ///< from the first page on, for every citizen
    bool highContrast = false;        ///< likewise

    /// What the QR of a ticket holds (see `makeSlipCode`); without it, or on an error, no QR is shown.
    std::function<Result<SlipCode>(const Site&, const Ticket&)> codeOf;
};

} // namespace anjungan
