// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/journal.h"
#include "core/site.h"

#include <functional>
#include <string>

namespace anjungan {

/// What of a site goes on when its day is over, as JSON: people, machines, counters, the pace of services and
/// whoever was left waiting; the catalogue by its position in the log. Equal sites give equal texts.
[[nodiscard]] std::string checkpointOf(const Site& site);

/// Whether an event is the first of a later day: what the site is before it is a day's end.
[[nodiscard]] bool beginsDay(const Site& site, const EventBody& event);

/// The site at the end of the day of which a checkpoint tells: the day's tickets are not in it. What answers
/// were given before it only the journal knows. `eventAt` is asked for the catalogue's event.
/// Errors: `checkpoint-invalid`, and those of `eventAt`.
[[nodiscard]] Result<Site> siteOf(const Checkpoint& checkpoint,
                                  const std::function<Result<std::optional<Event>>(std::uint64_t)>& eventAt);

} // namespace anjungan
