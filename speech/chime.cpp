// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/chime.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fmt/format.h>
#include <numbers>

namespace anjungan {

namespace {

struct Note
{
    double hertz;
    double startSeconds;
    double lengthSeconds;
};

// E5 and C5.
constexpr Note notes[] = {{659.26, 0.0, 0.9}, {523.25, 0.45, 1.05}};
constexpr double chimeSeconds = 1.5;
constexpr double attackSeconds = 0.012;
constexpr double releaseSeconds = 0.15;
constexpr double decayPerSecond = 4.0;
constexpr double chimePeak = 0.45;

/// Samples quieter than this at an utterance's ends count as silence.
constexpr int silenceMax = 64;

/// A voice quieter than this is not raised further: it would be noise.
constexpr double gainMax = 8.0;

double raisedCosine(double part)
{
    return 0.5 - 0.5 * std::cos(std::numbers::pi * std::clamp(part, 0.0, 1.0));
}

double noteAt(const Note& note, double seconds)
{
    const double t = seconds - note.startSeconds;
    if (t < 0.0 || t >= note.lengthSeconds)
        return 0.0;
    const double envelope = raisedCosine(t / attackSeconds) * std::exp(-decayPerSecond * t) *
                            raisedCosine((note.lengthSeconds - t) / releaseSeconds);
    const double phase = 2.0 * std::numbers::pi * note.hertz * t;
    // The overtones die sooner than the ground tone, as in a struck bar.
    return envelope *
           (std::sin(phase) + std::exp(-6.0 * t) * (0.30 * std::sin(2 * phase) + 0.12 * std::sin(3 * phase)));
}

int peakOf(std::span<const std::int16_t> samples)
{
    int peak = 0;
    for (const std::int16_t sample : samples)
        peak = std::max(peak, std::abs(static_cast<int>(sample)));
    return peak;
}

std::span<const std::int16_t> trimmed(const Sound& sound)
{
    const auto isHeard = [](std::int16_t sample) { return std::abs(static_cast<int>(sample)) > silenceMax; };
    const auto& samples = sound.samples;
    const auto first = std::find_if(samples.begin(), samples.end(), isHeard);
    const auto last = std::find_if(samples.rbegin(), samples.rend(), isHeard).base();
    if (first >= last)
        return {};
    return {first, last};
}

void appendSilence(Sound& sound, std::chrono::milliseconds length)
{
    const auto count = std::clamp<std::int64_t>(length.count(), 0, 10'000) * sound.rate / 1000;
    sound.samples.insert(sound.samples.end(), static_cast<std::size_t>(count), 0);
}

void appendScaled(Sound& sound, std::span<const std::int16_t> samples, double gain)
{
    for (const std::int16_t sample : samples) {
        const long scaled = std::lround(static_cast<double>(sample) * gain);
        sound.samples.push_back(static_cast<std::int16_t>(std::clamp<long>(scaled, -peakMax, peakMax)));
    }
}

} // namespace

Sound makeChime(int rate)
{
    Sound sound{std::clamp(rate, 8'000, 192'000), {}};
    const auto count = static_cast<std::size_t>(chimeSeconds * sound.rate);
    std::vector<double> wave(count, 0.0);
    double peak = 0.0;
    for (std::size_t i = 0; i < count; ++i) {
        for (const Note& note : notes)
            wave[i] += noteAt(note, static_cast<double>(i) / sound.rate);
        peak = std::max(peak, std::abs(wave[i]));
    }
    sound.samples.reserve(count);
    for (const double value : wave)
        sound.samples.push_back(static_cast<std::int16_t>(std::lround(value / peak * chimePeak * 32'767)));
    return sound;
}

Result<Sound> assemble(const Sound& chime, std::span<const Sound> utterances, const Pauses& pauses)
{
    const int rate = chime.samples.empty() && !utterances.empty() ? utterances.front().rate : chime.rate;
    int voicePeak = 0;
    for (const Sound& utterance : utterances) {
        if (utterance.rate != rate)
            return refuse("sound-rates-differ", fmt::format("{} and {} Hz", rate, utterance.rate));
        voicePeak = std::max(voicePeak, peakOf(utterance.samples));
    }
    // One gain for all utterances: a sentence is not louder for being the second.
    const double gain = voicePeak == 0 ? 1.0 : std::min(gainMax, static_cast<double>(peakMax) / voicePeak);

    Sound whole{rate, {}};
    if (!chime.samples.empty()) {
        appendScaled(whole, chime.samples, 1.0);
        appendSilence(whole, pauses.afterChime);
    }
    bool isFirst = true;
    for (const Sound& utterance : utterances) {
        if (!isFirst)
            appendSilence(whole, pauses.between);
        isFirst = false;
        appendScaled(whole, trimmed(utterance), gain);
    }
    appendSilence(whole, pauses.atEnd);
    return whole;
}

} // namespace anjungan
