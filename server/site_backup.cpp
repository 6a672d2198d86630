// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site_backup.h"

#include "core/catalogue.h"
#include "core/json_codec.h"
#include "storage/file_content.h"
#include "storage/files.h"
#include "storage/journal_backup.h"
#include "storage/sqlite.h"

#include <algorithm>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/stat.h>

namespace anjungan {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::string_view formatName = "anjungan-backup";
constexpr int formatVersion = 1;
constexpr std::string_view journalName = "journal.db";
constexpr std::string_view accessName = "access.db";
constexpr std::string_view markName = "numbers.mark";

/// Without these a server does not start, or is no longer known by its devices.
constexpr std::array<std::string_view, 7> neededNames{"access.db",  "site.key",   "ca.crt",        "ca.key",
                                                      "server.crt", "server.key", "catalogue.json"};

bool isThere(const fs::path& path)
{
    std::error_code problem;
    return fs::exists(fs::symlink_status(path, problem));
}

tl::unexpected<Error> invalid(std::string context)
{
    return failForGood("backup-invalid", std::move(context));
}

tl::unexpected<Error> unsound(const JournalReport& report)
{
    return failForGood("backup-unsound", fmt::format("the log: {}: {}", report.problems.front().code,
                                                     report.problems.front().reason));
}

/// The whole database as of one moment, while others write to it.
Result<void> copyDatabase(const fs::path& from, const fs::path& to)
{
    auto source = sqlite::Database::open(from.string(), sqlite::Database::Mode::ReadOnly);
    if (!source)
        return tl::unexpected(source.error());
    auto target = sqlite::Database::open(to.string(), sqlite::Database::Mode::Create);
    if (!target)
        return tl::unexpected(target.error());
    sqlite3_backup* copy = sqlite3_backup_init(target->connection(), "main", source->connection(), "main");
    if (!copy)
        return tl::unexpected(
            sqlite::errorOf(target->connection(), sqlite3_errcode(target->connection()), "backup"));
    const int code = sqlite3_backup_step(copy, -1);
    sqlite3_backup_finish(copy);
    if (code != SQLITE_DONE)
        return tl::unexpected(sqlite::errorOf(target->connection(), code, "backup"));
    if (auto left = target->execute("PRAGMA journal_mode = DELETE"); !left)
        return left;
    auto check = target->prepare("PRAGMA integrity_check");
    if (!check)
        return tl::unexpected(check.error());
    const auto row = check->step();
    if (!row || !*row || check->text(0) != "ok")
        return failForGood("backup-unsound", std::string(accessName));
    check->reset();
    return {};
}

Result<BackupReport> reportFrom(const json& manifest, const fs::path& backup)
{
    BackupReport report;
    report.path = backup;
    const auto log = manifest.find("log");
    if (!codec::get(manifest, "site", report.site) || !codec::get(manifest, "made", report.made) ||
        !manifest.contains("files") || !manifest["files"].is_object())
        return invalid((backup / manifestName).string());
    for (const auto& [name, file] : manifest["files"].items()) {
        std::uint64_t bytes = 0;
        if (name.find('/') != std::string::npos || name == manifestName || !codec::get(file, "bytes", bytes))
            return invalid(name);
        report.bytes += bytes;
    }
    report.hasLog = log != manifest.end();
    if (report.hasLog &&
        (!codec::get(*log, "epoch", report.head.epoch) || !codec::get(*log, "n", report.head.n) ||
         !codec::get(*log, "events", report.events) || !codec::get(*log, "tickets", report.tickets) ||
         !codec::get(*log, "lastTime", report.lastTime)))
        return invalid("log");
    return report;
}

Result<json> manifestOf(const fs::path& backup)
{
    const auto text = readWholeFile((backup / manifestName).string(), smallFileBytesMax);
    if (!text)
        return invalid(backup.string() + ": no manifest");
    json manifest = json::parse(*text, nullptr, false);
    int version = 0;
    if (!manifest.is_object() || manifest.value("format", json()) != formatName ||
        !codec::get(manifest, "version", version))
        return invalid(backup.string() + ": no manifest of ours");
    if (version > formatVersion)
        return failForGood("backup-newer", "made by a newer version of this program");
    return manifest;
}

/// One backup in the making, in a directory of its own that is not yet named.
class Copying
{
public:
    Copying(const DataDirectory& directory, fs::path part, const Hasher& hasher)
        : m_directory(directory)
        , m_part(std::move(part))
        , m_hasher(hasher)
    {}

