// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/voice.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace anjungan {

/// Brings news to observers, in order, on a thread of its own, so that neither who announces nor the voice
/// waits for an observer. An observer too slow for `pendingMax` news loses the oldest: each one stands for
/// the whole state. A new observer gets the latest news first. Thread-safe.
class NewsDesk
{
public:
    using Observer = std::function<void(const VoicePort::News&)>;

    static constexpr std::size_t pendingMax = 1000;

    NewsDesk();
    ~NewsDesk() { stop(); }
    NewsDesk(const NewsDesk&) = delete;
    NewsDesk& operator=(const NewsDesk&) = delete;

    void follow(Observer observer);
    void publish(VoicePort::News news);

    /// Waits for the observer that is being called; none is called afterwards. Never from an observer.
    void stop();

private:
    void work(const std::stop_token& stop);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<VoicePort::News> m_pending;
    std::vector<Observer> m_newcomers;
    std::jthread m_thread;
};

} // namespace anjungan
