// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/files.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace anjungan {

namespace {

Result<void> syncPath(const std::string& path, int flags)
{
    const FileDescriptor file(::open(path.c_str(), flags | O_CLOEXEC));
    if (!file.isOpen() || ::fsync(file.get()) != 0)
        return failBySystem(errno, "disk-error", "sync " + path);
    return {};
}

} // namespace

tl::unexpected<Error> failBySystem(int systemError, std::string_view failure, std::string_view doing)
{
    std::string context =
        fmt::format("{}: {}", doing, std::error_code(systemError, std::generic_category()).message());
    if (systemError == ENOSPC || systemError == EDQUOT)
        return failTemporarily("disk-full", std::move(context));
    return failForGood(failure, std::move(context));
}

FileDescriptor& FileDescriptor::operator=(FileDescriptor&& other) noexcept
{
    if (this != &other) {
        close();
        std::swap(m_descriptor, other.m_descriptor);
    }
    return *this;
}

void FileDescriptor::close()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

Result<void> syncFile(const std::string& path)
{
    return syncPath(path, O_RDONLY);
}

Result<void> syncDirectoryOf(const std::string& path)
{
    const std::string directory = std::filesystem::path(path).parent_path().string();
    return syncPath(directory.empty() ? "." : directory, O_RDONLY | O_DIRECTORY);
}

Result<void> renameDurably(const std::string& from, const std::string& to)
{
    if (::rename(from.c_str(), to.c_str()) != 0)
        return failBySystem(errno, "disk-error", "rename " + from);
    return syncDirectoryOf(to);
}

Result<void> renameDurablyToNew(const std::string& from, const std::string& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) != 0) {
        if (errno == EEXIST)
            return refuse("file-exists", to);
        // A file system that cannot do both at once: some of memory sticks and of networks.
        if (errno != EINVAL && errno != ENOSYS)
            return failBySystem(errno, "disk-error", "rename " + from);
        std::error_code problem;
        if (std::filesystem::exists(to, problem) || problem)
            return refuse("file-exists", to);
        return renameDurably(from, to);
    }
    return syncDirectoryOf(to);
}

Result<void> rewriteDurably(const std::string& path)
{
    const FileDescriptor file(::open(path.c_str(), O_RDWR | O_CLOEXEC));
    if (!file.isOpen())
        return errno == ENOENT ? Result<void>() : failBySystem(errno, "disk-error", "rewrite " + path);
    std::vector<char> bytes(256 * 1024);
    off_t offset = 0;
    while (true) {
        const ssize_t length = ::pread(file.get(), bytes.data(), bytes.size(), offset);
        if (length == 0 && ::fsync(file.get()) == 0)
            return {};
        if (length <= 0 ||
            ::pwrite(file.get(), bytes.data(), static_cast<std::size_t>(length), offset) != length)
            return failBySystem(errno, "disk-error", "rewrite " + path);
        offset += length;
    }
}

Result<FileLock> FileLock::take(const std::string& path)
{
    const std::string lockPath = path + ".lock";
    FileDescriptor file(::open(lockPath.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!file.isOpen()) {
        const bool forbidden = errno == EROFS || errno == EACCES || errno == EPERM;
        return failBySystem(errno, forbidden ? "journal-read-only" : "journal-unreachable", lockPath);
    }
    if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK)
            return failBySystem(errno, "journal-unreachable", "lock " + lockPath);
        std::array<char, 16> holder{};
        const ssize_t length = ::pread(file.get(), holder.data(), holder.size() - 1, 0);
        return failTemporarily(
            "journal-in-use",
            fmt::format(
                "{} is held by process {}", lockPath,
                std::string_view(holder.data(), static_cast<std::size_t>(std::max<ssize_t>(length, 0)))));
    }
    // The process id is a courtesy to whoever is refused: a disk too full for it does not matter.
    const std::string self = fmt::format("{}", ::getpid());
    if (::ftruncate(file.get(), 0) != 0 || ::pwrite(file.get(), self.data(), self.size(), 0) < 0)
        errno = 0;
    FileLock lock;
    lock.m_file = std::move(file);
    return lock;
}

} // namespace anjungan
