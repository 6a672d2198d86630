// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invariant.h"

#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>

namespace anjungan {

void stopBecauseViolated(std::string_view invariant)
{
    fmt::print(stderr, "anjungan: invariant violated: {}\n", invariant);
    std::fflush(stderr);
    std::abort();
}

} // namespace anjungan
