// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/event_columns.h"
#include "storage/sqlite.h"

namespace anjungan {

/// Reads a row that selects `eventColumns`. Errors: `journal-corrupt` with the position.
[[nodiscard]] Result<Event> eventFromRow(const sqlite::Statement& row);

} // namespace anjungan
