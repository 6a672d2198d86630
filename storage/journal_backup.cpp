// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal_backup.h"

#include "storage/files.h"
#include "storage/schema.h"

#include <filesystem>
#include <memory>

namespace anjungan {

namespace {

using sqlite::Database;

constexpr int busyTriesMax = 50;
constexpr int busyWaitMs = 100;

void removeDatabase(const std::string& path)
{
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
        std::error_code ignored;
        std::filesystem::remove(path + suffix, ignored);
    }
}

/// Copies what `from` sees to `to`, page by page.
Result<void> copyPages(Database& from, Database& to, const std::function<void()>& afterStep)
{
    // One read transaction over all steps: else each write of the node would begin the copy again.
    if (Result<void> begun = from.execute("BEGIN"); !begun)
        return begun;
    if (const auto seen = from.number("SELECT count(*) FROM sqlite_schema"); !seen)
        return tl::unexpected(seen.error());

    sqlite3_backup* copy = sqlite3_backup_init(to.connection(), "main", from.connection(), "main");
    if (!copy)
        return tl::unexpected(sqlite::errorOf(to.connection(), sqlite3_errcode(to.connection()), "backup"));
    int code = SQLITE_OK;
    for (int tries = 0; code != SQLITE_DONE && tries < busyTriesMax;) {
        code = sqlite3_backup_step(copy, backupStepPages);
        if (code == SQLITE_BUSY || code == SQLITE_LOCKED) {
            ++tries;
            sqlite3_sleep(busyWaitMs);
        } else if (code != SQLITE_OK) {
            break;
        } else if (afterStep) {
            afterStep();
        }
    }
    sqlite3_backup_finish(copy);
    from.rollBack();
    if (code != SQLITE_DONE)
        return tl::unexpected(sqlite::errorOf(to.connection(), code, "backup"));
    return {};
}

/// A copy is one file: it leaves write-ahead logging, which the next node that opens it turns on again.
Result<void> copyJournal(const std::string& path, const std::string& target,
                         const std::function<void()>& afterStep)
{
    Result<Database> from = openJournalFile(path, Database::Mode::ReadOnly);
    if (!from)
        return tl::unexpected(from.error());
    Result<Database> to = Database::open(target, Database::Mode::Create);
    if (!to)
        return tl::unexpected(to.error());
    return copyPages(*from, *to, afterStep).and_then([&] {
        return to->execute("PRAGMA journal_mode = DELETE");
    });
}

Result<void> copyWhole(const std::string& path, const std::string& target,
                       const std::function<void()>& afterStep)
{
    return copyJournal(path, target, afterStep).and_then([&] { return syncFile(target); });
}

} // namespace

Result<JournalReport> backupJournal(const std::string& path, const std::string& target, const Hasher& hasher,
                                    const std::function<void()>& afterStep)
{
    std::error_code problem;
    if (std::filesystem::exists(std::filesystem::symlink_status(target, problem)))
        return refuse("file-exists", target);
    const std::string part = target + ".part";
    const Result<FileLock> lock = FileLock::take(part);
    if (!lock)
        return tl::unexpected(lock.error());
    removeDatabase(part);
    if (Result<void> copied = copyWhole(path, part, afterStep); !copied) {
        removeDatabase(part);
        return tl::unexpected(copied.error());
    }
    Result<JournalReport> report = verifyJournal(part, hasher);
    if (!report)
        return report;
    Result<void> named = report->problems.empty() ? renameDurablyToNew(part, target)
                                                  : renameDurably(part, target + ".unsound");
    if (!named)
        return tl::unexpected(named.error());
    std::filesystem::remove(part + ".lock", problem);
    return report;
}

} // namespace anjungan
