// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decide.h"

namespace anjungan {

namespace {

/// What a counter is left with that nobody closed before its day was over. Whoever was called goes back to
/// her place, to be continued at the next opening; whoever was being served went home served.
void closeForgotten(const CounterId& id, const CounterDesk& desk, const Leg* leg,
                    std::vector<CommandBody>& commands)
{
    if (leg && leg->state == LegState::Called)
        commands.emplace_back(WithdrawCall{{*desk.openLeg, leg->open->id}});
    if (leg && leg->state == LegState::Serving) {
        FinishLeg finish{{*desk.openLeg, leg->open->id}};
        finish.unmeasured = true;
        commands.emplace_back(finish);
    }
    commands.emplace_back(ChangeCounter{id, CounterPresence::Closed, std::nullopt});
}

} // namespace

std::vector<CommandBody> due(const Site& site, Instant now)
{
    std::vector<CommandBody> commands;
    if (!site.catalogue())
        return commands;
    const TimeZone zone = site.catalogue()->timeZone;
    for (const auto& [id, desk] : site.desks()) {
        if (desk.presence == CounterPresence::Closed || !site.catalogue()->find(id))
            continue;
        const Leg* leg = desk.openLeg ? site.find(*desk.openLeg) : nullptr;
        if (dayOf(desk.since, zone) < dayOf(now, zone))
            closeForgotten(id, desk, leg, commands);
        else if (leg && leg->state == LegState::Called && !leg->open->acknowledged &&
                 now - leg->open->called >= acknowledgeWithin)
            commands.emplace_back(WithdrawCall{{*desk.openLeg, leg->open->id}});
    }
    return commands;
}

} // namespace anjungan
