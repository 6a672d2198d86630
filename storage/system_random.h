// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/random.h"

namespace anjungan {

/// The system's randomness, by libsodium.
class SystemRandom final : public Random
{
public:
    SystemRandom();
    void fill(std::span<std::uint8_t> bytes) override;
};

} // namespace anjungan
