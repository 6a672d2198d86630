// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue.h"

#include <string>
#include <string_view>

namespace anjungan {

inline constexpr int numeralMax = 9999;

/// A number in words: "seribu dua ratus sebelas", "one thousand two hundred and eleven". Lower case,
/// words parted by one blank. `value` is held within 0 to `numeralMax`.
[[nodiscard]] std::string numeralOf(int value, Language language);

/// The names of digits one by one, parted by commas, which a synthesiser reads as short pauses: "nol, nol,
/// satu". Anything but a digit is left out.
[[nodiscard]] std::string digitsOf(std::string_view digits, Language language);

/// The name of a letter A to Z as it is spoken, in either case; empty for anything else. Indonesian as in
/// KBBI ("be", "ki" for Q); English as the capital itself, which a synthesiser reads by its name.
[[nodiscard]] std::string letterNameOf(char letter, Language language);

} // namespace anjungan
