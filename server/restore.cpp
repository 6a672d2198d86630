// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/restore.h"

#include "core/catalogue.h"
#include "storage/file_content.h"
#include "storage/files.h"
#include "storage/number_mark_file.h"

#include <cerrno>
#include <cstdio>
#include <set>
#include <sys/stat.h>

namespace anjungan {

namespace {

namespace fs = std::filesystem;

bool isEmptyDirectory(const fs::path& path)
{
    std::error_code problem;
    return fs::is_directory(path, problem) && fs::is_empty(path, problem) && !problem;
}

Result<void> check(const LostNumbers& lost)
{
    if (lost.mark.empty() && !lost.above)
        return refuse("numbers-doubtful", "which numbers may citizens hold that the backup does not know?");
    if (lost.above && *lost.above > Number::valueMax)
        return refuse("number-invalid", std::to_string(*lost.above));
    return {};
}

/// Today's numbers of every prefix, up to the one that was named.
Result<std::vector<RaiseNumbers>> upTo(const DataDirectory& directory, std::uint16_t value, Instant now)
{
    return readWholeFile(directory.catalogue(), smallFileBytesMax)
        .and_then(&parseCatalogue)
        .map([&](const Catalogue& catalogue) {
            std::set<std::string> prefixes;
            for (const Queue& queue : catalogue.queues)
                prefixes.insert(queue.prefix);
            std::vector<RaiseNumbers> numbers;
            for (const std::string& prefix : prefixes)
                numbers.push_back({dayOf(now, catalogue.timeZone), Number{prefix, 0, value}});
            return numbers;
        });
}

Result<std::vector<RaiseNumbers>> numbersOf(const DataDirectory& directory, const LostNumbers& lost,
                                            Instant now)
{
    if (lost.mark.empty())
        return *lost.above == 0 ? std::vector<RaiseNumbers>() : upTo(directory, *lost.above, now);
    // A copy: the mark notes in its file when it ends.
    return copyFileDurably(lost.mark.string(), directory.numberMark())
        .and_then([&]() -> Result<std::vector<RaiseNumbers>> {
            std::vector<RaiseNumbers> numbers =
                NumberMarkFile(directory.numberMark(), systemBootId()).marked();
            if (numbers.empty())
                return failForGood("mark-invalid", lost.mark.string());
            return numbers;
        });
}

Result<void> copyAll(const fs::path& backup, const fs::path& part)
{
    std::error_code problem;
    fs::remove_all(part, problem);
    if (::mkdir(part.c_str(), 0700) != 0)
        return failBySystem(errno, "disk-error", "make " + part.string());
    for (fs::directory_iterator entry(backup, problem), end; !problem && entry != end;
         entry.increment(problem)) {
        const fs::path to = part / entry->path().filename();
        fs::copy_file(entry->path(), to, problem);
        if (problem)
            break;
        ::chmod(to.c_str(), 0600);
        if (auto synced = syncFile(to.string()); !synced)
            return synced;
    }
    if (problem)
        return failBySystem(problem.value(), "disk-error", "copy " + backup.string());
    return {};
}

} // namespace

Result<void> noteRestored(const DataDirectory& directory, const Position& head, const LostNumbers& lost,
                          Instant now)
{
    return check(lost).and_then([&] { return numbersOf(directory, lost, now); }).and_then([&](auto numbers) {
        return writePutBack(directory.putBack(), {freshEpoch(head, now), std::move(numbers)});
    });
}

Result<BackupReport> restoreSite(const fs::path& backup, const DataDirectory& target, const LostNumbers& lost,
                                 const Hasher& hasher, Instant now)
{
    std::error_code problem;
    if (fs::exists(fs::symlink_status(target.path, problem)) && !isEmptyDirectory(target.path))
        return refuse("directory-exists", target.path.string());
    if (auto checked = check(lost); !checked)
        return tl::unexpected(checked.error());
    fs::path named = fs::absolute(target.path, problem);
    named = named.has_filename() ? named : named.parent_path();
    const DataDirectory part{named.string() + ".part"};
    auto report = verifyBackup(backup, hasher);
    if (!report)
        return report;
    const auto done =
        copyAll(backup, part.path)
            .and_then([&] { return verifyBackup(part.path, hasher); })
            .and_then([&](const BackupReport& copy) { return noteRestored(part, copy.head, lost, now); })
            .and_then([&]() -> Result<void> {
                fs::remove(part.path / manifestName, problem);
                return syncDirectoryOf(part.putBack());
            })
            // Takes the place of an empty directory, and of no other.
            .and_then([&] { return renameDurably(part.path.string(), named.string()); });
    if (!done) {
        fs::remove_all(part.path, problem);
        return tl::unexpected(done.error());
    }
    report->path = named;
    return report;
}

} // namespace anjungan
