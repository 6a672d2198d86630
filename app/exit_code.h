// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

namespace anjungan {

/// What the process says to who started it; `anjungan --help` lists them.
enum class ExitCode {
    Done = 0,
    CheckFailed = 1,   ///< a journal has faults, or a visit did not end as intended
    Usage = 2,         ///< the command line
    Configuration = 3, ///< configuration or catalogue
    Unusable = 4,      ///< a file, a folder, a key or the journal cannot be used as it is
};

[[nodiscard]] constexpr int toInt(ExitCode code)
{
    return static_cast<int>(code);
}

[[nodiscard]] inline ExitCode exitCodeOf(const Error& error)
{
    for (const char* of : {"answers-", "catalogue-", "config-"}) {
        if (error.code.starts_with(of))
            return ExitCode::Configuration;
    }
    return ExitCode::Unusable;
}

} // namespace anjungan
