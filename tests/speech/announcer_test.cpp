// SPDX-License-Identifier: GPL-3.0-or-later
//
// Proves that the hall's voice says everything, once, in order and one at a time, whoever announces; that it
// outlives a speaker that goes and comes back; that what it cannot say is reported; and that it stops at
// once.
#include "fakes.h"

#include "speech/announcer.h"
#include "speech/espeak_synthesizer.h"
#include "speech/wav_speaker.h"

#include <atomic>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace anjungan {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Kind = Announcement::Kind;

using test::eventually;
using test::Observed;
using test::Play;
using test::QuickSynthesizer;
using test::RealClock;
using test::RecordingSpeaker;
using test::SteadyTime;

Announcement callOf(int value, std::string counter = "1", std::string prefix = "A")
{
    return {Kind::Call,
            {std::move(prefix), 0, static_cast<std::uint16_t>(value)},
            std::move(counter),
            Language::Indonesian};
}

class Voice : public ::testing::Test
{
protected:
    void SetUp() override
    {
        settings.retryFirst = 2ms;
        settings.retryMax = 10ms;
        settings.queueMax = 1'000;
    }

    RealClock clock;
    QuickSynthesizer synthesizer;
    RecordingSpeaker speaker;
    Observed observed;
    Announcer::Settings settings;
};

TEST_F(Voice, FiveHundredFromSeveralThreadsAreAllSaidInOrderAndNeverAtOnce)
{
    Announcer announcer(synthesizer, speaker, clock, settings);
    announcer.follow(std::ref(observed));
    std::vector<std::thread> counters;
    for (char prefix = 'A'; prefix <= 'E'; ++prefix) {
        counters.emplace_back([&announcer, prefix] {
            for (int value = 1; value <= 100; ++value)
                announcer.announce(callOf(value, "1", std::string(1, prefix)));
        });
    }
    for (std::thread& counter : counters)
        counter.join();
    ASSERT_TRUE(
        eventually([&] { return speaker.plays().size() >= 500 && observed.last().waiting == 0; }, 60s));

    const std::vector<Play> plays = speaker.plays();
    EXPECT_EQ(plays.size(), 500u);
    EXPECT_FALSE(speaker.overlapped);
    std::map<char, int> last;
    for (std::size_t i = 0; i < plays.size(); ++i) {
        if (i > 0) {
            EXPECT_GE(plays[i].began, plays[i - 1].ended);
        }
        const int value = std::stoi(plays[i].name.substr(2, 3));
        EXPECT_EQ(value, last[plays[i].name[0]] + 1) << plays[i].name;
        last[plays[i].name[0]] = value;
    }
    EXPECT_EQ(last.size(), 5u);
    EXPECT_FALSE(observed.last().problem);
}

TEST_F(Voice, NewsTellWhatWaitsAndWhatIsSaid)
{
    speaker.length = 300ms;
    Announcer announcer(synthesizer, speaker, clock, settings);
    announcer.follow(std::ref(observed));
    ASSERT_TRUE(eventually([&] { return !observed.all().empty(); }));
    announcer.announce(callOf(1));
    ASSERT_TRUE(eventually([&] { return observed.last().speaking.has_value(); }));
    announcer.announce(callOf(2));
    ASSERT_TRUE(eventually([&] { return observed.last().waiting == 2; }, 250ms))
        << "told while the first is being said";
    ASSERT_TRUE(eventually([&] { return observed.last().waiting == 0; }));
    std::vector<int> spoken;
    for (const VoicePort::News& news : observed.all()) {
        if (news.speaking && (spoken.empty() || spoken.back() != news.speaking->number.value))
            spoken.push_back(news.speaking->number.value);
        EXPECT_FALSE(news.problem);
    }
    EXPECT_THAT(spoken, ElementsAre(1, 2));
}

