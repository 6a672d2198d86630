// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/config.h"
#include "core/number.h"

namespace anjungan {

/// How the first visit went.
struct FirstCall
{
    Number number;
    bool isPrinted = false;      ///< the printer, or the folder, took the slip
    std::string slipProblem{};   ///< its code, else
    std::string counterLabel{};  ///< where it was called
    bool isSpoken = false;       ///< to its end
    std::string voiceProblem{};  ///< its code, else
    std::filesystem::path slips; ///< where the slip is where there is no printer
};

/// Lets one number be issued, printed, called, spoken and served on this machine: over HTTPS, by a training
/// site of the same catalogue in `folder`, so that nothing of it is in the log of the site itself, and the
/// hour of the day does not matter. Printer and voice are those of `config`. Needs a QCoreApplication.
/// Errors: those of `SiteProcess` and `Station`; `unreachable`, and why a command was refused.
[[nodiscard]] Result<FirstCall> tryFirstCall(const std::filesystem::path& catalogue, const Config& config,
                                             const std::filesystem::path& folder);

} // namespace anjungan
