// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/speaker.h"

#include <cstdint>
#include <deque>
#include <filesystem>

namespace anjungan {

/// Sound as a RIFF WAVE file: PCM, 16 bits, mono.
[[nodiscard]] std::string wavOf(const Sound& sound);

/// Writes each sound into a folder as `<running number>-<name>.wav`, for machines without a sound card.
///
/// Returns at once, not after the sound's length. A file is there whole or not at all. Numbers go on where
/// an earlier run stopped; of its files the oldest beyond `filesMax` are removed. Of a name only ASCII
/// letters, digits and hyphens are kept, 40 at most.
/// Errors: `disk-full`, `disk-error`, `audio-interrupted`.
class WavSpeaker final : public Speaker
{
public:
    explicit WavSpeaker(std::filesystem::path folder, std::size_t filesMax = 1000);

    [[nodiscard]] Result<void> play(const Sound& sound, const std::string& name,
                                    std::stop_token stop) override;

private:
    void findEarlierFiles();

    std::filesystem::path m_folder;
    std::size_t m_filesMax;
    std::uint64_t m_lastNumber = 0;
    std::deque<std::filesystem::path> m_files; ///< oldest first
};

} // namespace anjungan
