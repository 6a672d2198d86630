// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/command.h"
#include "core/site.h"

#include <vector>

namespace anjungan {

/// What a command would change: events without the envelope that only a node can give them.
struct Change
{
    Subject subject;
    EventBody body;
};

/// Decides a command on a state. Pure: no clock, no chance, no effect.
///
/// Either the changes, all of which happen or none, or a refusal. Codes of refusals: `no-catalogue`,
/// `catalogue-old`, `update-me`, `ticket-exists`, `ticket-unknown`, `leg-unknown`, `service-unknown`,
/// `class-unknown`, `counter-unknown`, `counter-closed`, `counter-busy`, `counter-taken`,
/// `counter-other-queue`, `service-closed`, `quota-spent`, `numbers-spent`, `too-many-services`,
/// `no-service`, `nobody-waiting`, `citizen-elsewhere`, `episode-over`, `act-illegal`, `text-too-long`.
[[nodiscard]] Result<std::vector<Change>> decide(const Site& site, const Command& command, Instant now);

/// What time alone demands now, as commands for the authority to submit as itself.
[[nodiscard]] std::vector<CommandBody> due(const Site& site, Instant now);

/// How long a call may stay unacknowledged before it goes back to its place.
inline constexpr std::chrono::seconds acknowledgeWithin{15};

} // namespace anjungan
