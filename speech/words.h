// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/voice.h"

#include <string>
#include <vector>

namespace anjungan {

/// Both are in use in the field.
enum class NumberReading {
    Digits, ///< A-012: "a, nol, satu, dua"
    Whole,  ///< A-012: "a, dua belas"
};

struct Wording
{
    NumberReading reading = NumberReading::Digits;
    /// How often a call or a recall is said. Twice, because B, C, D, G, P and T sound alike. 1 to 3.
    int repetitions = 2;
};

/// One sentence or two, to be said in one breath.
struct Utterance
{
    Language language = Language::Indonesian;
    std::string text; ///< every number and letter spelled out; no markup, no characters but words and `, . -`

    bool operator==(const Utterance&) const = default;
};

/// What is said for an announcement, in order. Pure.
///
/// An announcement in English is said in Indonesian first, then in English, each time. A withdrawal is
/// said once. The counter's label comes from outside: at most `labelMax` bytes of it are read, and nothing
/// but its ASCII letters and digits. "12" is read as a number, "03" digit by digit, "3A" as a number and a
/// letter, "VIP" by its letters, "Farmasi" as a word; an unreadable label sends to the display. In a
/// training every utterance begins with that word.
[[nodiscard]] std::vector<Utterance> wordsOf(const Announcement& announcement, const Wording& wording = {});

inline constexpr std::size_t labelMax = 40;

} // namespace anjungan
