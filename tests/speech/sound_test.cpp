// SPDX-License-Identifier: GPL-3.0-or-later
//
// Proves that espeak-ng really speaks (heard length, no silence, other numbers sound other), that a voice
// that is missing is an error, and that an assembled call has the length its parts add up to and does not
// clip.
#include "speech/chime.h"
#include "speech/espeak_synthesizer.h"
#include "speech/numerals.h"

#include "likeness.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <gtest/gtest.h>
#include <iostream>
#include <thread>

namespace anjungan {
namespace {

double secondsOf(const Sound& sound)
{
    return static_cast<double>(sound.samples.size()) / sound.rate;
}

int peakOf(const Sound& sound)
{
    int peak = 0;
    for (const std::int16_t sample : sound.samples)
        peak = std::max(peak, std::abs(static_cast<int>(sample)));
    return peak;
}

double loudness(const Sound& sound)
{
    double sum = 0;
    for (const std::int16_t sample : sound.samples)
        sum += static_cast<double>(sample) * sample;
    return std::sqrt(sum / static_cast<double>(std::max<std::size_t>(1, sound.samples.size())));
}

Announcement callOf(const std::string& number, Language language = Language::Indonesian)
{
    return {Announcement::Kind::Call, *Number::parse(number), "3", language};
}

std::unique_ptr<EspeakSynthesizer> espeak(EspeakSynthesizer::Settings settings = {})
{
    auto made = EspeakSynthesizer::create(std::move(settings));
    EXPECT_TRUE(made) << (made ? "" : made.error().context);
    return made ? std::move(*made) : nullptr;
}

TEST(Chime, SoftAtBothEndsAndNeverClipped)
{
    for (const int rate : {16'000, 22'050, 48'000}) {
        const Sound chime = makeChime(rate);
        EXPECT_EQ(chime.rate, rate);
        EXPECT_NEAR(secondsOf(chime), 1.5, 0.01);
        EXPECT_GT(peakOf(chime), 10'000);
        EXPECT_LT(peakOf(chime), 16'000);
        EXPECT_LT(std::abs(static_cast<int>(chime.samples.front())), 50);
        EXPECT_LT(std::abs(static_cast<int>(chime.samples.back())), 50);
        // A click would be a jump that no 2 kHz tone of this height makes.
        int jump = 0;
        for (std::size_t i = 1; i < chime.samples.size(); ++i)
            jump = std::max(jump, std::abs(chime.samples[i] - chime.samples[i - 1]));
        EXPECT_LT(jump, 16'000 * 2 * 3.2 * 1'000 / rate);
    }
}

TEST(Assemble, LengthIsTheSumOfItsParts)
{
    Sound tone{1'000, std::vector<std::int16_t>(2'000, 1'000)};
    Sound padded{1'000, std::vector<std::int16_t>(500, 0)};
    padded.samples.insert(padded.samples.end(), 1'000, -2'000);
    padded.samples.insert(padded.samples.end(), 700, 3);
    const Sound chime{1'000, std::vector<std::int16_t>(100, 500)};
    const Sound parts[] = {tone, padded};
    const auto whole = assemble(
        chime, parts,
        {std::chrono::milliseconds(50), std::chrono::milliseconds(200), std::chrono::milliseconds(30)});
    ASSERT_TRUE(whole);
    EXPECT_EQ(whole->samples.size(), 100u + 50 + 2'000 + 200 + 1'000 + 30);
    EXPECT_EQ(whole->samples[0], 500);
    EXPECT_EQ(whole->samples[120], 0);
    EXPECT_EQ(whole->samples[160], 8'000) << "raised eight times at most, and all utterances alike";
    EXPECT_EQ(whole->samples[2'360], -16'000);
}

TEST(Assemble, NeverClips)
{
    Sound loud{22'050, {}};
    for (int i = 0; i < 22'050; ++i)
        loud.samples.push_back(i % 2 == 0 ? std::int16_t{32'767} : std::int16_t{-32'768});
    const auto whole = assemble(loud, std::span(&loud, 1));
    ASSERT_TRUE(whole);
    EXPECT_EQ(peakOf(*whole), peakMax);
}

TEST(Assemble, NothingAndSilenceAreAllowedAndRatesMustAgree)
{
    EXPECT_TRUE(assemble({}, {}));
    const Sound silence{22'050, std::vector<std::int16_t>(100, 0)};
    EXPECT_TRUE(assemble({}, std::span(&silence, 1)));
    const auto mixed = assemble(makeChime(16'000), std::span(&silence, 1));
    ASSERT_FALSE(mixed);
    EXPECT_EQ(mixed.error().code, "sound-rates-differ");
}

TEST(Espeak, SpeaksACallInAPlausibleTime)
{
    const auto synthesizer = espeak();
    ASSERT_TRUE(synthesizer);
    for (const Language language : {Language::Indonesian, Language::English}) {
        for (const Utterance& utterance : wordsOf(callOf("A-012", language))) {
            const auto sound = synthesizer->speak(utterance);
            ASSERT_TRUE(sound) << sound.error().context;
            EXPECT_EQ(sound->rate, synthesizer->rate());
            EXPECT_GT(secondsOf(*sound), 2.0) << utterance.text;
            EXPECT_LT(secondsOf(*sound), 15.0) << utterance.text;
            EXPECT_GT(loudness(*sound), 500.0) << utterance.text;
        }
    }
}

TEST(Espeak, EveryLetterAndDigitSoundsOther)
{
    const auto synthesizer = espeak();
    ASSERT_TRUE(synthesizer);
    std::vector<std::string> names;
    for (char letter = 'A'; letter <= 'Z'; ++letter)
        names.push_back(letterNameOf(letter, Language::Indonesian));
    for (int digit = 0; digit <= 9; ++digit)
        names.push_back(numeralOf(digit, Language::Indonesian));

    // The library's output is never the same twice (its phase runs on): what counts is that a word said
    // again is nearer to itself than to any other word.
    std::vector<std::vector<test::Frame>> once;
    std::vector<std::vector<test::Frame>> again;
    for (auto* round : {&once, &again}) {
        for (const std::string& name : names) {
            const auto sound = synthesizer->speak({Language::Indonesian, name});
            ASSERT_TRUE(sound);
            round->push_back(test::frames(*sound));
        }
    }
    double closest = 1e9;
    double widest = 0;
    std::string pair;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const double itself = test::unlikeness(once[i], again[i]);
        widest = std::max(widest, itself);
        for (std::size_t j = 0; j < names.size(); ++j) {
            if (i == j)
                continue;
            const double other = test::unlikeness(once[i], again[j]);
            EXPECT_GT(other, 1.2 * itself) << names[i] << " and " << names[j];
            if (other < closest) {
                closest = other;
                pair = names[i] + " and " + names[j];
            }
        }
    }
    std::cout << "most alike: " << pair << ", " << closest << " dB; a word and itself at most " << widest
              << " dB\n";
}

TEST(Espeak, TheSameWordsSoundTheSameWhateverWasSaidBefore)
{
    const auto synthesizer = espeak();
    ASSERT_TRUE(synthesizer);
    const Utterance indonesian = wordsOf(callOf("B-007")).front();
    const auto first = synthesizer->speak(indonesian);
    ASSERT_TRUE(synthesizer->speak({Language::English, "Please wait."}));
    const auto again = synthesizer->speak(indonesian);
    ASSERT_TRUE(first && again);
    EXPECT_NEAR(secondsOf(*first), secondsOf(*again), 0.05);
}

TEST(Espeak, AMissingVoiceIsAnError)
{
    const auto none = EspeakSynthesizer::create({.indonesianVoice = "xx-none"});
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, "voice-missing");

    const auto synthesizer = espeak({.englishVoice = "xx-none"});
    ASSERT_TRUE(synthesizer);
    const auto english = synthesizer->speak({Language::English, "Please wait."});
    ASSERT_FALSE(english);
    EXPECT_EQ(english.error().code, "voice-missing");
    EXPECT_TRUE(synthesizer->speak({Language::Indonesian, "Silakan menunggu."}));
}

TEST(Espeak, HostileTextIsBounded)
{
    const auto synthesizer = espeak();
    ASSERT_TRUE(synthesizer);
    const std::string hostile[] = {"",
                                   "[[",
                                   "[[@@@@'''''']]",
                                   "<speak><break time='100000s'/>a</speak>",
                                   std::string("\xFF\xFE\x80 satu"),
                                   std::string("satu\0dua", 8)};
    for (const std::string& text : hostile) {
        const auto sound = synthesizer->speak({Language::Indonesian, text});
        if (sound)
            EXPECT_LT(secondsOf(*sound), 30.0);
        else
            EXPECT_EQ(sound.error().code, "speech-failed");
    }
    std::string endless;
    while (endless.size() < 1'000'000)
        endless += "sembilan, ";
    const auto tooLong = synthesizer->speak({Language::Indonesian, endless});
    ASSERT_FALSE(tooLong);
    EXPECT_EQ(tooLong.error().code, "speech-too-long");
    EXPECT_TRUE(synthesizer->speak({Language::Indonesian, "Silakan menunggu."})) << "goes on after a refusal";
}

TEST(Espeak, InstancesOnSeveralThreadsDoNotDisturbEachOther)
{
    std::vector<std::thread> threads;
    std::vector<double> seconds(4, 0.0);
    for (std::size_t i = 0; i < seconds.size(); ++i) {
        threads.emplace_back([i, &seconds] {
            const auto synthesizer = EspeakSynthesizer::create({});
            if (!synthesizer)
                return;
            for (int round = 0; round < 10; ++round) {
                const auto language = i % 2 == 0 ? Language::Indonesian : Language::English;
                const auto sound = (*synthesizer)->speak({language, "nol, nol, satu"});
                seconds[i] = sound ? secondsOf(*sound) : 0.0;
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_GT(seconds[0], 1.0);
    EXPECT_NEAR(seconds[0], seconds[2], 0.05);
    EXPECT_NEAR(seconds[1], seconds[3], 0.05);
}

TEST(Espeak, ACallIsMadeInFarLessTimeThanItTakesToSay)
{
    const auto synthesizer = espeak();
    ASSERT_TRUE(synthesizer);
    const Sound chime = makeChime(synthesizer->rate());
    std::vector<double> millis;
    double length = 0;
    for (int i = 0; i < 21; ++i) {
        const auto start = std::chrono::steady_clock::now();
        std::vector<Sound> parts;
        for (const Utterance& utterance : wordsOf(callOf("A-0" + std::to_string(10 + i)))) {
            auto sound = synthesizer->speak(utterance);
            ASSERT_TRUE(sound);
            parts.push_back(std::move(*sound));
        }
        const auto whole = assemble(chime, parts);
        ASSERT_TRUE(whole);
        EXPECT_LE(peakOf(*whole), peakMax);
        length = secondsOf(*whole);
        millis.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(millis.begin(), millis.end());
    std::cout << "call of " << length << " s (chime, said twice) made in " << millis[10] << " ms (median), "
              << millis.back() << " ms (slowest)\n";
    EXPECT_GT(length, 8.0);
    EXPECT_LT(length, 20.0);
    EXPECT_LT(millis[10], 500.0);
}

} // namespace
} // namespace anjungan
