// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/announcer.h"

#include <algorithm>
#include <fmt/format.h>

namespace anjungan {

Announcer::Announcer(Synthesizer& synthesizer, Speaker& speaker, const Clock& clock, Settings settings)
    : m_synthesizer(synthesizer)
    , m_speaker(speaker)
    , m_clock(clock)
    , m_settings(settings)
    , m_chime(settings.chime ? makeChime(synthesizer.rate()) : Sound{synthesizer.rate(), {}})
    , m_queue(settings.queueMax)
    , m_thread([this](const std::stop_token& stop) { work(stop); })
{}

void Announcer::announce(Announcement announcement)
{
    announcement.counterLabel.resize(std::min(announcement.counterLabel.size(), labelMax));
    {
        const std::lock_guard lock(m_mutex);
        if (m_isStopped)
            return;
        const std::optional<Announcement> dropped = m_queue.add(std::move(announcement), m_clock.steady());
        if (dropped)
            reportUnspoken(*dropped, "too many wait");
        publish();
    }
    m_wake.notify_one();
}

void Announcer::follow(std::function<void(const News&)> observer)
{
    m_desk.follow(std::move(observer));
}

void Announcer::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopped = true;
    }
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
    m_desk.stop();
}

void Announcer::work(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    while (m_wake.wait(lock, stop, [this] { return !m_queue.empty(); })) {
        if (m_retryAfter.count() > 0)
            m_wake.wait_for(lock, stop, m_retryAfter, [] { return false; });
        giveUpWhatIsLate();
        if (stop.stop_requested())
            return;
        if (m_queue.empty()) { // a withdrawal, or patience, emptied it meanwhile
            m_retryAfter = {}; // the next one to come is tried at once
            continue;
        }
        const Announcement announcement = m_queue.begin();
        m_speaking = announcement;
        publish();
        lock.unlock();
        const Said said = say(announcement, stop);
        lock.lock();
        m_speaking.reset();
        if (stop.stop_requested())
            return;
        settle(announcement, said);
        publish();
    }
}

Announcer::Said Announcer::say(const Announcement& announcement, const std::stop_token& stop)
{
    std::optional<Error> problem;
    std::vector<Sound> parts;
    for (const Utterance& utterance : wordsOf(announcement, m_settings.wording)) {
        if (stop.stop_requested())
            break;
        Result<Sound> spoken = m_synthesizer.speak(utterance);
        if (spoken)
            parts.push_back(std::move(*spoken));
        else
            problem = spoken.error();
    }
    Result<Sound> sound = assemble(m_chime, parts, m_settings.pauses);
    if (!sound) {
        problem = sound.error();
        parts.clear();
        sound = assemble(m_chime, parts, m_settings.pauses);
    }
    if (parts.empty() && m_chime.samples.empty())
        return {refuse("speech-failed", problem ? problem->context : "no sound"), problem};
    const std::string name = fmt::format("{}-{}", announcement.number.text(), announcement.counterLabel);
    return {m_speaker.play(*sound, name, stop), problem};
}

void Announcer::settle(const Announcement& announcement, const Said& said)
{
    if (said.played) {
        m_queue.finish();
        m_problem = said.speechProblem;
        m_outageBegan.reset();
        m_retryAfter = {};
        return;
    }
    m_problem = said.played.error();
    if (m_problem->severity != Severity::TryAgain) {
        m_queue.finish();
        reportUnspoken(announcement, m_problem->code);
        return;
    }
    m_queue.putBack(m_problem->code != "audio-device-missing");
    if (!m_outageBegan)
        m_outageBegan = m_clock.steady();
    m_retryAfter = std::clamp(m_retryAfter * 2, m_settings.retryFirst, m_settings.retryMax);
}

void Announcer::giveUpWhatIsLate()
{
    if (!m_outageBegan)
        return;
    const auto late = m_queue.giveUp(*m_outageBegan, m_clock.steady(), m_settings.patience);
    for (const Announcement& announcement : late)
        reportUnspoken(announcement, m_problem ? m_problem->code : "");
    if (!late.empty())
        publish();
}

void Announcer::publish()
{
    m_desk.publish({m_queue.size(), m_speaking, m_problem});
}

void Announcer::reportUnspoken(const Announcement& announcement, std::string_view why)
{
    Error error{"announcement-not-spoken", Severity::ThisItem,
                fmt::format("{} to {}: {}", announcement.number.text(), announcement.counterLabel, why)};
    m_desk.publish({m_queue.size(), m_speaking, std::move(error)});
}

} // namespace anjungan
