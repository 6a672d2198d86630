// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/news_desk.h"

namespace anjungan {

NewsDesk::NewsDesk()
    : m_thread([this](const std::stop_token& stop) { work(stop); })
{}

void NewsDesk::follow(Observer observer)
{
    {
        const std::lock_guard lock(m_mutex);
        m_newcomers.push_back(std::move(observer));
    }
    m_wake.notify_one();
}

void NewsDesk::publish(VoicePort::News news)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_pending.size() >= pendingMax)
            m_pending.pop_front();
        m_pending.push_back(std::move(news));
    }
    m_wake.notify_one();
}

void NewsDesk::stop()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

void NewsDesk::work(const std::stop_token& stop)
{
    std::vector<Observer> observers;
    VoicePort::News latest;
    while (!stop.stop_requested()) {
        std::vector<Observer> newcomers;
        std::optional<VoicePort::News> news;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return !m_pending.empty() || !m_newcomers.empty(); }))
                return;
            newcomers.swap(m_newcomers);
            if (!m_pending.empty()) {
                news = std::move(m_pending.front());
                m_pending.pop_front();
            }
        }
        for (Observer& newcomer : newcomers) {
            newcomer(latest);
            observers.push_back(std::move(newcomer));
        }
        if (!news)
            continue;
        latest = std::move(*news);
        for (const Observer& observer : observers) {
            if (stop.stop_requested())
                return;
            observer(latest);
        }
    }
}

} // namespace anjungan
