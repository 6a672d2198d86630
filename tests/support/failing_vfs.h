// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstring>
#include <sqlite3.h>

namespace anjungan {

/// SQLite's way to the disk with one fault in it: the i-th write, sync or truncation of this process fails
/// once. It is the default of every connection opened while it lives. One at a time, one thread.
class FailingVfs
{
public:
    enum class Fault { InputOutput, Full };

    /// `failAt` 1 fails the first.
    FailingVfs(int failAt, Fault fault)
    {
        state() = {sqlite3_vfs_find(nullptr), failAt, fault, false};
        m_vfs = *state().real;
        m_vfs.zName = "failing";
        m_vfs.szOsFile = static_cast<int>(sizeof(File)) + state().real->szOsFile;
        m_vfs.xOpen = open;
        sqlite3_vfs_register(&m_vfs, 1);
    }
    ~FailingVfs()
    {
        sqlite3_vfs_unregister(&m_vfs);
        sqlite3_vfs_register(state().real, 1);
    }
    FailingVfs(const FailingVfs&) = delete;
    FailingVfs& operator=(const FailingVfs&) = delete;

    [[nodiscard]] bool hasFailed() const { return state().hasFailed; }

private:
    struct State
    {
        sqlite3_vfs* real = nullptr;
        int left = 0;
        Fault fault = Fault::InputOutput;
        bool hasFailed = false;
    };
    struct File
    {
        sqlite3_file base;
        sqlite3_file* real;
    };

    static State& state()
    {
        static State state;
        return state;
    }
    static sqlite3_file* realOf(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real; }
    static bool failsNow()
    {
        const bool now = --state().left == 0;
        state().hasFailed = state().hasFailed || now;
        return now;
    }
    static int codeOf(int inputOutput) { return state().fault == Fault::Full ? SQLITE_FULL : inputOutput; }

    static int write(sqlite3_file* file, const void* data, int length, sqlite3_int64 offset)
    {
        if (!failsNow())
            return realOf(file)->pMethods->xWrite(realOf(file), data, length, offset);
        // A write that fails may have done half of its work.
        realOf(file)->pMethods->xWrite(realOf(file), data, length / 2, offset);
        return codeOf(SQLITE_IOERR_WRITE);
    }
    static int sync(sqlite3_file* file, int flags)
    {
        return failsNow() ? SQLITE_IOERR_FSYNC : realOf(file)->pMethods->xSync(realOf(file), flags);
    }
    static int truncate(sqlite3_file* file, sqlite3_int64 size)
    {
        return failsNow() ? SQLITE_IOERR_TRUNCATE : realOf(file)->pMethods->xTruncate(realOf(file), size);
    }

    /// The methods that only pass on what they are asked.
    template <auto method, typename... Arguments>
    static auto pass(sqlite3_file* file, Arguments... arguments)
    {
        return (realOf(file)->pMethods->*method)(realOf(file), arguments...);
    }

    static int open(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* outFlags)
    {
        auto* own = reinterpret_cast<File*>(file);
        own->real = reinterpret_cast<sqlite3_file*>(own + 1);
        own->base.pMethods = nullptr;
        const int code = state().real->xOpen(state().real, name, own->real, flags, outFlags);
        if (own->real->pMethods)
            own->base.pMethods = &methods();
        return code;
    }

    static const sqlite3_io_methods& methods()
    {
        using M = sqlite3_io_methods;
        static const M methods = {
            2,
            pass<&M::xClose>,
            pass<&M::xRead, void*, int, sqlite3_int64>,
            write,
            truncate,
            sync,
            pass<&M::xFileSize, sqlite3_int64*>,
            pass<&M::xLock, int>,
            pass<&M::xUnlock, int>,
            pass<&M::xCheckReservedLock, int*>,
            pass<&M::xFileControl, int, void*>,
            pass<&M::xSectorSize>,
            pass<&M::xDeviceCharacteristics>,
            pass<&M::xShmMap, int, int, int, void volatile**>,
            pass<&M::xShmLock, int, int, int>,
            pass<&M::xShmBarrier>,
            pass<&M::xShmUnmap, int>,
            nullptr,
            nullptr,
        };
        return methods;
    }

    sqlite3_vfs m_vfs{};
};

} // namespace anjungan
