// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"
#include "storage/sqlite.h"

/// What a server keeps beside the log in SQLite files of its own (`access.db`, `watched.db`): each that keeps
/// something has its own tables and its own connection, the command line as a process beside.
namespace anjungan {

/// Makes the file, and the tables of `schema`, where they are missing. Errors: the database's.
[[nodiscard]] Result<sqlite::Database> openServerDatabase(const std::string& path, const std::string& schema);

/// How times stand in it: milliseconds since 1970.
[[nodiscard]] inline std::int64_t millisecondsOf(Instant instant)
{
    return instant.time_since_epoch().count();
}
[[nodiscard]] inline Instant instantOf(std::int64_t milliseconds)
{
    return Instant(std::chrono::milliseconds(milliseconds));
}

} // namespace anjungan
