// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"

#include <cstdint>
#include <span>

namespace anjungan {

/// The only door to randomness. Implementations may be called from any thread.
class Random
{
public:
    virtual ~Random() = default;

    virtual void fill(std::span<std::uint8_t> bytes) = 0;

    template <typename AnId>
    [[nodiscard]] AnId makeId()
    {
        typename AnId::Bytes bytes{};
        fill(bytes);
        return AnId(bytes);
    }
};

} // namespace anjungan
