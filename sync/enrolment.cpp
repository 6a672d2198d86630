// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/enrolment.h"

#include "core/json_codec.h"
#include "core/json_depth.h"
#include "sync/problem.h"

#include <optional>

namespace anjungan {

using nlohmann::json;

std::string toJsonText(const Enrolled& enrolled)
{
    return codec::encode(enrolled).dump();
}

Result<Enrolled> readEnrolled(const std::string& text)
{
    Enrolled enrolled;
    const json from = parseJson(text);
    if (from.is_discarded() || !codec::decode(from, enrolled))
        return refuse("enrolment-invalid");
    return enrolled;
}

Result<Enrolled> enrolAt(const ServerAddress& server, const std::string& code, const Clock& clock)
{
    HttpClient http(server, clock);
    std::optional<Result<HttpClient::Response>> response;
    HttpClient::Request request;
    request.isPost = true;
    request.path = "/v1/enrol";
    request.body = json{{"code", code}}.dump(-1, ' ', false, json::error_handler_t::replace);
    request.within = std::chrono::seconds(10);
    http.send(std::move(request),
              [&response](Result<HttpClient::Response> got) { response = std::move(got); });
    while (!response)
        http.work(std::chrono::milliseconds(100));
    return successOf(*response).and_then(
        [](const HttpClient::Response& received) { return readEnrolled(received.body); });
}

} // namespace anjungan
