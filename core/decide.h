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
/// Either the changes, all of which happen or none, or a refusal with one of these codes:
/// - site: `no-catalogue`, `catalogue-old`, `catalogue-other-site`, `training-differs` (a real site never
///   becomes one of training, nor back), `catalogue-strands` (citizens wait, or are
///   served, where the new one has no counter), `update-me`, `device-invalid`, `device-suspect`,
///   `staff-unknown`, `text-too-long`, `clock-behind`, `number-invalid`,
///   `epoch-old`
/// - issue: `ticket-exists`, `no-service`, `too-many-services`, `service-unknown`, `service-twice`,
///   `service-closed`, `quota-spent`, `turn-too-late`, `class-unknown`, `numbers-spent`, `clock-behind`,
///   `nothing-left` (no ticket of an earlier day to continue), `continued-already`
/// - counters: `counter-unknown`, `counter-closed`, `counter-busy`, `counter-taken`,
///   `counter-other-queue`, `nobody-waiting`, `citizen-elsewhere`
/// - acts: `ticket-unknown`, `leg-unknown`, `episode-over`, `act-illegal`, `act-too-late`, `undo-not-yours`,
///   `nothing-to-undo`, `quantity-invalid`
[[nodiscard]] Result<std::vector<Change>> decide(const Site& site, const Command& command, Instant now);

/// What time alone demands now, as commands for the authority to submit as itself.
[[nodiscard]] std::vector<CommandBody> due(const Site& site, Instant now);

/// How long a call may stay unacknowledged before it goes back to its place.
inline constexpr std::chrono::seconds acknowledgeWithin{15};
/// How long whoever did an act may undo it.
inline constexpr std::chrono::seconds undoWithin{60};
/// How long a finished leg may be served again.
inline constexpr std::chrono::minutes reopenWithin{10};

} // namespace anjungan
