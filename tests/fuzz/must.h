// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>

namespace anjungan {

/// Ends the process: how a fuzzer is told.
inline void must(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace anjungan
