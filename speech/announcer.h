// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "speech/announcement_queue.h"
#include "speech/chime.h"
#include "speech/news_desk.h"
#include "speech/synthesizer.h"

namespace anjungan {

/// The hall's voice: one queue, one thread, one announcement at a time, in the order of their coming.
///
/// What the speaker could not play stays first and is tried again, ever more rarely, until the speaker is
/// back or `patience` of its absence has gone by for that announcement; then it is given up and reported.
/// Words that cannot be spoken (a voice is missing) are left out and reported: the chime still sounds and
/// the display shows the number. `AnnouncementQueue` says what is merged and what makes room.
///
/// `News::problem` stays until an announcement was played whole: the speaker's error, `voice-missing`, ….
/// Each announcement given up is told once by a news of its own, with `announcement-not-spoken`.
///
/// Synthesiser, speaker and clock outlive it; the first two are used from its thread alone.
class Announcer final : public VoicePort
{
public:
    struct Settings
    {
        Wording wording;
        bool chime = true;
        Pauses pauses;
        std::chrono::milliseconds patience{30'000};
        std::chrono::milliseconds retryFirst{250}; ///< then twice as long each time
        std::chrono::milliseconds retryMax{4'000};
        std::size_t queueMax = 200;
    };

    Announcer(Synthesizer& synthesizer, Speaker& speaker, const Clock& clock, Settings settings);
    ~Announcer() override { stop(); }
    Announcer(const Announcer&) = delete;
    Announcer& operator=(const Announcer&) = delete;

    void announce(Announcement announcement) override;
    void follow(std::function<void(const News&)> observer) override;

    /// Falls silent, also in the middle of a sound; what waits is dropped. Afterwards nobody is called back
    /// and `announce` does nothing. Never from an observer.
    void stop();

private:
    struct Said
    {
        Result<void> played;
        std::optional<Error> speechProblem;
    };

    void work(const std::stop_token& stop);
    [[nodiscard]] Said say(const Announcement& announcement, const std::stop_token& stop);
    void settle(const Announcement& announcement, const Said& said);
    void giveUpWhatIsLate();
    void publish();
    void reportUnspoken(const Announcement& announcement, std::string_view why);

    Synthesizer& m_synthesizer;
    Speaker& m_speaker;
    const Clock& m_clock;
    const Settings m_settings;
    const Sound m_chime;

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    AnnouncementQueue m_queue;
    std::optional<Announcement> m_speaking;
    std::optional<Error> m_problem;
    std::optional<std::chrono::milliseconds> m_outageBegan;
    std::chrono::milliseconds m_retryAfter{0}; ///< 0: at once
    bool m_isStopped = false;

    NewsDesk m_desk;
    std::jthread m_thread;
};

} // namespace anjungan
