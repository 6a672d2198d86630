// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace anjungan {

/// The printable width of a roll, at 203 dpi (8 dots a millimetre). The length follows the content.
struct Paper
{
    int width = 576; ///< dots
    int margin = 16; ///< dots kept white left and right
    int feed = 24;   ///< dots kept white at top and bottom
};

inline constexpr int dotsPerInch = 203;
inline constexpr Paper paper80mm{576, 16, 24}; ///< 72 mm printable
inline constexpr Paper paper58mm{384, 8, 24};  ///< 48 mm printable

} // namespace anjungan
