// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/file_content.h"

#include "storage/files.h"
#include "storage/sodium.h"

#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <unistd.h>
#include <vector>

namespace anjungan {

namespace {

constexpr std::size_t pieceBytes = 256 * 1024;

tl::unexpected<Error> failToRead(const std::string& path)
{
    if (errno == ENOENT)
        return failForGood("file-missing", path);
    return failBySystem(errno, "disk-error", "read " + path);
}

/// Gives a file's content piece by piece; false ends it early.
template <typename Take>
Result<void> readPieces(const std::string& path, Take take)
{
    const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen())
        return failToRead(path);
    std::vector<char> piece(pieceBytes);
    while (true) {
        const ssize_t length = ::read(file.get(), piece.data(), piece.size());
        if (length < 0 && errno == EINTR)
            continue;
        if (length < 0)
            return failToRead(path);
        if (length == 0 || !take(std::string_view(piece.data(), static_cast<std::size_t>(length))))
            return {};
    }
}

Result<void> writeAll(int file, const std::string& path, std::string_view content)
{
    while (!content.empty()) {
        const ssize_t length = ::write(file, content.data(), content.size());
        if (length < 0 && errno == EINTR)
            continue;
        if (length < 0)
            return failBySystem(errno, "disk-error", "write " + path);
        content.remove_prefix(static_cast<std::size_t>(length));
    }
    if (::fsync(file) != 0)
        return failBySystem(errno, "disk-error", "sync " + path);
    return {};
}

} // namespace

Result<FileHash> hashFile(const std::string& path)
{
    makeSodiumReady();
    FileHash out;
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, out.hash.size());
    return readPieces(path,
                      [&](std::string_view piece) {
                          out.bytes += piece.size();
                          crypto_generichash_update(
                              &state, reinterpret_cast<const unsigned char*>(piece.data()), piece.size());
                          return true;
                      })
        .map([&] {
            crypto_generichash_final(&state, out.hash.data(), out.hash.size());
            return out;
        });
}

Result<void> writeFileDurably(const std::string& path, std::string_view content, const WriteAs& as)
{
    const std::string unfinished = path + ".new";
    // What an earlier try left may be open to others: a new one is made.
    ::unlink(unfinished.c_str());
    {
        const FileDescriptor file(
            ::open(unfinished.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, as.mode));
        if (!file.isOpen())
            return failBySystem(errno, "disk-error", "open " + unfinished);
        if (auto written = writeAll(file.get(), unfinished, content); !written) {
            ::unlink(unfinished.c_str());
            return written;
        }
    }
    return as.mayReplace ? renameDurably(unfinished, path) : renameDurablyToNew(unfinished, path);
}

Result<std::string> readWholeFile(const std::string& path, std::size_t bytesMax)
{
    std::string content;
    auto read = readPieces(path, [&](std::string_view piece) {
        content += piece;
        return content.size() <= bytesMax;
    });
    if (!read)
        return tl::unexpected(read.error());
    if (content.size() > bytesMax)
        return failForGood("file-too-large", path);
    return content;
}

Result<void> copyFileDurably(const std::string& from, const std::string& to)
{
    return readWholeFile(from, smallFileBytesMax).and_then([&](const std::string& content) {
        return writeFileDurably(to, content);
    });
}

} // namespace anjungan
