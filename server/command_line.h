// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

/// What every command of `anjungan-server` ends with.
namespace anjungan {

enum class Exit { Done = 0, Usage = 2, Unusable = 4 };

/// Tells the standard error; gives the exit code.
[[nodiscard]] int complain(const Error& error);
[[nodiscard]] constexpr int succeed()
{
    return static_cast<int>(Exit::Done);
}

} // namespace anjungan