TEST_F(Voice, MissingDeviceIsToldAndEverythingIsSaidWhenItIsBack)
{
    speaker.failure = "audio-device-missing";
    Announcer announcer(synthesizer, speaker, clock, settings);
    announcer.follow(std::ref(observed));
    for (int value = 1; value <= 5; ++value)
        announcer.announce(callOf(value));
    ASSERT_TRUE(eventually([&] { return speaker.tries >= 3; }));
    ASSERT_TRUE(eventually([&] {
        const auto news = observed.all();
        return !news.empty() && news.back().problem && news.back().problem->code == "audio-device-missing";
    }));
    EXPECT_TRUE(speaker.plays().empty());
    speaker.failure = nullptr;
    ASSERT_TRUE(eventually([&] { return observed.last().waiting == 0; }));
    EXPECT_THAT(speaker.names(), ElementsAre("A-001-1", "A-002-1", "A-003-1", "A-004-1", "A-005-1"));
    EXPECT_THAT(observed.problems(), ElementsAre("", "audio-device-missing", ""));
}

TEST_F(Voice, RetriesBecomeRare)
{
    settings.retryFirst = 10ms;
    settings.retryMax = 80ms;
    speaker.failure = "audio-device-missing";
    Announcer announcer(synthesizer, speaker, clock, settings);
    announcer.announce(callOf(1));
    std::this_thread::sleep_for(500ms);
    const int tries = speaker.tries;
    EXPECT_GE(tries, 3);
    EXPECT_LE(tries, 10) << "0, 10, 30, 70, 150, 230, 310, 390, 470 ms";
}

TEST_F(Voice, WhatOutlivesPatienceIsReportedAndTheNextIsTriedAtOnce)
{
    settings.patience = 60ms;
    speaker.failure = "audio-device-lost";
    Announcer announcer(synthesizer, speaker, clock, settings);
    announcer.follow(std::ref(observed));
    announcer.announce(callOf(7, "3"));
    ASSERT_TRUE(eventually([&] {
        const auto news = observed.all();
        return !news.empty() && news.back().waiting == 0 && news.back().problem;
    }));
    EXPECT_THAT(observed.problems(),
                ElementsAre("", "audio-device-lost", "announcement-not-spoken", "audio-device-lost"));
    for (const VoicePort::News& news : observed.all()) {
        if (news.problem && news.problem->code == "announcement-not-spoken") {
            EXPECT_EQ(news.problem->context, "A-007 to 3: audio-device-lost");
        }
    }
    speaker.failure = nullptr;
    announcer.announce(callOf(8, "3"));
    ASSERT_TRUE(eventually([&] { return !speaker.plays().empty(); }));
    EXPECT_THAT(speaker.names(), ElementsAre("A-008-3"));
    EXPECT_TRUE(eventually([&] { return !observed.last().problem; }));
}

TEST_F(Voice, TooManyWaitingIsReported)
{
    settings.queueMax = 3;
    speaker.length = 10s;
    Announcer announcer(synthesizer, speaker, clock, settings);
    announcer.follow(std::ref(observed));
    announcer.announce(callOf(1));
    ASSERT_TRUE(eventually([&] { return speaker.tries == 1; }));
    for (int value = 2; value <= 4; ++value)
        announcer.announce(callOf(value));
    ASSERT_TRUE(eventually([&] {
        for (const VoicePort::News& news : observed.all()) {
            if (news.problem && news.problem->context == "A-002 to 1: too many wait")
                return true;
        }
        return false;
    }));
    ASSERT_TRUE(eventually([&] { return observed.last().waiting == 3; }));
}

