// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/folder_printer.h"

#include "printing/raster_image.h"

#include <QBuffer>
#include <QByteArray>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace anjungan {

namespace {

constexpr std::size_t nameLengthMax = 64;
constexpr int copiesMax = 10'000;

class Descriptor
{
public:
    explicit Descriptor(int fd)
        : m_fd(fd)
    {}
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int get() const { return m_fd; }

private:
    int m_fd;
};

tl::unexpected<Error> failure(const char* what, int number)
{
    const bool full = number == ENOSPC || number == EDQUOT;
    return failTemporarily(full ? "disk-full" : "printer-unreachable",
                           std::string(what) + ": " + std::strerror(number));
}

bool isPlain(const std::string& name)
{
    if (name.empty() || name.size() > nameLengthMax || name.front() == '-')
        return false;
    for (const char c : name) {
        if (!((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'))
            return false;
    }
    return true;
}

Result<void> writeAll(int fd, const QByteArray& bytes)
{
    qsizetype written = 0;
    while (written < bytes.size()) {
        const ssize_t n =
            ::write(fd, bytes.constData() + written, static_cast<std::size_t>(bytes.size() - written));
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return failure("write", n < 0 ? errno : EIO);
        written += n;
    }
    if (::fsync(fd) != 0)
        return failure("fsync", errno);
    return {};
}

// Some network and FAT volumes do not know the flag; this process is then their only writer.
int renameIfFree(int folder, const char* from, const char* to)
{
    if (::renameat2(folder, from, folder, to, RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL)
        return -1;
    if (::faccessat(folder, to, F_OK, AT_SYMLINK_NOFOLLOW) == 0) {
        errno = EEXIST;
        return -1;
    }
    return ::renameat(folder, from, folder, to);
}

// Gives the finished file the first free name; never replaces a page.
Result<void> publish(int folder, const char* temporary, const std::string& name)
{
    for (int copy = 1; copy <= copiesMax; ++copy) {
        const std::string final = copy == 1 ? name + ".png" : name + "-" + std::to_string(copy) + ".png";
        if (renameIfFree(folder, temporary, final.c_str()) == 0) {
            if (::fsync(folder) != 0)
                return failure("fsync of the folder", errno);
            return {};
        }
        if (errno != EEXIST)
            return failure("rename", errno);
    }
    return failTemporarily("printer-refused", "too many pages of one name");
}

} // namespace

FolderPrinter::FolderPrinter(std::filesystem::path folder)
    : m_folder(std::move(folder))
{}

Result<SlipState> FolderPrinter::print(const Raster& raster, const std::string& name)
{
    if (!isPlain(name))
        return failTemporarily("printer-refused", "not a plain name");
    QByteArray png;
    QBuffer buffer(&png);
    if (!buffer.open(QIODevice::WriteOnly) || !toImage(raster).save(&buffer, "PNG"))
        return failTemporarily("printer-refused", "an empty page");

    const Descriptor folder(::open(m_folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() < 0)
        return failure("open folder", errno);
    const std::string temporary = "." + name + ".part";
    const Descriptor file(::openat(folder.get(), temporary.c_str(),
                                   O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0644));
    if (file.get() < 0)
        return failure("create", errno);
    Result<void> done = writeAll(file.get(), png);
    if (done)
        done = publish(folder.get(), temporary.c_str(), name);
    if (!done) {
        ::unlinkat(folder.get(), temporary.c_str(), 0);
        return tl::unexpected(done.error());
    }
    return SlipState::Printed;
}

PrinterCondition FolderPrinter::condition()
{
    return ::access(m_folder.c_str(), W_OK | X_OK) == 0 ? PrinterCondition::Ready : PrinterCondition::Offline;
}

} // namespace anjungan
