// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/event_row.h"

#include "storage/event_reader.h"

namespace anjungan {

Result<Event> eventFromRow(const sqlite::Statement& row)
{
    return readEvent(row);
}

} // namespace anjungan
