// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/put_back.h"
#include "server/site_backup.h"

/// Putting a site's server back from a backup. What was decided after the backup is lost, but devices have
/// seen it and citizens hold its numbers. So the log goes on in a new epoch, at which every device that holds
/// a lost event takes a snapshot; and on numbers that nobody can hold.
namespace anjungan {

struct LostNumbers
{
    /// The lost server's `numbers.mark`, where that file can still be read: exact to `NumberMarkFile::block`.
    std::filesystem::path mark;
    /// Else: the highest number that a citizen can hold today, of any prefix. 0: none was given since.
    std::optional<std::uint16_t> above;
};

/// Checks a backup whole (`verifyBackup`), copies it to `target` (not there, or empty), checks the copy and
/// leaves the note of `PutBack` in it; named only once it is whole. Errors: `directory-exists`,
/// `numbers-doubtful` (neither of `LostNumbers`), `mark-invalid`, `number-invalid`, those of `verifyBackup`,
/// `disk-full`, `disk-error`.
[[nodiscard]] Result<BackupReport> restoreSite(const std::filesystem::path& backup,
                                               const DataDirectory& target, const LostNumbers& lost,
                                               const Hasher& hasher, Instant now);

/// The note alone, in a directory whose log was put back by other means: a database restored by its own
/// tools. `head` of the log; its epoch may be unknown (0).
[[nodiscard]] Result<void> noteRestored(const DataDirectory& directory, const Position& head,
                                        const LostNumbers& lost, Instant now);

} // namespace anjungan
