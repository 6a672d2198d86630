// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/system_calls.h"

#include <cerrno>
#include <cstdarg>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <sys/types.h>

namespace anjungan {
namespace {

SystemCalls* theListener = nullptr;

std::string pathOf(int descriptor)
{
    std::error_code gone;
    return std::filesystem::read_symlink("/proc/self/fd/" + std::to_string(descriptor), gone).string();
}

/// Whether the call may go on.
template <typename Call>
bool asks(Call call)
{
    const int error = theListener ? call(*theListener) : 0;
    if (error != 0)
        errno = error;
    return error == 0;
}

} // namespace

SystemCalls::SystemCalls()
{
    if (theListener)
        std::abort();
    theListener = this;
}

SystemCalls::~SystemCalls()
{
    theListener = nullptr;
}

} // namespace anjungan

using anjungan::asks;
using anjungan::pathOf;
using anjungan::SystemCalls;

// `-Wl,--wrap=NAME` leads calls of NAME to __wrap_NAME.
extern "C" {

int __real_open(const char* path, int flags, ...);
int __real_flock(int descriptor, int operation);
ssize_t __real_pread(int descriptor, void* data, size_t length, off_t offset);
ssize_t __real_pwrite(int descriptor, const void* data, size_t length, off_t offset);
int __real_fsync(int descriptor);
int __real_rename(const char* from, const char* to);
int __wrap_open(const char* path, int flags, ...);
int __wrap_flock(int descriptor, int operation);
ssize_t __wrap_pread(int descriptor, void* data, size_t length, off_t offset);
ssize_t __wrap_pwrite(int descriptor, const void* data, size_t length, off_t offset);
int __wrap_fsync(int descriptor);
int __wrap_rename(const char* from, const char* to);

int __wrap_open(const char* path, int flags, ...)
{
    mode_t mode = 0;
    if ((flags & O_CREAT) != 0) {
        va_list arguments;
        va_start(arguments, flags);
        mode = va_arg(arguments, mode_t);
        va_end(arguments);
    }
    return asks([&](SystemCalls& calls) { return calls.opening(path); }) ? __real_open(path, flags, mode)
                                                                         : -1;
}

int __wrap_flock(int descriptor, int operation)
{
    return asks([&](SystemCalls& calls) { return calls.locking(pathOf(descriptor)); })
               ? __real_flock(descriptor, operation)
               : -1;
}

ssize_t __wrap_pread(int descriptor, void* data, size_t length, off_t offset)
{
    return asks([&](SystemCalls& calls) { return calls.reading(pathOf(descriptor)); })
               ? __real_pread(descriptor, data, length, offset)
               : -1;
}

ssize_t __wrap_pwrite(int descriptor, const void* data, size_t length, off_t offset)
{
    const std::span bytes(static_cast<const std::uint8_t*>(data), length);
    return asks([&](SystemCalls& calls) {
        return calls.writing(pathOf(descriptor), bytes, static_cast<std::uint64_t>(offset));
    })
               ? __real_pwrite(descriptor, data, length, offset)
               : -1;
}

int __wrap_fsync(int descriptor)
{
    return asks([&](SystemCalls& calls) { return calls.syncing(pathOf(descriptor)); })
               ? __real_fsync(descriptor)
               : -1;
}

int __wrap_rename(const char* from, const char* to)
{
    return asks([&](SystemCalls& calls) { return calls.renaming(from, to); }) ? __real_rename(from, to) : -1;
}
}
