// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

namespace anjungan {

/// `anjungan building`: a site's server and its machines, each a process of its own, on this one computer.
struct HouseOptions
{
    std::filesystem::path config; ///< empty: the machine's own, or defaults; what all machines have in common
    bool headless = false;        ///< every face plays its part by itself
    int visitors = 25;            ///< headless: how many come
    std::filesystem::path out = "building-out"; ///< where everything of the building is
    std::uint32_t seed = 1;                     ///< headless: which visitors come, and what they do
    int killServerAfter = 0; ///< headless: numbers after which the server dies and is started again; 0: never
};

} // namespace anjungan