TEST_F(Voice, AMissingVoiceLeavesTheChimeAndTheOtherLanguage)
{
    Announcer announcer(synthesizer, speaker, clock, settings);
    announcer.follow(std::ref(observed));
    Announcement english = callOf(1);
    english.language = Language::English;
    announcer.announce(english);
    ASSERT_TRUE(eventually([&] { return observed.all().size() > 2 && observed.last().waiting == 0; }));
    EXPECT_FALSE(observed.last().problem);

    synthesizer.missing = Language::English;
    announcer.announce(english);
    ASSERT_TRUE(eventually([&] { return speaker.plays().size() == 2; }));
    ASSERT_TRUE(eventually([&] { return observed.last().problem.has_value(); }));
    EXPECT_EQ(observed.last().problem->code, "voice-missing");

    synthesizer.missing = Language::Indonesian;
    announcer.announce(callOf(2));
    ASSERT_TRUE(eventually([&] { return speaker.plays().size() == 3; }));
    const std::vector<Play> plays = speaker.plays();
    EXPECT_LT(plays[1].samples, plays[0].samples);
    EXPECT_LT(plays[2].samples, plays[1].samples);
    EXPECT_GE(plays[2].samples, makeChime(8'000).samples.size());
}

TEST_F(Voice, StopsInTheMiddleOfASoundAndCallsNobodyAfterwards)
{
    speaker.length = 60s;
    std::atomic<bool> stopped = false;
    std::atomic<bool> calledAfter = false;
    Announcer announcer(synthesizer, speaker, clock, settings);
    announcer.follow([&](const VoicePort::News&) { calledAfter = calledAfter || stopped; });
    for (int value = 1; value <= 50; ++value)
        announcer.announce(callOf(value));
    ASSERT_TRUE(eventually([&] { return speaker.tries == 1; }));
    const SteadyTime start = std::chrono::steady_clock::now();
    announcer.stop();
    stopped = true;
    EXPECT_LT(std::chrono::steady_clock::now() - start, 500ms);
    announcer.announce(callOf(51));
    std::this_thread::sleep_for(20ms);
    EXPECT_FALSE(calledAfter);
    EXPECT_EQ(speaker.tries, 1);
    EXPECT_TRUE(speaker.plays().empty());
}

TEST_F(Voice, StopsWhileItWaitsToTryAgain)
{
    settings.retryFirst = 60s;
    settings.retryMax = 60s;
    speaker.failure = "audio-device-missing";
    const SteadyTime start = std::chrono::steady_clock::now();
    {
        Announcer announcer(synthesizer, speaker, clock, settings);
        announcer.announce(callOf(1));
        ASSERT_TRUE(eventually([&] { return speaker.tries == 1; }));
    }
    EXPECT_LT(std::chrono::steady_clock::now() - start, 2s);
}

TEST_F(Voice, ASlowObserverDelaysNeitherVoiceNorCaller)
{
    Announcer announcer(synthesizer, speaker, clock, settings);
    announcer.follow([](const VoicePort::News&) { std::this_thread::sleep_for(30ms); });
    const SteadyTime start = std::chrono::steady_clock::now();
    for (int value = 1; value <= 100; ++value)
        announcer.announce(callOf(value));
    ASSERT_TRUE(eventually([&] { return speaker.plays().size() == 100; }));
    EXPECT_LT(std::chrono::steady_clock::now() - start, 2'500ms);
}

/// From the announcement to the file, with the real voice.
TEST_F(Voice, WritesWhatItSays)
{
    auto real = EspeakSynthesizer::create({});
    ASSERT_TRUE(real);
    std::string pattern = (std::filesystem::temp_directory_path() / "anjungan-voice-XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    WavSpeaker wav(pattern);
    {
        Announcer announcer(**real, wav, clock, settings);
        announcer.follow(std::ref(observed));
        announcer.announce(callOf(12, "3"));
        announcer.announce({Kind::Withdrawal, {"B", 3, 12}, "3A", Language::English});
        EXPECT_TRUE(eventually([&] {
            const auto news = observed.all();
            return news.size() > 3 && news.back().waiting == 0;
        }));
    }
    const std::filesystem::path call = std::filesystem::path(pattern) / "000001-A-012-3.wav";
    const std::filesystem::path withdrawal = std::filesystem::path(pattern) / "000002-B-3012-3A.wav";
    std::error_code error;
    const auto bytesASecond = static_cast<double>((*real)->rate()) * 2;
    EXPECT_GT(static_cast<double>(std::filesystem::file_size(call, error)), 8 * bytesASecond);
    EXPECT_GT(static_cast<double>(std::filesystem::file_size(withdrawal, error)), 6 * bytesASecond);
    std::filesystem::remove_all(pattern);
}

} // namespace
} // namespace anjungan