    /// The mark before the log: else it could know of events that the copy lacks, and skip numbers.
    Result<void> copy(const std::function<void()>& afterStep)
    {
        std::error_code ignored;
        fs::remove_all(m_part, ignored);
        if (::mkdir(m_part.c_str(), 0700) != 0)
            return failBySystem(errno, "disk-error", "make " + m_part.string());
        if (isThere(m_directory.numberMark())) {
            if (auto copied = copySmall(markName); !copied)
                return copied;
        }
        for (const std::string_view name : neededNames) {
            if (auto copied = name == accessName ? copyAccess() : copySmall(name); !copied)
                return copied;
        }
        return copyLog(afterStep);
    }

    Result<BackupReport> finish(const fs::path& named, Instant now)
    {
        const auto catalogue =
            readWholeFile((m_part / "catalogue.json").string(), smallFileBytesMax).and_then(&parseCatalogue);
        if (!catalogue)
            return tl::unexpected(catalogue.error());
        m_manifest["format"] = formatName;
        m_manifest["version"] = formatVersion;
        m_manifest["site"] = catalogue->site.text();
        m_manifest["made"] = codec::encode(now);
        return writeFileDurably((m_part / manifestName).string(), m_manifest.dump(2) + '\n')
            .and_then([&] { return renameDurablyToNew(m_part.string(), named.string()); })
            .and_then([&] { return reportFrom(m_manifest, named); });
    }

    void giveUp() const
    {
        std::error_code ignored;
        fs::remove_all(m_part, ignored);
    }

private:
    Result<void> note(std::string_view name, const std::optional<FileHash>& wanted = std::nullopt)
    {
        const fs::path path = m_part / name;
        // What was written is read again: the copy is what the manifest says.
        const auto hash = hashFile(path.string());
        if (!hash)
            return tl::unexpected(hash.error());
        if (wanted && *hash != *wanted)
            return failTemporarily("backup-unsound", std::string(name) + " changed while it was copied");
        ::chmod(path.c_str(), 0600);
        m_manifest["files"][std::string(name)] = {{"bytes", hash->bytes},
                                                  {"blake2b", codec::encode(hash->hash)}};
        return syncFile(path.string());
    }

    Result<void> copySmall(std::string_view name)
    {
        const fs::path from = m_directory.path / name;
        const auto content = readWholeFile(from.string(), smallFileBytesMax);
        if (!content)
            return tl::unexpected(content.error());
        return writeFileDurably((m_part / name).string(), *content).and_then([&] {
            return note(name, FileHash{content->size(), m_hasher.hash(*content)});
        });
    }

    Result<void> copyAccess()
    {
        return copyDatabase(m_directory.access(), m_part / accessName).and_then([this] {
            return note(accessName);
        });
    }

    Result<void> copyLog(const std::function<void()>& afterStep)
    {
        if (!isThere(m_directory.journal()))
            return {};
        const auto report =
            backupJournal(m_directory.journal(), (m_part / journalName).string(), m_hasher, afterStep);
        if (!report)
            return tl::unexpected(report.error());
        if (!report->problems.empty())
            return unsound(*report);
        json log{{"epoch", report->head.epoch},
                 {"n", report->head.n},
                 {"events", report->events},
                 {"tickets", report->tickets}};
        codec::put(log, "lastTime", report->lastTime);
        m_manifest["log"] = std::move(log);
        return note(journalName);
    }

