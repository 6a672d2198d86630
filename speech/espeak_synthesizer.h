// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speech/synthesizer.h"

#include <memory>

namespace anjungan {

/// espeak-ng in this process. A typical call takes some 5 ms.
///
/// The library has one state a process: instances share it under a lock, so that several are allowed and
/// each may live on its own thread. It reads its data from where the system installed it.
class EspeakSynthesizer final : public Synthesizer
{
public:
    struct Settings
    {
        std::string indonesianVoice = "id";
        std::string englishVoice = "en";
        int wordsPerMinute = 140; ///< 80 to 300
        int wordGap = 1;          ///< silence between words beyond the ordinary, in units of 10 ms, 0 to 20
    };

    /// Errors: `speech-failed` (no data of espeak-ng here), `voice-missing` (the Indonesian voice; a missing
    /// English one is told when English is to be spoken).
    [[nodiscard]] static Result<std::unique_ptr<EspeakSynthesizer>> create(Settings settings);

    [[nodiscard]] int rate() const override { return m_rate; }
    [[nodiscard]] Result<Sound> speak(const Utterance& utterance) override;

private:
    EspeakSynthesizer(Settings settings, int rate);

    Settings m_settings;
    int m_rate;
};

} // namespace anjungan
