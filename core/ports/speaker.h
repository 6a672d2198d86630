// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <cstdint>
#include <stop_token>
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

    /// Plays `sound` to its end and returns then, or soon after `stop` was requested. `name` is a plain
    /// word for files ("A-012-3"). Never takes much longer than the sound itself.
    /// Errors: `audio-device-missing` (nothing was heard), `audio-device-lost` (some of it may have been),
    /// `audio-interrupted` (stopped before its end), `disk-full`, `disk-error`.
    [[nodiscard]] virtual Result<void> play(const Sound& sound, const std::string& name,
                                            std::stop_token stop) = 0;
};

} // namespace anjungan
