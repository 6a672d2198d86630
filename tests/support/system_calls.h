// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace anjungan {

/// Hears what the project itself (not its libraries) asks of the system about files, by the linker's
/// `--wrap`, before the system does. Each gives the error with which the call is to fail, or 0. One at a
/// time.
class SystemCalls
{
public:
    SystemCalls();
    virtual ~SystemCalls();
    SystemCalls(const SystemCalls&) = delete;
    SystemCalls& operator=(const SystemCalls&) = delete;

    virtual int opening(const std::string&) { return 0; }
    virtual int locking(const std::string&) { return 0; }
    virtual int reading(const std::string&) { return 0; }
    virtual int writing(const std::string&, std::span<const std::uint8_t>, std::uint64_t) { return 0; }
    virtual int syncing(const std::string&) { return 0; }
    virtual int renaming(const std::string&, const std::string&) { return 0; }
};

} // namespace anjungan
