// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/staff_desk.h"

namespace anjungan {

StaffDesk::StaffDesk(StaffRegistry& registry)
    : m_registry(registry)
    , m_thread([this] { run(); })
{}

StaffDesk::~StaffDesk()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
    for (const auto& [wanted, reply] : m_waiting)
        reply(failTemporarily("closed"));
}

void StaffDesk::signIn(SignIn wanted, Reply reply)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_waiting.size() < waitingMax) {
            m_waiting.emplace_back(std::move(wanted), std::move(reply));
            m_wake.notify_all();
            return;
        }
    }
    reply(failTemporarily("too-busy"));
}

void StaffDesk::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
        if (m_stopping)
            return;
        const auto [wanted, reply] = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        reply(m_registry.signIn(wanted.staff, wanted.device, wanted.pin, wanted.newPin, wanted.now));
        lock.lock();
    }
}

} // namespace anjungan
