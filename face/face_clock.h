// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue.h"
#include "core/ports/clock.h"

#include <QObject>
#include <QTimer>

namespace anjungan {

/// The injected clock as QML and view models see it: ticks once a second, tells when the minute turns.
class FaceClock : public QObject
{
    Q_OBJECT

public:
    explicit FaceClock(const Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] Instant now() const { return m_clock.now(); }
    [[nodiscard]] std::chrono::milliseconds steady() const { return m_clock.steady(); }

    /// Looks at the clock at once: for whoever moved it.
    void look();

signals:
    void ticked();
    void minuteTurned();

private:
    const Clock& m_clock;
    QTimer m_timer;
    Instant m_minute{};
};

} // namespace anjungan
