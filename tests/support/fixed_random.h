// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/random.h"

#include <mutex>

namespace anjungan {

/// The same bytes for the same seed (splitmix64), on every machine. Thread-safe.
class FixedRandom final : public Random
{
public:
    explicit FixedRandom(std::uint64_t seed = 1)
        : m_state(seed)
    {}

    void fill(std::span<std::uint8_t> bytes) override
    {
        const std::lock_guard lock(m_mutex);
        std::uint64_t word = 0;
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            if (i % 8 == 0)
                word = next();
            bytes[i] = static_cast<std::uint8_t>(word >> (i % 8 * 8));
        }
    }

    /// 0 to `bound` - 1.
    [[nodiscard]] std::uint64_t below(std::uint64_t bound)
    {
        const std::lock_guard lock(m_mutex);
        return next() % bound;
    }

private:
    std::uint64_t next()
    {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15U);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31);
    }

    std::mutex m_mutex;
    std::uint64_t m_state;
};

} // namespace anjungan
