// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"

#include <nlohmann/json.hpp>
#include <span>

/// How an event stands in columns, whatever the database: the envelope in its own, the body as JSON text.
namespace anjungan {

/// The columns of the event table, in the order in which `bindEvent` and `readEvent` (event_reader.h) use
/// them.
inline constexpr std::string_view eventColumns =
    "n, epoch, idx, device, incarnation, sequence, previous, command, time, actor_device, actor_staff, "
    "base_epoch, base_n, subject, kind, body";
inline constexpr int eventColumnCount = 16;

/// Whether an event could be read back after it was written. Errors: `event-invalid`.
[[nodiscard]] Result<void> checkStorable(const Event& event);

/// Whether the events follow `head` without a gap, and each is storable. Errors: `journal-conflict`,
/// `event-invalid`.
[[nodiscard]] Result<void> checkContinues(const Position& head, std::span<const Event> events);

/// The JSON text that `write` makes. Errors: `event-invalid` (a text in it is not UTF-8).
template <typename Write>
[[nodiscard]] Result<std::string> storedText(Write write)
{
    try {
        return write();
    } catch (const nlohmann::json::exception& problem) {
        return refuse("event-invalid", problem.what());
    }
}

/// Binds a storable event. `Target` has the functions `bind` and `bindNull` of `sqlite::Statement`.
template <typename Target>
void bindEvent(Target& target, const Event& event, const std::string& body)
{
    target.bind(static_cast<std::int64_t>(event.position->n))
        .bind(std::int64_t{event.position->epoch})
        .bind(std::int64_t{event.index})
        .bind(event.origin.device.text())
        .bind(event.origin.incarnation.bytes())
        .bind(static_cast<std::int64_t>(event.origin.sequence))
        .bind(event.origin.previous)
        .bind(event.act.command.bytes())
        .bind(std::int64_t{event.act.time.time_since_epoch().count()})
        .bind(event.act.actor.device.text());
    if (event.act.actor.staff)
        target.bind(event.act.actor.staff->text());
    else
        target.bindNull();
    if (event.base)
        target.bind(std::int64_t{event.base->epoch}).bind(static_cast<std::int64_t>(event.base->n));
    else
        target.bindNull().bindNull();
    target.bind(event.subject).bind(kindOf(event.body)).bind(body);
}

/// Binds the columns (ticket, day, prefix, series, value, n) of the projection of tickets: what keeps a
/// number, or a ticket, from being given twice. `n` is the position.
template <typename Target>
void bindTicket(Target& target, const TicketIssued& issued, std::uint64_t n)
{
    target.bind(issued.ticket.bytes())
        .bind(std::int64_t{issued.day.time_since_epoch().count()})
        .bind(issued.number.prefix)
        .bind(std::int64_t{issued.number.series})
        .bind(std::int64_t{issued.number.value})
        .bind(static_cast<std::int64_t>(n));
}

} // namespace anjungan
