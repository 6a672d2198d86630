// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/postgres.h"

namespace anjungan::postgres {

/// The newest schema that this program knows; stands in the table `anjungan.schema_version`.
inline constexpr std::int64_t schemaVersion = 1;

/// For how many months ahead of the current one the table of events has a partition.
inline constexpr int monthsAhead = 3;

/// Connects to a database that holds the logs of sites, in its schema `anjungan`: made here where it is
/// missing, and brought to the newest version, a version a transaction. Several processes may do so at once.
/// Errors: `journal-newer` (written by a newer version of this software), `journal-not-durable` (the server
/// runs without fsync), `journal-refused` (no right to make the schema), those of `Connection`.
[[nodiscard]] Result<Connection> openDatabase(const std::string& url);

/// Makes the partitions that are missing from the current month to `monthsAhead`, by the database's clock.
/// Where one cannot be made, its events stand in the default partition, and nothing is lost.
[[nodiscard]] Result<void> makePartitions(Connection& connection);

} // namespace anjungan::postgres
