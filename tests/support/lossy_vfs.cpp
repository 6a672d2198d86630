// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/lossy_vfs.h"

#include <cerrno>
#include <cstdlib>
#include <filesystem>

namespace anjungan {

namespace {

LossyVfs* theCurrent = nullptr;

using OpenDirectory = int (*)(const char*, int*);
OpenDirectory realOpenDirectory = nullptr;

/// SQLite opens a directory for one reason: to sync it.
int openDirectory(const char* path, int* descriptor)
{
    if (theCurrent)
        theCurrent->directorySynced();
    return realOpenDirectory(path, descriptor);
}

} // namespace

LossyVfs::LossyVfs(std::string directory, Settings settings, Memory memory)
    : m_directory(std::move(directory))
    , m_settings(std::move(settings))
    , m_memory(std::move(memory))
{
    if (theCurrent || std::filesystem::is_empty(m_directory) != m_memory.names.empty())
        std::abort();
    theCurrent = this;
    m_real = sqlite3_vfs_find(nullptr);
    realOpenDirectory = reinterpret_cast<OpenDirectory>(m_real->xGetSystemCall(m_real, "openDirectory"));
    m_real->xSetSystemCall(m_real, "openDirectory", reinterpret_cast<sqlite3_syscall_ptr>(openDirectory));
    m_vfs = *m_real;
    m_vfs.zName = "lossy";
    m_vfs.szOsFile = static_cast<int>(sizeof(File)) + m_real->szOsFile;
    m_vfs.xOpen = open;
    m_vfs.xDelete = remove;
    sqlite3_vfs_register(&m_vfs, 1);
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(setUp));
}

LossyVfs::~LossyVfs()
{
    sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(setUp));
    sqlite3_vfs_unregister(&m_vfs);
    m_real->xSetSystemCall(m_real, "openDirectory", nullptr);
    sqlite3_vfs_register(m_real, 1);
    theCurrent = nullptr;
}

void LossyVfs::failSync(int at, int systemError)
{
    m_failAt = at;
    m_failWith = systemError;
}

std::optional<std::string> LossyVfs::nameIn(const std::string& path) const
{
    const std::filesystem::path whole(path);
    if (whole.parent_path() != m_directory)
        return std::nullopt;
    return whole.filename().string();
}

int LossyVfs::renaming(const std::string& from, const std::string& to)
{
    const auto name = nameIn(from);
    const auto newName = nameIn(to);
    if (!name || !newName || !m_memory.names.contains(*name))
        return 0;
    const int file = m_memory.names[*name];
    m_memory.names.erase(*name);
    m_memory.names[*newName] = file;
    m_memory.steps.push_back({DiskStep::Kind::Rename, file, *name, *newName, 0, {}});
    return 0;
}

void LossyVfs::removed(const std::string& name)
{
    const auto found = m_memory.names.find(name);
    if (found == m_memory.names.end())
        return;
    m_memory.steps.push_back({DiskStep::Kind::Unlink, found->second, name, {}, 0, {}});
    m_memory.names.erase(found);
}

void LossyVfs::directorySynced()
{
    m_memory.steps.push_back({DiskStep::Kind::SyncDirectory, 0, {}, {}, 0, {}});
}

int LossyVfs::fileSynced(int file)
{
    const bool fails = ++m_syncs == m_failAt;
    m_memory.steps.push_back(
        {fails ? DiskStep::Kind::SyncFailed : DiskStep::Kind::SyncFile, file, {}, {}, 0, {}});
    return fails ? m_failWith : 0;
}

int LossyVfs::syncing(const std::string& path)
{
    if (path == m_directory)
        directorySynced();
    else if (const auto name = nameIn(path); name && m_memory.names.contains(*name))
        return fileSynced(m_memory.names[*name]);
    return 0;
}

int LossyVfs::writing(const std::string& path, std::span<const std::uint8_t> bytes, std::uint64_t offset)
{
    const auto name = nameIn(path);
    if (name && m_memory.names.contains(*name))
        m_memory.steps.push_back(
            {DiskStep::Kind::Write, m_memory.names[*name], {}, {}, offset, {bytes.begin(), bytes.end()}});
    return 0;
}

