// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/face_clock.h"

#include <QObject>

namespace anjungan {

/// Counts down to an end that a citizen may put off as often as she likes. It knows nothing of what ends.
class IdleWatch : public QObject
{
    Q_OBJECT

public:
    /// `clock` must outlive it.
    explicit IdleWatch(const FaceClock& clock, QObject* parent = nullptr);

    /// `ended` comes after `quiet` and then `warning`; `changed` when the warning begins and each second
    /// of it. Any earlier count-down is over.
    void start(std::chrono::milliseconds quiet, std::chrono::milliseconds warning);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running; }

    /// She is there: the time starts again, unless the warning has begun, which asks for an answer.
    void touched();
    /// The answer to the warning: `time` from now until the next warning.
    void extend(std::chrono::milliseconds time);
    /// At least that long until the end.
    void atLeast(std::chrono::milliseconds time);

    [[nodiscard]] bool isWarning() const;
    /// Until the end, whole seconds, at least 1 while it runs.
    [[nodiscard]] int secondsLeft() const;
    /// What is left of the warning, 1 to 0.
    [[nodiscard]] double partLeft() const;

signals:
    void changed();
    void ended();

private:
    void look();

    const FaceClock& m_clock;
    bool m_running = false;
    std::chrono::milliseconds m_quiet{};
    std::chrono::milliseconds m_warning{};
    std::chrono::milliseconds m_warnAt{};
};

} // namespace anjungan
