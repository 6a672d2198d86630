// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/faces.h"
#include "app/rehearsal/touch_driver.h"
#include "app/rehearsal/visitor.h"

#include <deque>
#include <functional>
#include <QElapsedTimer>
#include <set>

namespace anjungan {

/// What is asked of somebody who works at a counter of the rehearsal, beside calling and serving.
struct Duties
{
    std::set<QueueId> tends;     ///< whose lists are this counter's: each queue's are one counter's
    std::function<void()> serve; ///< lets the time of a service go by
    /// Nobody is called of whom it is not known yet what she means to do.
    bool onlyVisitors = false;
};

/// Somebody who works at a counter, by the keys and the touches of its screen, as each visitor's course asks.
class StaffHand
{
public:
    /// The face must outlive it.
    StaffHand(CounterFace& face, CounterId counter, StaffId staff, Duties duties,
              std::filesystem::path pictures);

    /// `pin` is hers for the first sign-in; empty where nobody is asked for one.
    [[nodiscard]] bool signIn(const std::string& pin = {});

    /// Does the next thing there is to do; false if there was nothing, or if it did not work. `services` are
    /// what visitors may be sent on to.
    [[nodiscard]] bool doNext(std::deque<Visitor>& visitors, const std::vector<ServiceId>& services);

    [[nodiscard]] const CounterId& counter() const { return m_counter; }

private:
    [[nodiscard]] bool typePin(const std::string& pin);
    [[nodiscard]] const Site& site() const { return m_face.follower.site(); }
    [[nodiscard]] const Leg* openLeg() const;
    [[nodiscard]] static Visitor* visitorOf(std::deque<Visitor>& visitors, const TicketId& ticket);

    [[nodiscard]] bool tendTheLists(std::deque<Visitor>& visitors);
    [[nodiscard]] bool onRow(const char* list, const Visitor& visitor, const LegId& leg, const char* act,
                             const char* confirm = nullptr);
    [[nodiscard]] bool callNext(std::deque<Visitor>& visitors);
    [[nodiscard]] bool attend(Visitor* visitor, const LegId& id, const std::vector<ServiceId>& services);
    [[nodiscard]] bool attendCalled(Visitor& visitor, const LegId& id);
    [[nodiscard]] bool attendServing(Visitor& visitor, const LegId& id,
                                     const std::vector<ServiceId>& services);
    [[nodiscard]] bool transfer(Visitor& visitor, const LegId& id, const std::vector<ServiceId>& services);
    [[nodiscard]] bool finish(const LegId& id);
    [[nodiscard]] bool pressUntil(Qt::Key key, const std::function<bool()>& isDone);
    [[nodiscard]] bool stateIs(const LegId& leg, LegState state) const;

    CounterFace& m_face;
    CounterId m_counter;
    StaffId m_staff;
    Duties m_duties;
    TouchDriver m_driver;
    QElapsedTimer m_sinceStroke;
};

} // namespace anjungan
