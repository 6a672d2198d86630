// SPDX-License-Identifier: GPL-3.0-or-later
// What a stranger sends: a first line that is a request's target, and a body that is read as whatever it may
// be. Proves that reading it neither crashes nor overflows, and that what was taken can be written and read
// again.
#include "core/command.h"
#include "core/json_depth.h"
#include "core/protocol.h"
#include "fuzz/must.h"
#include "server/http.h"
#include "sync/enrolment.h"

#include <nlohmann/json.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace anjungan;
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const std::size_t end = input.find('\n');
    HttpRequest request;
    if (readTarget(input.substr(0, end), request)) {
        must(request.path.starts_with('/'));
        if (const auto after = request.query.find("after"); after != request.query.end()) {
            if (const auto position = parsePosition(after->second))
                must(parsePosition(positionText(*position)) == position);
        }
    }
    if (end == std::string_view::npos)
        return 0;
    const std::string body(input.substr(end + 1));
    if (const auto json = parseJson(body); !json.is_discarded()) {
        if (const auto command = commandFromJson(json)) {
            const auto again = commandFromJson(toJson(*command));
            must(again && toJson(*again) == toJson(*command));
        } else {
            must(!problemResponse(command.error()).body.empty());
        }
    }
    if (const auto site = readSnapshot(body))
        must(readSnapshot(snapshotText(&*site)).has_value());
    if (const auto enrolled = readEnrolled(body))
        must(readEnrolled(toJsonText(*enrolled)).has_value());
    return 0;
}
