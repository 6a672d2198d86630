// SPDX-License-Identifier: GPL-3.0-or-later
// What a log brings: events, one a line, on a site with a catalogue, two tickets and a counter. Proves that
// an event is refused or applied, that it is written as it was read, and that the state after it can be kept.
#include "core/json_depth.h"
#include "core/site_checkpoint.h"
#include "fuzz/must.h"

#include <fstream>
#include <nlohmann/json.hpp>

namespace {

using namespace anjungan;

/// The site after tests/fuzz/data/hall.jsonl: what a server wrote.
const Site& hall()
{
    static const Site site = [] {
        Site made;
        std::ifstream file(ANJUNGAN_SOURCE_DIR "/tests/fuzz/data/hall.jsonl");
        for (std::string line; std::getline(file, line);) {
            const auto event = eventFromJson(parseJson(line));
            must(event.has_value());
            must(applyEvent(made, *event).has_value());
        }
        must(made.tickets().size() >= 2);
        return made;
    }();
    return site;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string_view input(reinterpret_cast<const char*>(data), size);
    Site site = hall();
    while (!input.empty()) {
        const std::string_view line = input.substr(0, input.find('\n'));
        input.remove_prefix(std::min(input.size(), line.size() + 1));
        auto event = eventFromJson(parseJson(line));
        if (!event)
            continue;
        const auto text = toJson(*event).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        const auto again = eventFromJson(parseJson(text));
        must(again && toJson(*again) == toJson(*event));
        // Where it would stand: otherwise hardly any is next.
        event->position = Position{site.head().epoch, site.head().n + 1};
        if (!applyEvent(site, *event))
            return 0;
    }
    must(!checkpointOf(site).empty());
    return 0;
}
