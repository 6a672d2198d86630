// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/failing_vfs.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <sys/types.h>

namespace anjungan {

namespace {

FailingVfs* theCurrent = nullptr;

using ReadCall = ssize_t (*)(int, void*, size_t);
using ReadAtCall = ssize_t (*)(int, void*, size_t, off_t);
ReadCall realRead = nullptr;
ReadAtCall realReadAt = nullptr;
ReadAtCall realReadAt64 = nullptr;

size_t givenOf(size_t length)
{
    return length > 1 && theCurrent && theCurrent->readsShortNow() ? length / 2 : length;
}

ssize_t readShort(int descriptor, void* data, size_t length)
{
    return realRead(descriptor, data, givenOf(length));
}

ssize_t readAtShort(int descriptor, void* data, size_t length, off_t offset)
{
    return realReadAt(descriptor, data, givenOf(length), offset);
}

ssize_t readAt64Short(int descriptor, void* data, size_t length, off_t offset)
{
    return realReadAt64(descriptor, data, givenOf(length), offset);
}

template <typename Call>
void replaceCall(sqlite3_vfs* vfs, const char* name, Call& real, Call ours)
{
    real = reinterpret_cast<Call>(vfs->xGetSystemCall(vfs, name));
    if (real)
        vfs->xSetSystemCall(vfs, name, reinterpret_cast<sqlite3_syscall_ptr>(ours));
}

} // namespace

FailingVfs::FailingVfs(int failAt, Fault fault)
    : m_left(failAt)
    , m_fault(fault)
{
    if (theCurrent)
        std::abort();
    theCurrent = this;
    m_real = sqlite3_vfs_find(nullptr);
    m_vfs = *m_real;
    m_vfs.zName = "failing";
    m_vfs.szOsFile = static_cast<int>(sizeof(File)) + m_real->szOsFile;
    m_vfs.xOpen = open;
    m_vfs.xDelete = remove;
    m_vfs.xAccess = access;
    m_vfs.xFullPathname = fullPath;
    m_vfs.xSleep = [](sqlite3_vfs*, int microseconds) { return microseconds; };
    sqlite3_vfs_register(&m_vfs, 1);
    replaceCall(m_real, "read", realRead, readShort);
    replaceCall(m_real, "pread", realReadAt, readAtShort);
    replaceCall(m_real, "pread64", realReadAt64, readAt64Short);
}

FailingVfs::~FailingVfs()
{
    for (const char* call : {"read", "pread", "pread64"})
        m_real->xSetSystemCall(m_real, call, nullptr);
    sqlite3_vfs_unregister(&m_vfs);
    sqlite3_vfs_register(m_real, 1);
    theCurrent = nullptr;
}

const char* FailingVfs::nameOf(Method method)
{
    static constexpr std::array names{
        "open",      "delete",    "access",     "fullPath",  "read",       "write",
        "truncate",  "sync",      "fileSize",   "lock",      "unlock",     "checkReservedLock",
        "control",   "shmMap",    "shmLock",    "shmUnmap",  "fetch",      "own open",
        "own flock", "own pread", "own pwrite", "own fsync", "own rename", "short read",
        "none"};
    return names[method];
}

bool FailingVfs::meets(Method method) const
{
    switch (m_fault) {
    case Fault::InputOutput:
        return method != SystemShortRead;
    case Fault::Full:
        return method == Open || method == Write || method == Sync || method == ShmMap ||
               method == SystemOpen || method == SystemWrite || method == SystemSync ||
               method == SystemRename;
    case Fault::ShortRead:
        return method == SystemShortRead;
    }
    return false;
}

bool FailingVfs::failsNow(Method method)
{
    FailingVfs& self = *theCurrent;
    if (!self.meets(method) || --self.m_left != 0)
        return false;
    self.m_failed = method;
    errno = self.m_fault == Fault::Full ? ENOSPC : EIO; // where SQLite looks for the reason
    return true;
}

int FailingVfs::errorOf(Method method)
{
    return failsNow(method) ? errno : 0;
}

template <auto method, typename... Arguments>
auto FailingVfs::pass(sqlite3_file* file, Arguments... arguments)
{
    return (realOf(file)->pMethods->*method)(realOf(file), arguments...);
}

template <auto method, FailingVfs::Method name, int code, typename... Arguments>
int FailingVfs::mayFail(sqlite3_file* file, Arguments... arguments)
{
    return failsNow(name) ? code : pass<method, Arguments...>(file, arguments...);
}

int FailingVfs::open(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* outFlags)
{
    auto* own = reinterpret_cast<File*>(file);
    own->real = reinterpret_cast<sqlite3_file*>(own + 1);
    own->base.pMethods = nullptr;
    if (failsNow(Open))
        return SQLITE_CANTOPEN;
    const int code = theCurrent->m_real->xOpen(theCurrent->m_real, name, own->real, flags, outFlags);
    if (own->real->pMethods)
        own->base.pMethods = &methods();
    return code;
}

int FailingVfs::remove(sqlite3_vfs*, const char* name, int syncDirectory)
{
    return failsNow(Delete) ? SQLITE_IOERR_DELETE
                            : theCurrent->m_real->xDelete(theCurrent->m_real, name, syncDirectory);
}

int FailingVfs::access(sqlite3_vfs*, const char* name, int flags, int* result)
{
    return failsNow(Access) ? SQLITE_IOERR_ACCESS
                            : theCurrent->m_real->xAccess(theCurrent->m_real, name, flags, result);
}

int FailingVfs::fullPath(sqlite3_vfs*, const char* name, int size, char* out)
{
    return failsNow(FullPath) ? SQLITE_CANTOPEN_FULLPATH
                              : theCurrent->m_real->xFullPathname(theCurrent->m_real, name, size, out);
}

int FailingVfs::shmLock(sqlite3_file* file, int offset, int count, int flags)
{
    // A system that kept a lock nobody can let go of again would keep it for good: not one fault, but all
    // that follow.
    const bool fails = failsNow(ShmLock);
    if (fails && (flags & SQLITE_SHM_UNLOCK) == 0)
        return SQLITE_IOERR_SHMLOCK;
    const int code = realOf(file)->pMethods->xShmLock(realOf(file), offset, count, flags);
    return fails ? SQLITE_IOERR_SHMLOCK : code;
}

int FailingVfs::unlock(sqlite3_file* file, int level)
{
    const bool fails = failsNow(Unlock);
    const int code = realOf(file)->pMethods->xUnlock(realOf(file), level);
    return fails ? SQLITE_IOERR_UNLOCK : code;
}

int FailingVfs::write(sqlite3_file* file, const void* data, int length, sqlite3_int64 offset)
{
    const bool fails = failsNow(Write);
    const int error = errno;
    const int code = realOf(file)->pMethods->xWrite(realOf(file), data, fails ? length / 2 : length, offset);
    if (!fails)
        return code;
    errno = error;
    return theCurrent->m_fault == Fault::Full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

const sqlite3_io_methods& FailingVfs::methods()
{
    using M = sqlite3_io_methods;
    static const M methods = {
        3,
        pass<&M::xClose>,
        mayFail<&M::xRead, Read, SQLITE_IOERR_READ, void*, int, sqlite3_int64>,
        write,
        mayFail<&M::xTruncate, Truncate, SQLITE_IOERR_TRUNCATE, sqlite3_int64>,
        mayFail<&M::xSync, Sync, SQLITE_IOERR_FSYNC, int>,
        mayFail<&M::xFileSize, FileSize, SQLITE_IOERR_FSTAT, sqlite3_int64*>,
        mayFail<&M::xLock, Lock, SQLITE_IOERR_LOCK, int>,
        unlock,
        mayFail<&M::xCheckReservedLock, CheckReservedLock, SQLITE_IOERR_CHECKRESERVEDLOCK, int*>,
        mayFail<&M::xFileControl, Control, SQLITE_IOERR, int, void*>,
        pass<&M::xSectorSize>,
        pass<&M::xDeviceCharacteristics>,
        mayFail<&M::xShmMap, ShmMap, SQLITE_IOERR_SHMMAP, int, int, int, void volatile**>,
        shmLock,
        pass<&M::xShmBarrier>,
        mayFail<&M::xShmUnmap, ShmUnmap, SQLITE_IOERR_SHMMAP, int>,
        mayFail<&M::xFetch, Fetch, SQLITE_IOERR_MMAP, sqlite3_int64, int, void**>,
        pass<&M::xUnfetch, sqlite3_int64, void*>,
    };
    return methods;
}

} // namespace anjungan
