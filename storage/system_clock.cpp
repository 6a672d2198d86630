// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/system_clock.h"

#include <ctime>

namespace anjungan {

Instant SystemClock::now() const
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()) + m_ahead;
}

std::chrono::milliseconds SystemClock::steady() const
{
    // The clock that goes on while the machine sleeps: a kiosk that was put to sleep over night woke up at
    // the right time, and its wall clock was not set.
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::seconds(now.tv_sec) +
                                                                 std::chrono::nanoseconds(now.tv_nsec));
}

} // namespace anjungan
