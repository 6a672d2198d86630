// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sqlite.h"

namespace anjungan {

/// "Anju": what `PRAGMA application_id` says of a file of ours.
inline constexpr std::int64_t journalApplicationId = 0x416E6A75;
/// `PRAGMA user_version` of the newest schema that this program knows.
inline constexpr std::int64_t journalSchemaVersion = 2;

/// Makes a journal at `path`, which must not exist: whole and synced under another name first, then
/// renamed. So a journal that is there but empty has been damaged, and is never taken for a new one.
[[nodiscard]] Result<void> createJournalFile(const std::string& path);

/// Opens a journal that exists, checks whose it is and brings it to the newest schema, a version a
/// transaction (not when read-only: then the caller may meet an older one). WAL and `synchronous=FULL`: a
/// commit that returned is on disk. Errors: `journal-missing`, `journal-foreign` (a database, but not ours),
/// `journal-newer` (written by a newer version of this software), `journal-corrupt`, and those of
/// `sqlite::errorOf`.
[[nodiscard]] Result<sqlite::Database> openJournalFile(const std::string& path, sqlite::Database::Mode mode);

} // namespace anjungan