    const DataDirectory& m_directory;
    const fs::path m_part;
    const Hasher& m_hasher;
    json m_manifest = json::object();
};

/// `20261125T020000Z`: as text they sort by time.
std::string stampOf(Instant time)
{
    return fmt::format("{:%Y%m%dT%H%M%SZ}",
                       std::chrono::sys_seconds(std::chrono::floor<std::chrono::seconds>(time)));
}

Result<fs::path> nameFor(const DataDirectory& directory, const fs::path& target, Instant now)
{
    std::error_code problem;
    if (!fs::is_directory(target, problem)) {
        if (isThere(target))
            return refuse("file-exists", target.string());
        const fs::path whole = fs::absolute(target, problem);
        return whole.has_filename() ? whole : whole.parent_path();
    }
    return readWholeFile(directory.catalogue(), smallFileBytesMax)
        .and_then(&parseCatalogue)
        .map([&](const Catalogue& catalogue) {
            return fs::absolute(target, problem) / (catalogue.site.text() + '-' + stampOf(now));
        });
}

} // namespace

Result<BackupReport> backupSite(const DataDirectory& directory, const fs::path& target, const Hasher& hasher,
                                Instant now, const std::function<void()>& afterStep)
{
    if (!isThere(directory.access()))
        return failForGood("directory-unusable", directory.path.string() + ": `init` did not make it");
    const auto named = nameFor(directory, target, now);
    if (!named)
        return tl::unexpected(named.error());
    if (isThere(*named))
        return refuse("file-exists", named->string());
    const std::string part = named->string() + ".part";
    std::error_code ignored;
    Result<BackupReport> report = failForGood("disk-error");
    {
        const auto lock = FileLock::take(part);
        if (!lock)
            return tl::unexpected(lock.error());
        Copying copying(directory, part, hasher);
        report = copying.copy(afterStep).and_then([&] { return copying.finish(*named, now); });
        if (!report)
            copying.giveUp();
        fs::remove(part + ".lock", ignored);
    }
    return report;
}

Result<BackupReport> readManifest(const fs::path& backup)
{
    return manifestOf(backup).and_then([&](const json& manifest) { return reportFrom(manifest, backup); });
}

Result<BackupReport> verifyBackup(const fs::path& backup, const Hasher& hasher)
{
    const auto manifest = manifestOf(backup);
    if (!manifest)
        return tl::unexpected(manifest.error());
    auto report = reportFrom(*manifest, backup);
    if (!report)
        return report;
    const json& files = (*manifest)["files"];
    for (const std::string_view name : neededNames) {
        if (!files.contains(std::string(name)))
            return invalid(std::string(name) + " is not in it");
    }
    if (report->hasLog != files.contains(std::string(journalName)))
        return invalid(std::string(journalName));
    for (const auto& [name, file] : files.items()) {
        FileHash wanted;
        const auto found = hashFile((backup / name).string());
        if (!found || !codec::get(file, "bytes", wanted.bytes) || !codec::get(file, "blake2b", wanted.hash) ||
            *found != wanted)
            return invalid(name + (found ? " was changed" : " cannot be read"));
    }
    if (!report->hasLog)
        return report;
    const auto log = verifyJournal((backup / journalName).string(), hasher);
    if (!log)
        return tl::unexpected(log.error());
    if (!log->problems.empty())
        return unsound(*log);
    if (log->head != report->head)
        return invalid("the log ends elsewhere than the manifest says");
    return report;
}

std::vector<BackupReport> backupsIn(const fs::path& folder, const SiteId& site)
{
    std::vector<BackupReport> found;
    std::error_code problem;
    for (fs::directory_iterator entry(folder, problem), end; !problem && entry != end;
         entry.increment(problem)) {
        auto report = readManifest(entry->path());
        if (report && report->site == site &&
            entry->path().filename() == site.text() + '-' + stampOf(report->made))
            found.push_back(*std::move(report));
    }
    std::ranges::sort(found, std::greater(), &BackupReport::made);
    return found;
}

} // namespace anjungan
