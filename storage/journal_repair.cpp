// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal_repair.h"

#include "storage/checkpoint_row.h"
#include "storage/event_row.h"
#include "storage/files.h"
#include "storage/schema.h"
#include "storage/ticket_row.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fmt/format.h>
#include <unistd.h>

namespace anjungan {

namespace {

using sqlite::Database;
using sqlite::Statement;

/// What can be made again from the events.
bool isRepairable(const JournalProblem& problem, const Position& head)
{
    // A ticket that is newer than the log says that events are lost.
    if (problem.code == "projection-differs")
        return problem.n.value_or(0) <= head.n;
    return problem.code == "file-damaged" || problem.code == "checkpoint-damaged";
}

Result<void> checkRepairable(const JournalReport& report)
{
    const auto beyond = std::ranges::find_if_not(
        report.problems, [&](const JournalProblem& problem) { return isRepairable(problem, report.head); });
    if (beyond == report.problems.end())
        return {};
    return failForGood("repair-impossible",
                       fmt::format("event {}: {}: {}", beyond->n.value_or(0), beyond->code, beyond->reason));
}

/// Everything in the log of writes moves into the file and the log goes: a new file of the same name must
/// never meet it. Under the journal's lock.
Result<void> foldLogOfWrites(const std::string& path)
{
    {
        Result<Database> database = openJournalFile(path, Database::Mode::ReadWrite);
        if (!database)
            return tl::unexpected(database.error());
        const Result<std::int64_t> busy = database->number("PRAGMA wal_checkpoint(TRUNCATE)");
        if (!busy)
            return tl::unexpected(busy.error());
        if (*busy != 0)
            return failTemporarily("journal-busy", "somebody reads the journal");
    }
    std::error_code problem;
    if (std::filesystem::file_size(path + "-wal", problem) > 0 && !problem)
        return failTemporarily("journal-busy", "somebody reads the journal");
    return {};
}

/// The statements that only copy. Tables are read as they are, no index.
Result<void> copyRows(Database& to)
{
    const std::string copyEvents = fmt::format(
        "INSERT INTO main.event ({0}) SELECT {0} FROM old.event NOT INDEXED ORDER BY n", eventColumns);
    for (const std::string_view sql :
         {std::string_view(copyEvents),
          std::string_view(
              "INSERT INTO main.slip (id, ticket, state, attempts, problem, reprint, issued, slip) "
              "SELECT id, ticket, state, attempts, problem, reprint, issued, slip "
              "FROM old.slip NOT INDEXED ORDER BY id"),
          std::string_view("UPDATE main.beginning SET n = (SELECT n FROM old.beginning WHERE id = 0), "
                           "epoch = (SELECT epoch FROM old.beginning WHERE id = 0)"),
          std::string_view("INSERT INTO main.checkpoint SELECT * FROM old.checkpoint")}) {
        if (Result<void> done = to.execute(std::string(sql)); !done)
            return failForGood("repair-impossible", done.error().context);
    }
    return {};
}

Result<std::uint64_t> dropCheckpoints(Database& database, const Hasher& hasher)
{
    std::vector<std::uint64_t> faulty;
    const Result<void> read =
        eachCheckpoint(database, hasher, [&](const CheckpointRow& row, std::string_view) {
            if (!row.fault.empty())
                faulty.push_back(row.at.n);
            return true;
        });
    if (!read)
        return tl::unexpected(read.error());
    for (const std::uint64_t n : faulty) {
        if (Result<void> done = database.execute(fmt::format("DELETE FROM checkpoint WHERE n = {}", n));
            !done)
            return tl::unexpected(done.error());
    }
    return faulty.size();
}

/// Fills a new journal at `path` from the one at `from`; gives how many checkpoints were left out.
Result<std::uint64_t> fill(const std::string& path, const std::string& from, const Hasher& hasher)
{
    if (Result<void> created = createJournalFile(path); !created)
        return tl::unexpected(created.error());
    Result<Database> to = openJournalFile(path, Database::Mode::ReadWrite);
    if (!to)
        return tl::unexpected(to.error());
    Result<Statement> attach = to->prepare("ATTACH ? AS old");
    if (!attach)
        return tl::unexpected(attach.error());
    attach->bind(from);
    // The new file is nobody's journal until it is whole: one log of writes as large as it would be in vain.
    Result<std::uint64_t> dropped =
        attach->run()
            .and_then([&] { return to->execute("PRAGMA main.journal_mode = DELETE; BEGIN IMMEDIATE"); })
            .and_then([&] { return copyRows(*to); })
            .and_then([&] { return insertTicketsOfEvents(*to); })
            .and_then([&](std::uint64_t) { return dropCheckpoints(*to, hasher); })
            .and_then([&](std::uint64_t count) {
                return to->execute("COMMIT; DETACH old").map([&] { return count; });
            });
    if (!dropped)
        to->rollBack();
    return dropped;
}

Result<void> keepAs(const std::string& path, const std::string& kept)
{
    if (::link(path.c_str(), kept.c_str()) == 0)
        return syncDirectoryOf(kept);
    if (errno == EEXIST)
        return refuse("file-exists", kept);
    // A file system without second names: a copy then.
    std::error_code problem;
    std::filesystem::copy_file(path, kept, problem);
    if (problem)
        return failForGood("disk-error", kept + ": " + problem.message());
    return syncFile(kept).and_then([&] { return syncDirectoryOf(kept); });
}

void removeDatabase(const std::string& path)
{
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
        std::error_code ignored;
        std::filesystem::remove(path + suffix, ignored);
    }
}

Result<void> replace(const std::string& path, const std::string& whole, const std::string& kept)
{
    return foldLogOfWrites(whole)
        .and_then([&] { return syncFile(whole); })
        .and_then([&] { return keepAs(path, kept); })
        .and_then([&] { return renameDurably(whole, path); });
}

} // namespace

Result<RepairReport> repairJournal(const std::string& path, const Hasher& hasher)
{
    std::error_code problem;
    const std::string real = std::filesystem::weakly_canonical(path, problem).string();
    const Result<FileLock> lock = FileLock::take(real);
    if (!lock)
        return tl::unexpected(lock.error());
    Result<JournalReport> before =
        foldLogOfWrites(real).and_then([&] { return verifyJournal(real, hasher); });
    if (!before)
        return tl::unexpected(before.error());
    RepairReport report{*before, before->problems.empty(), *before, 0, ""};
    if (report.wasSound)
        return report;
    if (Result<void> possible = checkRepairable(*before); !possible)
        return tl::unexpected(possible.error());

    const std::string whole = real + ".repaired";
    removeDatabase(whole);
    const Result<std::uint64_t> dropped = fill(whole, real, hasher);
    Result<JournalReport> after =
        dropped.and_then([&](std::uint64_t) { return verifyJournal(whole, hasher); });
    if (after && (!after->problems.empty() || after->head != before->head || after->events != before->events))
        after = failForGood("repair-impossible",
                            after->problems.empty() ? "events were lost" : after->problems.front().reason);
    if (after) {
        if (Result<void> done = replace(real, whole, real + ".damaged"); !done)
            after = tl::unexpected(done.error());
    }
    if (!after) {
        removeDatabase(whole);
        return tl::unexpected(after.error());
    }
    report.after = std::move(*after);
    report.checkpointsDropped = *dropped;
    report.keptAs = real + ".damaged";
    return report;
}

} // namespace anjungan
