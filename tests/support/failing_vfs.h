// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/system_calls.h"

#include <sqlite3.h>

namespace anjungan {

/// The way to the disk with one fault in it: the i-th call that can fail, of SQLite or of the project itself,
/// fails once. It is the default
/// of every connection opened while it lives. One at a time, one thread.
class FailingVfs final : private SystemCalls
{
public:
    enum class Fault {
        InputOutput, ///< EIO; a write may have done half of its work
        Full,        ///< ENOSPC, of what takes space; the rest is not met
        ShortRead,   ///< the system gives SQLite half of what it asked for; the rest is not met
    };
    enum Method {
        Open,
        Delete,
        Access,
        FullPath,
        Read,
        Write,
        Truncate,
        Sync,
        FileSize,
        Lock,
        Unlock,
        CheckReservedLock,
        Control,
        ShmMap,
        ShmLock,
        ShmUnmap,
        Fetch,
        SystemOpen,
        SystemLock,
        SystemRead,
        SystemWrite,
        SystemSync,
        SystemRename,
        SystemShortRead,
        MethodCount
    };

    /// `failAt` 1 fails the first; 0 none.
    FailingVfs(int failAt, Fault fault);
    ~FailingVfs() override;
    FailingVfs(const FailingVfs&) = delete;
    FailingVfs& operator=(const FailingVfs&) = delete;

    [[nodiscard]] bool hasFailed() const { return m_failed != MethodCount; }
    /// Which call failed; `MethodCount` before one did.
    [[nodiscard]] Method failed() const { return m_failed; }
    static const char* nameOf(Method method);

    /// For the calls that it puts before the system's.
    [[nodiscard]] bool readsShortNow() { return failsNow(SystemShortRead); }

private:
    struct File
    {
        sqlite3_file base;
        sqlite3_file* real;
    };

    static sqlite3_file* realOf(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real; }
    static const sqlite3_io_methods& methods();
    [[nodiscard]] bool meets(Method method) const;
    /// Whether this call is the one. Then `errno` says why.
    static bool failsNow(Method method);

    template <auto method, typename... Arguments>
    static auto pass(sqlite3_file* file, Arguments... arguments);
    /// Fails with `code` when its turn comes.
    template <auto method, Method name, int code, typename... Arguments>
    static int mayFail(sqlite3_file* file, Arguments... arguments);

    static int open(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* outFlags);
    static int remove(sqlite3_vfs*, const char* name, int syncDirectory);
    static int access(sqlite3_vfs*, const char* name, int flags, int* result);
    static int fullPath(sqlite3_vfs*, const char* name, int size, char* out);
    static int shmLock(sqlite3_file* file, int offset, int count, int flags);
    static int unlock(sqlite3_file* file, int level);
    static int write(sqlite3_file* file, const void* data, int length, sqlite3_int64 offset);

    int opening(const std::string&) override { return errorOf(SystemOpen); }
    int locking(const std::string&) override { return errorOf(SystemLock); }
    int reading(const std::string&) override { return errorOf(SystemRead); }
    int writing(const std::string&, std::span<const std::uint8_t>, std::uint64_t) override
    {
        return errorOf(SystemWrite);
    }
    int syncing(const std::string&) override { return errorOf(SystemSync); }
    int renaming(const std::string&, const std::string&) override { return errorOf(SystemRename); }
    static int errorOf(Method method);

    int m_left = 0;
    Fault m_fault = Fault::InputOutput;
    Method m_failed = MethodCount;
    sqlite3_vfs* m_real = nullptr;
    sqlite3_vfs m_vfs{};
};

} // namespace anjungan
