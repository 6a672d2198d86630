// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace anjungan {

/// Mono sound, 16 bits a sample.
struct Sound
{
    int rate = 22'050; ///< samples per second
    std::vector<std::int16_t> samples;
};

/// Where sound goes. Used from one thread.
class Speaker
{
public:
    virtual ~Speaker() = default;

    /// Plays `sound` to its end and returns then. `name` is a plain word for files ("A-012-3").
    /// Errors: `audio-device-missing`, `audio-device-lost`, `disk-full`.
    [[nodiscard]] virtual Result<void> play(const Sound& sound, const std::string& name) = 0;
};

} // namespace anjungan
