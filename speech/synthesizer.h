// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/speaker.h"
#include "speech/words.h"

namespace anjungan {

/// Makes sound of words. Used from one thread.
class Synthesizer
{
public:
    virtual ~Synthesizer() = default;

    /// Samples per second of every sound it makes.
    [[nodiscard]] virtual int rate() const = 0;

    /// Errors: `voice-missing` (the language has no voice here), `speech-failed`, `speech-too-long`.
    [[nodiscard]] virtual Result<Sound> speak(const Utterance& utterance) = 0;
};

} // namespace anjungan
