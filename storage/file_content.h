// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/result.h"

#include <cstdint>
#include <string>
#include <sys/types.h>

namespace anjungan {

struct FileHash
{
    std::uint64_t bytes = 0;
    Hash hash{}; ///< BLAKE2b-256 of the content

    bool operator==(const FileHash&) const = default;
};

/// Reads a file of any size, piece by piece. Errors: `file-missing`, `disk-error`.
[[nodiscard]] Result<FileHash> hashFile(const std::string& path);

struct WriteAs
{
    mode_t mode = 0600; ///< for its owner alone
    bool mayReplace = true;
};

/// Writes a file of that name whole and syncs it; an existing one is replaced only once the new one is on
/// disk. Errors: `disk-full`, `disk-error`, and `file-exists` where none may be replaced.
[[nodiscard]] Result<void> writeFileDurably(const std::string& path, std::string_view content,
                                            const WriteAs& as = {});

/// Copies a small file as `writeFileDurably` writes one. Errors: `file-missing`, `file-too-large`,
/// `disk-full`, `disk-error`.
[[nodiscard]] Result<void> copyFileDurably(const std::string& from, const std::string& to);

/// The content of a file of at most `bytesMax`. Errors: `file-missing`, `file-too-large`, `disk-error`.
[[nodiscard]] Result<std::string> readWholeFile(const std::string& path, std::size_t bytesMax);

inline constexpr std::size_t smallFileBytesMax = 16 * 1024 * 1024;

} // namespace anjungan
