// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/schema.h"

#include "storage/files.h"

#include <array>
#include <filesystem>
#include <fmt/format.h>

namespace anjungan {

namespace {

/// Step i leads from schema version i to i + 1. A step that was released is never changed.
constexpr std::array<std::string_view, journalSchemaVersion> steps{R"sql(
CREATE TABLE event (
    n INTEGER PRIMARY KEY,
    epoch INTEGER NOT NULL,
    idx INTEGER NOT NULL,
    device TEXT NOT NULL,
    incarnation BLOB NOT NULL,
    sequence INTEGER NOT NULL,
    previous BLOB NOT NULL,
    command BLOB NOT NULL,
    time INTEGER NOT NULL,
    actor_device TEXT NOT NULL,
    actor_staff TEXT,
    base_epoch INTEGER,
    base_n INTEGER,
    subject TEXT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (command, idx),
    UNIQUE (device, incarnation, sequence)
) STRICT;
CREATE TABLE ticket (
    ticket BLOB NOT NULL UNIQUE,
    day INTEGER NOT NULL,
    prefix TEXT NOT NULL,
    series INTEGER NOT NULL,
    value INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (day, prefix, series, value)
) STRICT, WITHOUT ROWID;
CREATE TABLE slip (
    id INTEGER PRIMARY KEY,
    ticket BLOB NOT NULL,
    state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3),
    attempts INTEGER NOT NULL DEFAULT 0,
    problem TEXT NOT NULL DEFAULT '',
    reprint INTEGER NOT NULL,
    issued INTEGER NOT NULL,
    slip TEXT NOT NULL
) STRICT;
CREATE INDEX slip_ticket ON slip (ticket);
CREATE INDEX slip_unfinished ON slip (id) WHERE state = 0 OR (state = 1 AND problem <> '');
)sql",
                                                                   R"sql(
CREATE TABLE checkpoint (
    n INTEGER PRIMARY KEY,
    epoch INTEGER NOT NULL,
    time INTEGER NOT NULL,
    link BLOB NOT NULL,
    hash BLOB NOT NULL,
    state BLOB NOT NULL
) STRICT;
CREATE TABLE beginning (
    id INTEGER PRIMARY KEY CHECK (id = 0),
    n INTEGER NOT NULL,
    epoch INTEGER NOT NULL
) STRICT;
INSERT INTO beginning VALUES (0, 0, 0);
)sql"};

/// SQLite takes a file shorter than its header for a new one. Its smallest page has 512 bytes.
constexpr std::uintmax_t databaseSizeMin = 512;

/// One step, if it is still to be done: another connection may have been faster.
Result<bool> migrateOnce(sqlite::Database& database)
{
    if (Result<void> begun = database.execute("BEGIN IMMEDIATE"); !begun)
        return tl::unexpected(begun.error());
    const Result<std::int64_t> version = database.number("PRAGMA user_version");
    if (!version)
        return tl::unexpected(version.error());
    if (*version < journalSchemaVersion) {
        const std::string sql = fmt::format("{} PRAGMA user_version = {}",
                                            steps[static_cast<std::size_t>(*version)], *version + 1);
        if (Result<void> done = database.execute(sql); !done)
            return tl::unexpected(done.error());
    }
    return database.execute("COMMIT").map([&] { return *version + 1 < journalSchemaVersion; });
}

Result<void> migrate(sqlite::Database& database, std::int64_t version)
{
    for (bool more = version < journalSchemaVersion; more;) {
        const Result<bool> done = migrateOnce(database);
        if (!done) {
            database.rollBack();
            return tl::unexpected(done.error());
        }
        more = *done;
    }
    return {};
}

Result<void> buildJournal(const std::string& path)
{
    Result<sqlite::Database> database = sqlite::Database::open(path, sqlite::Database::Mode::Create);
    if (!database)
        return tl::unexpected(database.error());
    return database
        ->execute(fmt::format("PRAGMA application_id = {}; PRAGMA journal_mode = WAL", journalApplicationId))
        .and_then([&] { return migrate(*database, 0); });
}

/// Closing the last connection empties the log beside the file, but does not tell if it could.
Result<void> checkWhole(const std::string& path)
{
    std::error_code ignored;
    if (std::filesystem::exists(path + "-wal", ignored))
        return failTemporarily("disk-error", "the new journal could not be written whole");
    return syncFile(path);
}

} // namespace

Result<void> createJournalFile(const std::string& path)
{
    const std::string unfinished = path + ".new";
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
        std::error_code ignored;
        std::filesystem::remove(unfinished + suffix, ignored);
    }
    return buildJournal(unfinished).and_then([&] { return checkWhole(unfinished); }).and_then([&] {
        return renameDurably(unfinished, path);
    });
}

Result<sqlite::Database> openJournalFile(const std::string& path, sqlite::Database::Mode mode)
{
    std::error_code problem;
    const std::uintmax_t size = std::filesystem::file_size(path, problem);
    if (problem == std::errc::no_such_file_or_directory)
        return failForGood("journal-missing", path);
    if (problem)
        return failForGood("journal-unreachable", path + ": " + problem.message());
    if (size < databaseSizeMin)
        return failForGood("journal-corrupt", fmt::format("{} has only {} bytes left", path, size));

    Result<sqlite::Database> database = sqlite::Database::open(path, mode);
    if (!database)
        return database;
    const Result<std::int64_t> application = database->number("PRAGMA application_id");
    if (!application)
        return tl::unexpected(application.error());
    if (*application != journalApplicationId)
        return failForGood("journal-foreign", fmt::format("{} has application id {}", path, *application));
    const Result<std::int64_t> version = database->number("PRAGMA user_version");
    if (!version)
        return tl::unexpected(version.error());
    if (*version > journalSchemaVersion)
        return failForGood("journal-newer", fmt::format("{} has schema version {}, this program knows {}",
                                                        path, *version, journalSchemaVersion));
    if (mode == sqlite::Database::Mode::ReadOnly)
        return database;

    // The size limit gives the space of a large transaction back at the next checkpoint.
    Result<void> ready = database->execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; "
                                           "PRAGMA journal_size_limit = 16777216");
    if (ready)
        ready = migrate(*database, *version);
    if (!ready)
        return tl::unexpected(ready.error());
    return database;
}

} // namespace anjungan
