// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/speaker.h"

#include <chrono>
#include <span>

namespace anjungan {

/// Two soft notes, falling a third, that make a hall listen: about 1.5 s, peak well below full scale,
/// silent at both ends. Computed, so that it needs no file.
[[nodiscard]] Sound makeChime(int rate);

struct Pauses
{
    std::chrono::milliseconds afterChime{250};
    std::chrono::milliseconds between{700}; ///< between utterances
    std::chrono::milliseconds atEnd{300};   ///< so that two announcements do not run together
};

/// The largest sample of an assembled sound: about -1 dB.
inline constexpr int peakMax = 29'200;

/// One sound of a chime (may be empty) and utterances in order. The silence a voice leaves at the ends of
/// each utterance is replaced by the pauses, and the voice is brought to `peakMax`.
/// Errors: `sound-rates-differ`.
[[nodiscard]] Result<Sound> assemble(const Sound& chime, std::span<const Sound> utterances,
                                     const Pauses& pauses = {});

} // namespace anjungan
