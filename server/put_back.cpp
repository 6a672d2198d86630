// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/put_back.h"

#include "core/json_codec.h"
#include "storage/file_content.h"
#include "storage/files.h"

#include <algorithm>
#include <cerrno>
#include <unistd.h>

namespace anjungan {

namespace {

using nlohmann::json;

} // namespace

std::uint32_t freshEpoch(const Position& head, Instant now)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    return std::max(head.epoch + 1, static_cast<std::uint32_t>(seconds));
}

Result<void> writePutBack(const std::string& path, const PutBack& putBack)
{
    json out{{"epoch", putBack.epoch}, {"numbers", json::array()}};
    for (const RaiseNumbers& raise : putBack.numbers)
        out["numbers"].push_back(codec::encode(raise));
    return writeFileDurably(path, out.dump());
}

Result<std::optional<PutBack>> readPutBack(const std::string& path)
{
    const auto text = readWholeFile(path, smallFileBytesMax);
    if (!text && text.error().code == "file-missing")
        return std::optional<PutBack>();
    if (!text)
        return tl::unexpected(text.error());
    const json from = json::parse(*text, nullptr, false);
    PutBack putBack;
    if (!from.is_object() || !codec::get(from, "epoch", putBack.epoch) ||
        !codec::get(from, "numbers", putBack.numbers))
        return failForGood("put-back-invalid", path);
    return std::optional(std::move(putBack));
}

Result<void> removePutBack(const std::string& path)
{
    if (::unlink(path.c_str()) != 0 && errno != ENOENT)
        return failBySystem(errno, "disk-error", "remove " + path);
    return syncDirectoryOf(path);
}

std::vector<RaiseNumbers> owedBy(const PutBack& putBack, const Site& site)
{
    std::vector<RaiseNumbers> owed;
    for (const RaiseNumbers& raise : putBack.numbers) {
        if (raise.day >= site.day() &&
            raise.upTo.value > site.lastNumber(raise.upTo.prefix, raise.upTo.series, raise.day))
            owed.push_back(raise);
    }
    return owed;
}

} // namespace anjungan
