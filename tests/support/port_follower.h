// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/queue_port.h"

#include <condition_variable>
#include <mutex>

namespace anjungan {

using namespace std::chrono_literals;

/// Collects what a follower is told.
struct PortFollower
{
    QueuePort::Observer observer()
    {
        return {[this](std::span<const Event> events) {
                    const std::lock_guard lock(mutex);
                    ++calls;
                    for (const Event& event : events)
                        positions.push_back(event.position->n);
                    changed.notify_all();
                },
                [this](const Connection& told) {
                    const std::lock_guard lock(mutex);
                    connection = told;
                    changed.notify_all();
                }};
    }
    bool waitFor(const std::function<bool()>& isDone)
    {
        std::unique_lock lock(mutex);
        return changed.wait_for(lock, 10s, isDone);
    }
    bool hasNoGaps(std::uint64_t from = 1)
    {
        const std::lock_guard lock(mutex);
        for (std::size_t i = 0; i < positions.size(); ++i) {
            if (positions[i] != from + i)
                return false;
        }
        return true;
    }

    std::mutex mutex;
    std::condition_variable changed;
    std::vector<std::uint64_t> positions;
    int calls = 0;
    std::optional<Connection> connection;
};

} // namespace anjungan
