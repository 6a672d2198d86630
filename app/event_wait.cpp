// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/event_wait.h"

#include "storage/system_clock.h"

#include <QCoreApplication>
#include <QTest>

namespace anjungan {

bool waitUntil(const std::function<bool()>& isDone, std::chrono::milliseconds patience)
{
    const SystemClock clock;
    const auto end = clock.steady() + patience;
    while (!isDone()) {
        if (clock.steady() > end)
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 5);
        QTest::qWait(1);
    }
    return true;
}

void waitFor(std::chrono::milliseconds time)
{
    (void)waitUntil([] { return false; }, time);
}

} // namespace anjungan
