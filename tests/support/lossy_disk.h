// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fixed_random.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace anjungan {

/// One thing that a program asked of a directory or of a file in it. Files are told apart by number, so
/// that a name may come to stand for another file.
struct DiskStep
{
    enum class Kind {
        Link,          ///< `name` is now the name of `file`
        Unlink,        ///< `name` is gone; `file` lives on where it is open
        Rename,        ///< `name` becomes `newName`, whatever had that name is gone
        Write,         ///< `bytes` at `offset` of `file`
        Truncate,      ///< `file` ends at `offset`
        SyncFile,      ///< what was done to `file`'s content before is on disk
        SyncDirectory, ///< what was done to names before is on disk
        SyncFailed,    ///< what was not on disk of `file` is still read from memory, and never written
    };

    Kind kind = Kind::Link;
    int file = 0;
    std::string name;
    std::string newName;
    std::uint64_t offset = 0;
    std::vector<std::uint8_t> bytes;
};

using DiskImage = std::map<std::string, std::vector<std::uint8_t>>;

/// What a disk may hold if power is lost: what was synced, and any of what was not. Only syncs order
/// anything; a sector of 512 bytes is written whole or not at all.
class LossyDisk
{
public:
    enum class Loss {
        All,     ///< nothing that was not synced reached the disk
        Nothing, ///< everything did
        Tear,    ///< everything did, of the last write some sectors
        Some,    ///< some writes did, some in part, in any order; some names
        Grow,    ///< as Some, and files have the size of the lost writes, with rubbish in them
    };

    void take(const DiskStep& step);
    [[nodiscard]] DiskImage image(Loss loss, FixedRandom& random) const;
    /// Whether every image is the same: nothing waits to be synced.
    [[nodiscard]] bool isSettled() const;

private:
    struct File
    {
        std::vector<std::uint8_t> onDisk;
        std::vector<DiskStep> waiting;
    };

    static void apply(std::vector<std::uint8_t>& content, const DiskStep& step);
    static void applyTorn(std::vector<std::uint8_t>& content, const DiskStep& step, FixedRandom& random);
    static void apply(std::map<std::string, int>& names, const DiskStep& step);
    [[nodiscard]] std::vector<std::uint8_t> content(const File& file, Loss loss, FixedRandom& random) const;
    [[nodiscard]] std::map<std::string, int> names(Loss loss, FixedRandom& random) const;

    std::map<int, File> m_files;
    std::map<std::string, int> m_names;
    std::vector<DiskStep> m_waitingNames;
    int m_lastWritten = 0; ///< the file of the last write
};

} // namespace anjungan
