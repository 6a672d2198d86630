// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"
#include "storage/sqlite.h"

#include <nlohmann/json.hpp>

namespace anjungan {

/// The columns of the event table, in the order in which `bindEvent` and `eventFromRow` use them.
inline constexpr std::string_view eventColumns =
    "n, epoch, idx, device, incarnation, sequence, previous, command, time, actor_device, actor_staff, "
    "base_epoch, base_n, subject, kind, body";
inline constexpr int eventColumnCount = 16;

/// Whether an event could be read back after it was written. Errors: `event-invalid`.
[[nodiscard]] Result<void> checkStorable(const Event& event);

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

/// Binds a storable event. The event and `body` must outlive the statement's run.
void bindEvent(sqlite::Statement& statement, const Event& event, const std::string& body);

/// Reads a row that selects `eventColumns`. Errors: `journal-corrupt` with the position.
[[nodiscard]] Result<Event> eventFromRow(const sqlite::Statement& row);

} // namespace anjungan
