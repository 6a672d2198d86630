// SPDX-License-Identifier: GPL-3.0-or-later
// What a server sends as its log. Proves that its frames are the same however the text is cut.
#include "fuzz/must.h"
#include "sync/event_stream.h"

#include <cstdint>
#include <vector>

namespace {

using namespace anjungan;

std::vector<std::string> framesOf(std::string_view text, std::size_t piece)
{
    std::vector<std::string> frames;
    EventStream stream([&](const EventStream::Frame& frame) {
        frames.push_back(frame.event + '\0' + frame.data + '\0' + frame.id);
    });
    for (std::size_t i = 0; i < text.size(); i += piece)
        must(stream.take(text.substr(i, piece)));
    return frames;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 2)
        return 0;
    const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
    const auto whole = framesOf(text, text.size());
    must(framesOf(text, 1) == whole);
    must(framesOf(text, 1 + data[0] % text.size()) == whole);
    return 0;
}
