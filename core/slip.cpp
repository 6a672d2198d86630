// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/slip.h"

#include "core/json_text.h"

namespace anjungan {

std::string toJsonText(const Slip& slip)
{
    std::string text;
    text.reserve(1'024);
    codec::append(text, slip);
    return text;
}

Result<Slip> slipFromJson(const nlohmann::json& from)
{
    Slip slip;
    std::string fault;
    if (!codec::decodeFields(from, slip, fault, [](std::string_view) {}))
        return refuse("slip-invalid", fault);
    return slip;
}

} // namespace anjungan
