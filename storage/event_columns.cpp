// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/event_columns.h"

#include <fmt/format.h>
#include <limits>

namespace anjungan {

namespace {

constexpr std::size_t subjectLengthMax = 64;
constexpr std::uint64_t integerMax = std::numeric_limits<std::int64_t>::max();

} // namespace

Result<void> checkStorable(const Event& event)
{
    if (!event.position || event.position->n == 0 || event.position->n > integerMax)
        return refuse("event-invalid", "no position in the log");
    if (event.origin.device.empty() || event.act.actor.device.empty())
        return refuse("event-invalid", "no device");
    if (event.act.actor.staff && event.act.actor.staff->empty())
        return refuse("event-invalid", "no name of staff");
    if (event.origin.sequence > integerMax || (event.base && event.base->n > integerMax))
        return refuse("event-invalid", "a number beyond 63 bits");
    if (event.subject.empty() || event.subject.size() > subjectLengthMax)
        return refuse("event-invalid", "the subject's length");
    return {};
}

Result<void> checkContinues(const Position& head, std::span<const Event> events)
{
    Position last = head;
    for (const Event& event : events) {
        if (Result<void> storable = checkStorable(event); !storable)
            return storable;
        if (event.position->n != last.n + 1 || event.position->epoch < last.epoch)
            return refuse("journal-conflict",
                          fmt::format("position {}.{} does not follow {}.{}", event.position->epoch,
                                      event.position->n, last.epoch, last.n));
        last = *event.position;
    }
    return {};
}

} // namespace anjungan
