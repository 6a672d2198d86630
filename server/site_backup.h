// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/crypto.h"
#include "core/site.h"
#include "server/data_directory.h"

#include <functional>
#include <optional>
#include <vector>

/// A server's whole data directory as a backup: a directory, for its owner alone, with a copy of each file
/// and `manifest.json`, which names them with their BLAKE2b-256.
///
/// It holds the site's keys: whoever has it can be the site.
namespace anjungan {

inline constexpr std::string_view manifestName = "manifest.json";

struct BackupReport
{
    std::filesystem::path path;
    SiteId site;
    Instant made{};
    std::uint64_t bytes = 0;
    bool hasLog = false; ///< false: the log lies in PostgreSQL, or nothing was served yet
    std::uint64_t events = 0;
    std::uint64_t tickets = 0;
    Position head;
    std::optional<Instant> lastTime; ///< of the log's last event
};

/// Copies a data directory, also while it is served. Where `target` is a directory that exists, the backup is
/// made in it as `<site>-<time>`. Everything acknowledged before the call is in it. What was copied is
/// checked
/// (`verifyJournal`, hashes); written as `<name>.part`, synced, then named: one that is there is whole.
/// `afterStep` as in `backupJournal`.
/// Errors: `directory-unusable`, `file-exists`, `backup-unsound` (with the first problem of the log),
/// `file-missing`, the journal's, `disk-full`, `disk-error`.
[[nodiscard]] Result<BackupReport> backupSite(const DataDirectory& directory,
                                              const std::filesystem::path& target, const Hasher& hasher,
                                              Instant now, const std::function<void()>& afterStep = {});

/// Reads a whole backup: every file's hash, and the log as `verifyJournal` does. Errors: `backup-invalid` (no
/// backup, or a file missing or changed), `backup-unsound`, the journal's.
[[nodiscard]] Result<BackupReport> verifyBackup(const std::filesystem::path& backup, const Hasher& hasher);

/// What the manifest says alone. Errors: `backup-invalid`.
[[nodiscard]] Result<BackupReport> readManifest(const std::filesystem::path& backup);

/// The backups of a site in a folder that `backupSite` named itself, the newest first. Unfinished ones and
/// whatever else is there are not among them.
[[nodiscard]] std::vector<BackupReport> backupsIn(const std::filesystem::path& folder, const SiteId& site);

} // namespace anjungan
