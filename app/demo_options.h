// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

namespace anjungan {

/// `anjungan demo`: kiosk, counter and display as windows of one process on one embedded authority.
struct DemoOptions
{
    std::filesystem::path config; ///< empty: the machine's own, or defaults
    bool headless = false;        ///< drives the real screens by touch and key instead of showing them
    int visitors = 25;            ///< headless: how many come
    std::filesystem::path out = "demo-out"; ///< headless: where everything goes
    std::uint32_t seed = 1;                 ///< headless: which visitors come, and what they do
};

inline constexpr int visitorsMax = 500;

} // namespace anjungan
