// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace anjungan {

/// What a citizen reads, hears and says: `A-012`, or `A-3012` from device 3 alone.
///
/// A prefix has its own row of numbers a day for each series, so a device that decides alone can never
/// give a number that another gives.
struct Number
{
    static constexpr std::uint16_t valueMax = 999;
    static constexpr std::uint8_t seriesMax = 9;

    std::string prefix;      ///< one or two of A–Z
    std::uint8_t series = 0; ///< 0 the authority; 1–8 a device alone; 9 pads
    std::uint16_t value = 0; ///< 1 to 999

    auto operator<=>(const Number&) const = default;

    [[nodiscard]] std::string text() const;

    /// Reads what `text()` writes, also in lower case and without the hyphen, as people type it.
    [[nodiscard]] static std::optional<Number> parse(std::string_view text);
};

[[nodiscard]] bool isPrefix(std::string_view text);

} // namespace anjungan
