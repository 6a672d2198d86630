// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <string>

namespace anjungan {

/// What a failed system call on a file means: `disk-full` (try again), or `failure`, for good.
[[nodiscard]] tl::unexpected<Error> failBySystem(int systemError, std::string_view failure,
                                                 std::string_view doing);

/// A file descriptor that closes itself.
class FileDescriptor
{
public:
    FileDescriptor() = default;
    explicit FileDescriptor(int descriptor)
        : m_descriptor(descriptor)
    {}
    ~FileDescriptor() { close(); }
    FileDescriptor(FileDescriptor&& other) noexcept
        : m_descriptor(other.m_descriptor)
    {
        other.m_descriptor = -1;
    }
    FileDescriptor& operator=(FileDescriptor&& other) noexcept;

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    [[nodiscard]] int get() const { return m_descriptor; }
    void close();

private:
    int m_descriptor = -1;
};

/// Errors of all: `disk-full`, `disk-error`.
[[nodiscard]] Result<void> syncFile(const std::string& path);
[[nodiscard]] Result<void> syncDirectoryOf(const std::string& path);
/// After success the new name survives a loss of power. Replaces a file of that name.
[[nodiscard]] Result<void> renameDurably(const std::string& from, const std::string& to);
/// The same where no file of that name may be replaced: `file-exists`, and nothing was done.
[[nodiscard]] Result<void> renameDurablyToNew(const std::string& from, const std::string& to);
/// Writes a file's content over itself and syncs it: what is read of it is then what is on disk, also where
/// an earlier sync failed. Nobody may write to it meanwhile. Nothing to do where there is no such file.
[[nodiscard]] Result<void> rewriteDurably(const std::string& path);

/// Keeps a second process away from a file, by flock on `<file>.lock`. The system takes the lock away
/// from a process that dies, however it dies; the lock file itself stays.
class FileLock
{
public:
    /// Errors: `journal-in-use` (try again; the holder's process id in the context),
    /// `journal-read-only`, `disk-full`, `journal-unreachable`.
    [[nodiscard]] static Result<FileLock> take(const std::string& path);

private:
    FileDescriptor m_file;
};

} // namespace anjungan
