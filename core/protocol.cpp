// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol.h"

#include "core/json_codec.h"
#include "core/json_depth.h"
#include "core/site_checkpoint.h"

#include <charconv>

namespace anjungan {

using nlohmann::json;

std::string signedTimeText(std::string_view nonce, Instant time)
{
    return "anjungan-time-1 " + std::string(nonce) + ' ' + std::to_string(time.time_since_epoch().count());
}

std::string snapshotText(const Site* site)
{
    json document = {{"position", {{"epoch", 0}, {"n", 0}}}, {"state", ""}};
    if (site) {
        document["position"] = {{"epoch", site->head().epoch}, {"n", site->head().n}};
        document["state"] = checkpointOf(*site);
        if (site->catalogue())
            document["catalogue"] = toJson(*site->catalogue());
    }
    return document.dump();
}

Result<Site> readSnapshot(const std::string& text)
{
    const json from = parseJson(text);
    const auto wrong = [](std::string context) { return refuse("snapshot-invalid", std::move(context)); };
    if (!from.is_object() || !from.contains("position") || !from["position"].is_object())
        return wrong("no position");
    Checkpoint checkpoint;
    if (!codec::get(from["position"], "epoch", checkpoint.at.epoch) ||
        !codec::get(from["position"], "n", checkpoint.at.n))
        return wrong("position");
    if (checkpoint.at.n == 0)
        return Site();
    const auto state = from.find("state");
    if (state == from.end() || !state->is_string())
        return wrong("state");
    checkpoint.state = state->get<std::string>();
    CataloguePublished published;
    if (from.contains("catalogue") && !codec::get(from, "catalogue", published.catalogue))
        return wrong("catalogue");
    const auto site = siteOf(checkpoint, [&](std::uint64_t n) -> Result<std::optional<Event>> {
        if (!published.catalogue)
            return std::nullopt;
        Event event;
        event.position = Position{checkpoint.at.epoch, n};
        event.body = published;
        return event;
    });
    if (!site)
        return wrong(site.error().code + ' ' + site.error().context);
    return *site;
}

std::string positionText(Position position)
{
    return std::to_string(position.epoch) + '.' + std::to_string(position.n);
}

std::optional<Position> parsePosition(std::string_view text)
{
    Position position;
    const char* end = text.data() + text.size();
    const auto epoch = std::from_chars(text.data(), end, position.epoch);
    if (epoch.ec != std::errc() || epoch.ptr == end || *epoch.ptr != '.')
        return std::nullopt;
    const auto n = std::from_chars(epoch.ptr + 1, end, position.n);
    if (n.ec != std::errc() || n.ptr != end)
        return std::nullopt;
    return position;
}

} // namespace anjungan
