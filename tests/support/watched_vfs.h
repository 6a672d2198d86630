// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <sqlite3.h>

namespace anjungan {

/// SQLite's way to the disk, watched: how much is read, and a call before every write, sync or truncation.
/// It is the default of every connection opened while it lives. One at a time, one thread.
class WatchedVfs
{
public:
    /// `beforeChange` gets 1 before the first change, 2 before the second.
    explicit WatchedVfs(std::function<void(int)> beforeChange = {})
    {
        state() = {sqlite3_vfs_find(nullptr), std::move(beforeChange), 0, 0};
        m_vfs = *state().real;
        m_vfs.zName = "watched";
        m_vfs.szOsFile = static_cast<int>(sizeof(File)) + state().real->szOsFile;
        m_vfs.xOpen = open;
        sqlite3_vfs_register(&m_vfs, 1);
    }
    ~WatchedVfs()
    {
        sqlite3_vfs_unregister(&m_vfs);
        sqlite3_vfs_register(state().real, 1);
    }
    WatchedVfs(const WatchedVfs&) = delete;
    WatchedVfs& operator=(const WatchedVfs&) = delete;

    [[nodiscard]] std::uint64_t bytesRead() const { return state().bytesRead; }
    [[nodiscard]] int changes() const { return state().changes; }

private:
    struct State
    {
        sqlite3_vfs* real = nullptr;
        std::function<void(int)> beforeChange;
        std::uint64_t bytesRead = 0;
        int changes = 0;
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

    /// The methods that only pass on what they are asked.
    template <auto method, typename... Arguments>
    static auto pass(sqlite3_file* file, Arguments... arguments)
    {
        return (realOf(file)->pMethods->*method)(realOf(file), arguments...);
    }

    template <auto method, typename... Arguments>
    static int change(sqlite3_file* file, Arguments... arguments)
    {
        ++state().changes;
        if (state().beforeChange)
            state().beforeChange(state().changes);
        return pass<method>(file, arguments...);
    }

    static int read(sqlite3_file* file, void* data, int length, sqlite3_int64 offset)
    {
        state().bytesRead += static_cast<std::uint64_t>(length);
        return realOf(file)->pMethods->xRead(realOf(file), data, length, offset);
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
            read,
            change<&M::xWrite, const void*, int, sqlite3_int64>,
            change<&M::xTruncate, sqlite3_int64>,
            change<&M::xSync, int>,
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
