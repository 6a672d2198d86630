// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/staff_registry.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <thread>

namespace anjungan {

/// Checks PINs on a thread of its own, one after the other: each takes a tenth of a second and much memory.
/// Thread-safe.
class StaffDesk
{
public:
    /// Enough for a building that opens in the morning; more are told to come again.
    static constexpr std::size_t waitingMax = 64;

    /// `registry` must live longer.
    explicit StaffDesk(StaffRegistry& registry);
    /// Answers who still waits with `closed`.
    ~StaffDesk();
    StaffDesk(const StaffDesk&) = delete;
    StaffDesk& operator=(const StaffDesk&) = delete;

    struct SignIn
    {
        StaffId staff;
        DeviceId device;
        std::string pin;
        std::optional<std::string> newPin;
        Instant now{};
    };
    using Reply = std::function<void(const Result<StaffMember>&)>;
    /// Errors: those of `StaffRegistry::signIn`, `too-busy`, `closed`.
    void signIn(SignIn wanted, Reply reply);

    [[nodiscard]] StaffRegistry& registry() { return m_registry; }

private:
    void run();

    StaffRegistry& m_registry;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::pair<SignIn, Reply>> m_waiting;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace anjungan
