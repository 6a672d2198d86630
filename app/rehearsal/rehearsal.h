// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/building.h"
#include "app/demo_clock.h"
#include "app/demo_options.h"
#include "app/exit_code.h"
#include "app/faces.h"
#include "app/rehearsal/kiosk_hand.h"
#include "app/rehearsal/staff_hand.h"
#include "app/rehearsal/summary.h"
#include "app/rehearsal/visitor.h"

#include <atomic>
#include <deque>
#include <memory>

namespace anjungan {

/// A day in the building without anybody there: visitors touch the real kiosk, staff press the keys of real
/// counters, the real display and voice tell of it; then everything is checked against what was meant to
/// happen. Needs a QGuiApplication.
class Rehearsal
{
public:
    /// The references must outlive it.
    Rehearsal(Building& building, const Config& config, const Places& places, DemoClock& clock,
              const DemoOptions& options);

    /// Plays it, writes `summary.json` and says in a few lines how it went. CheckFailed where a visit did
    /// not end as intended, a number or a call came twice, or the journal is not sound.
    [[nodiscard]] ExitCode run();

private:
    struct Desk
    {
        std::unique_ptr<CounterFace> face;
        std::unique_ptr<StaffHand> hand;
    };

    [[nodiscard]] bool openDesks();
    [[nodiscard]] std::vector<ServiceId> servicesAtDesks() const;
    [[nodiscard]] bool visit(Visitor& visitor);
    void workDesks();
    [[nodiscard]] bool finishTheDay();
    [[nodiscard]] const Site& site() const { return m_kiosk.follower.site(); }
    [[nodiscard]] ExitCode conclude(bool played);

    Building& m_building;
    const Config& m_config;
    const Places& m_places;
    DemoClock& m_clock;
    const DemoOptions& m_options;
    std::filesystem::path m_screens;
    KioskFace m_kiosk;
    DisplayFace m_display;
    std::unique_ptr<TouchDriver> m_displayEye;
    std::unique_ptr<KioskHand> m_kioskHand;
    SlipTimes m_slipTimes;
    std::shared_ptr<std::atomic<int>> m_unspoken = std::make_shared<std::atomic<int>>(0);
    std::vector<Desk> m_desks;
    std::deque<Visitor> m_visitors;
};

} // namespace anjungan
