// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exit_code.h"
#include "app/house/house.h"
#include "app/rehearsal/stage.h"
#include "app/rehearsal/summary.h"
#include "face/site_follower.h"

namespace anjungan {

/// A day of a building without anybody there, in which every machine is a process and plays its own part.
/// Watches it through the manager's device, ends it when every visit has ended, and checks what is left: the
/// server's journal, each kiosk's slips, and how each process ended.
class HouseDay
{
public:
    /// The references must outlive it.
    HouseDay(House& house, const HouseOptions& options);

    /// Plays it, writes `summary.json` and says in a few lines how it went. CheckFailed where anything is not
    /// as intended.
    [[nodiscard]] ExitCode run();

private:
    [[nodiscard]] Result<void> prepare();
    /// Whether every visit has ended; stops where nothing happens any more.
    [[nodiscard]] bool watch();
    [[nodiscard]] bool isFacesAlive();
    [[nodiscard]] bool tendServer();
    [[nodiscard]] bool isOver() const;
    [[nodiscard]] bool endFaces();
    [[nodiscard]] ExitCode conclude(bool played);
    [[nodiscard]] nlohmann::ordered_json facts(std::vector<double>& slips_ms) const;
    [[nodiscard]] const Site& site() const { return m_follower->site(); }

    House& m_house;
    const HouseOptions& m_options;
    Stage m_stage;
    std::unique_ptr<SiteFollower> m_follower;
    std::deque<Visitor> m_visitors;
    int m_serverKills = 0;
};

} // namespace anjungan
