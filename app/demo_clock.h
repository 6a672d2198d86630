// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"

#include <atomic>

namespace anjungan {

/// The system's clock, moved to a moment at which the demonstration's site is open. Thread-safe.
class DemoClock final : public Clock
{
public:
    explicit DemoClock(const Clock& system)
        : m_system(system)
    {}

    [[nodiscard]] Instant now() const override { return m_system.now() + m_offset.load(); }
    [[nodiscard]] std::chrono::milliseconds steady() const override { return m_system.steady(); }

    void setNow(Instant now) { m_offset = now - m_system.now(); }
    /// Time goes by at once, for whoever looks at the wall clock; nobody's patience is used up.
    void skip(std::chrono::milliseconds time) { m_offset = m_offset.load() + time; }

private:
    const Clock& m_system;
    std::atomic<std::chrono::milliseconds> m_offset{};
};

} // namespace anjungan
