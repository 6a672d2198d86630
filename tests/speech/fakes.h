// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "core/ports/speaker.h"
#include "core/ports/voice.h"
#include "speech/synthesizer.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace anjungan::test {

using namespace std::chrono_literals;
using SteadyTime = std::chrono::steady_clock::time_point;

class RealClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override
    {
        return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    }
    [[nodiscard]] std::chrono::milliseconds steady() const override
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now().time_since_epoch());
    }
};

/// Makes a short sound of any words; the real voice has its own tests.
class QuickSynthesizer final : public Synthesizer
{
public:
    [[nodiscard]] int rate() const override { return 8'000; }
    [[nodiscard]] Result<Sound> speak(const Utterance& utterance) override
    {
        if (utterance.language == missing.load())
            return failForGood("voice-missing", "none here");
        return Sound{8'000, std::vector<std::int16_t>(80, 1'000)};
    }

    std::atomic<std::optional<Language>> missing;
};

struct Play
{
    std::string name;
    SteadyTime began;
    SteadyTime ended;
    std::size_t samples;
};

/// Records what it plays and fails when told to.
class RecordingSpeaker final : public Speaker
{
public:
    [[nodiscard]] Result<void> play(const Sound& sound, const std::string& name,
                                    std::stop_token stop) override
    {
        if (++m_playing != 1)
            overlapped = true;
        const SteadyTime began = std::chrono::steady_clock::now();
        Result<void> result;
        ++tries;
        if (failure.load() != nullptr) {
            result = failTemporarily(failure.load());
        } else {
            std::unique_lock lock(m_mutex);
            if (m_wake.wait_for(lock, stop, length.load(), [&] { return stop.stop_requested(); }) ||
                stop.stop_requested())
                result = failTemporarily("audio-interrupted");
            else
                m_plays.push_back({name, began, std::chrono::steady_clock::now(), sound.samples.size()});
        }
        --m_playing;
        return result;
    }

    [[nodiscard]] std::vector<Play> plays() const
    {
        const std::lock_guard lock(m_mutex);
        return m_plays;
    }
    [[nodiscard]] std::vector<std::string> names() const
    {
        std::vector<std::string> result;
        for (const Play& play : plays())
            result.push_back(play.name);
        return result;
    }

    std::atomic<std::chrono::microseconds> length = 100us;
    std::atomic<const char*> failure = nullptr;
    std::atomic<int> tries = 0;
    std::atomic<bool> overlapped = false;

private:
    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::atomic<int> m_playing = 0;
    std::vector<Play> m_plays;
};

class Observed
{
public:
    void operator()(const VoicePort::News& news)
    {
        const std::lock_guard lock(m_mutex);
        m_all.push_back(news);
    }
    [[nodiscard]] std::vector<VoicePort::News> all() const
    {
        const std::lock_guard lock(m_mutex);
        return m_all;
    }
    [[nodiscard]] VoicePort::News last() const
    {
        const std::lock_guard lock(m_mutex);
        return m_all.empty() ? VoicePort::News{} : m_all.back();
    }
    [[nodiscard]] std::vector<std::string> problems() const
    {
        std::vector<std::string> result;
        for (const VoicePort::News& news : all()) {
            const std::string code = news.problem ? news.problem->code : "";
            if (result.empty() || result.back() != code)
                result.push_back(code);
        }
        return result;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<VoicePort::News> m_all;
};

inline bool eventually(const std::function<bool()>& holds, std::chrono::milliseconds limit = 10s)
{
    const SteadyTime end = std::chrono::steady_clock::now() + limit;
    while (!holds()) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        std::this_thread::sleep_for(1ms);
    }
    return true;
}

} // namespace anjungan::test
