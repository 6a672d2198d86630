// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/number.h"

#include <fmt/format.h>

namespace anjungan {

bool isPrefix(std::string_view text)
{
    if (text.empty() || text.size() > 2)
        return false;
    for (const char c : text) {
        if (c < 'A' || c > 'Z')
            return false;
    }
    return true;
}

std::string Number::text() const
{
    if (series == 0)
        return fmt::format("{}-{:03}", prefix, value);
    return fmt::format("{}-{}{:03}", prefix, series, value);
}

std::optional<Number> Number::parse(std::string_view text)
{
    Number number;
    std::size_t i = 0;
    for (; i < text.size() && number.prefix.size() < 2; ++i) {
        const char c = text[i];
        if (c >= 'A' && c <= 'Z')
            number.prefix.push_back(c);
        else if (c >= 'a' && c <= 'z')
            number.prefix.push_back(static_cast<char>(c - 'a' + 'A'));
        else
            break;
    }
    if (number.prefix.empty())
        return std::nullopt;
    if (i < text.size() && (text[i] == '-' || text[i] == ' '))
        ++i;
    const std::string_view digits = text.substr(i);
    if (digits.empty() || digits.size() > 4)
        return std::nullopt;
    int value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    if (digits.size() == 4) {
        number.series = static_cast<std::uint8_t>(value / 1000);
        value %= 1000;
        if (number.series == 0)
            return std::nullopt;
    }
    if (value == 0)
        return std::nullopt;
    number.value = static_cast<std::uint16_t>(value);
    return number;
}

} // namespace anjungan
