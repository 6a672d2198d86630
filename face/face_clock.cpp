// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/face_clock.h"

namespace anjungan {

FaceClock::FaceClock(const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
    , m_minute(std::chrono::floor<std::chrono::minutes>(clock.now()))
{
    m_timer.setInterval(1'000);
    connect(&m_timer, &QTimer::timeout, this, &FaceClock::look);
    m_timer.start();
}

void FaceClock::look()
{
    emit ticked();
    const Instant minute = std::chrono::floor<std::chrono::minutes>(m_clock.now());
    if (minute != m_minute) {
        m_minute = minute;
        emit minuteTurned();
    }
}

} // namespace anjungan
