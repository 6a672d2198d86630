// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "counter/counter_rig.h"

#include <gmock/gmock.h>
#include <set>

namespace anjungan {

/// A hall, and what tests of the desk do with it.
class DeskTest : public testing::Test
{
protected:
    using Act = DeskActs::Act;

    /// Presses an act, lets it arrive, and lets a moment pass so that no guard stands in the way.
    static void perform(Desk& desk, Act act)
    {
        desk.desk().acts()->perform(act);
        Desk::settle();
        desk.pass(std::chrono::seconds(4));
    }

    [[nodiscard]] const Leg& leg(const TicketId& ticket, std::uint8_t index = 0) const
    {
        return *hall.queue.site().find(LegId{ticket, index});
    }

    static std::set<Act> legal(Desk& desk)
    {
        std::set<Act> acts;
        for (const Act act : {Act::Primary, Act::Recall, Act::NoShow, Act::Park, Act::Transfer, Act::Finish,
                              Act::Withdraw, Act::TakeNumber, Act::ChooseOutcome}) {
            if (desk.desk().acts()->isLegal(act))
                acts.insert(act);
        }
        return acts;
    }

    template <typename Body>
    [[nodiscard]] int countOf() const
    {
        int count = 0;
        for (const Event& event : hall.queue.journal.events())
            count += std::holds_alternative<Body>(event.body) ? 1 : 0;
        return count;
    }

    Hall hall;
};

} // namespace anjungan
