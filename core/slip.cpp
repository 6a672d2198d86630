// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/slip.h"

#include "core/json_codec.h"

namespace anjungan {

nlohmann::json toJson(const Slip& slip)
{
    return codec::encode(slip);
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