int LossyVfs::open(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* outFlags)
{
    LossyVfs& self = *theCurrent;
    auto* own = reinterpret_cast<File*>(file);
    own->real = reinterpret_cast<sqlite3_file*>(own + 1);
    own->number = 0;
    own->base.pMethods = nullptr;
    const auto ownName = name ? self.nameIn(name) : std::nullopt;
    if (ownName && !std::filesystem::exists(name))
        self.removed(*ownName); // by others than SQLite
    const int code = self.m_real->xOpen(self.m_real, name, own->real, flags, outFlags);
    if (!own->real->pMethods)
        return code;
    own->base.pMethods = &methods();
    if (code != SQLITE_OK || !ownName)
        return code;
    if (!self.m_memory.names.contains(*ownName)) {
        self.m_memory.names[*ownName] = ++self.m_memory.files;
        self.m_memory.steps.push_back({DiskStep::Kind::Link, self.m_memory.files, *ownName, {}, 0, {}});
    }
    own->number = self.m_memory.names[*ownName];
    return code;
}

int LossyVfs::remove(sqlite3_vfs*, const char* name, int syncDirectory)
{
    LossyVfs& self = *theCurrent;
    if (const auto ownName = self.nameIn(name))
        self.removed(*ownName);
    return self.m_real->xDelete(self.m_real, name, syncDirectory);
}

int LossyVfs::write(sqlite3_file* file, const void* data, int length, sqlite3_int64 offset)
{
    if (numberOf(file) != 0) {
        const auto* bytes = static_cast<const std::uint8_t*>(data);
        theCurrent->m_memory.steps.push_back({DiskStep::Kind::Write,
                                              numberOf(file),
                                              {},
                                              {},
                                              static_cast<std::uint64_t>(offset),
                                              {bytes, bytes + length}});
    }
    return realOf(file)->pMethods->xWrite(realOf(file), data, length, offset);
}

int LossyVfs::truncate(sqlite3_file* file, sqlite3_int64 size)
{
    if (numberOf(file) != 0)
        theCurrent->m_memory.steps.push_back(
            {DiskStep::Kind::Truncate, numberOf(file), {}, {}, static_cast<std::uint64_t>(size), {}});
    return realOf(file)->pMethods->xTruncate(realOf(file), size);
}

int LossyVfs::sync(sqlite3_file* file, int flags)
{
    if (numberOf(file) != 0) {
        if (const int error = theCurrent->fileSynced(numberOf(file)); error != 0) {
            errno = error; // where SQLite looks for the reason
            return SQLITE_IOERR_FSYNC;
        }
    }
    return realOf(file)->pMethods->xSync(realOf(file), flags);
}

int LossyVfs::control(sqlite3_file* file, int operation, void* argument)
{
    LossyVfs& self = *theCurrent;
    auto** words = static_cast<char**>(argument);
    const bool setsSynchronous =
        operation == SQLITE_FCNTL_PRAGMA && std::string_view(words[1]) == "synchronous" && words[2];
    if (setsSynchronous && !self.m_settingUp) {
        // Opening a connection ends with SQLite's own number: only now may it have another.
        if (self.m_settings.checkpointPages > 0)
            sqlite3_wal_autocheckpoint(self.m_connection, self.m_settings.checkpointPages);
        if (self.m_settings.synchronous)
            return SQLITE_OK; // said to be done, and not done
    }
    return realOf(file)->pMethods->xFileControl(realOf(file), operation, argument);
}

int LossyVfs::setUp(sqlite3* connection, const char**, const sqlite3_api_routines*)
{
    LossyVfs& self = *theCurrent;
    self.m_connection = connection;
    if (!self.m_settings.synchronous)
        return SQLITE_OK;
    const std::string pragma = "PRAGMA synchronous = " + *self.m_settings.synchronous;
    self.m_settingUp = true;
    const int code = sqlite3_exec(connection, pragma.c_str(), nullptr, nullptr, nullptr);
    self.m_settingUp = false;
    return code;
}

const sqlite3_io_methods& LossyVfs::methods()
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
        control,
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

} // namespace anjungan
