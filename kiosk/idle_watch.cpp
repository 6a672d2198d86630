// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/idle_watch.h"

#include <algorithm>

namespace anjungan {

IdleWatch::IdleWatch(const FaceClock& clock, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
{
    connect(&m_clock, &FaceClock::ticked, this, &IdleWatch::look);
}

void IdleWatch::start(std::chrono::milliseconds quiet, std::chrono::milliseconds warning)
{
    m_running = true;
    m_quiet = quiet;
    m_warning = warning;
    m_warnAt = m_clock.steady() + quiet;
    emit changed();
}

void IdleWatch::stop()
{
    m_running = false;
    emit changed();
}

void IdleWatch::touched()
{
    if (m_running && !isWarning())
        m_warnAt = std::max(m_warnAt, m_clock.steady() + m_quiet);
}

void IdleWatch::extend(std::chrono::milliseconds time)
{
    if (!m_running)
        return;
    m_warnAt = std::max(m_warnAt, m_clock.steady() + time);
    emit changed();
}

void IdleWatch::atLeast(std::chrono::milliseconds time)
{
    if (!m_running)
        return;
    m_warnAt = std::max(m_warnAt, m_clock.steady() + time - m_warning);
    emit changed();
}

bool IdleWatch::isWarning() const
{
    return m_running && m_clock.steady() >= m_warnAt;
}

int IdleWatch::secondsLeft() const
{
    const auto left = m_warnAt + m_warning - m_clock.steady();
    return std::max(1, static_cast<int>(std::chrono::ceil<std::chrono::seconds>(left).count()));
}

double IdleWatch::partLeft() const
{
    const auto left = m_warnAt + m_warning - m_clock.steady();
    return m_warning.count() <= 0
               ? 0.0
               : std::clamp(static_cast<double>(left.count()) / static_cast<double>(m_warning.count()), 0.0,
                            1.0);
}

void IdleWatch::look()
{
    if (!isWarning())
        return;
    if (m_clock.steady() >= m_warnAt + m_warning) {
        m_running = false;
        emit ended();
        return;
    }
    emit changed();
}

} // namespace anjungan
