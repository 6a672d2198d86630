// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plain_text.h"

#include <cstdint>

namespace anjungan {

namespace {

struct Lead
{
    int following;
    std::uint32_t bits;
    std::uint32_t least; ///< smallest code point that needs this length: anything less is overlong
};

bool readLead(unsigned char byte, Lead& lead)
{
    if (byte < 0x80)
        lead = {0, byte, 0};
    else if ((byte & 0xE0) == 0xC0)
        lead = {1, byte & 0x1FU, 0x80};
    else if ((byte & 0xF0) == 0xE0)
        lead = {2, byte & 0x0FU, 0x800};
    else if ((byte & 0xF8) == 0xF0)
        lead = {3, byte & 0x07U, 0x10000};
    else
        return false;
    return true;
}

bool isControl(std::uint32_t point)
{
    const bool directional = point == 0x200E || point == 0x200F || (point >= 0x202A && point <= 0x202E) ||
                             (point >= 0x2066 && point <= 0x2069);
    const bool separator = point == 0x2028 || point == 0x2029;
    return point < 0x20 || (point >= 0x7F && point < 0xA0) || directional || separator;
}

} // namespace

bool isPlainText(std::string_view text, std::size_t bytesMax)
{
    if (text.size() > bytesMax)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        Lead lead{};
        if (!readLead(static_cast<unsigned char>(text[i]), lead))
            return false;
        std::uint32_t point = lead.bits;
        for (int k = 0; k < lead.following; ++k) {
            if (++i >= text.size())
                return false;
            const auto byte = static_cast<unsigned char>(text[i]);
            if ((byte & 0xC0) != 0x80)
                return false;
            point = point << 6 | (byte & 0x3FU);
        }
        const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
        if (point < lead.least || point > 0x10FFFF || surrogate || isControl(point))
            return false;
    }
    return true;
}

} // namespace anjungan
