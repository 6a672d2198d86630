// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"

#include <atomic>

namespace anjungan {

/// A clock that moves when it is told to. Thread-safe.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(Instant now = Instant(std::chrono::sys_days(std::chrono::year(2026) / 11 / 23) +
                                             std::chrono::hours(2)))
        : m_now(now)
    {}

    [[nodiscard]] Instant now() const override { return m_now; }
    [[nodiscard]] std::chrono::milliseconds steady() const override { return m_steady; }

    /// Time passes: both clocks.
    void advance(std::chrono::milliseconds time)
    {
        m_now = m_now.load() + time;
        m_steady = m_steady.load() + time;
    }
    /// Somebody sets the wall clock: `steady` does not notice.
    void setNow(Instant now) { m_now = now; }
    void setSteady(std::chrono::milliseconds steady) { m_steady = steady; }

private:
    std::atomic<Instant> m_now;
    std::atomic<std::chrono::milliseconds> m_steady{std::chrono::milliseconds(0)};
};

} // namespace anjungan
