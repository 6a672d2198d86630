// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/problem.h"

#include "core/json_depth.h"

#include <nlohmann/json.hpp>

namespace anjungan {

namespace {

constexpr std::size_t codeLengthMax = 64;
constexpr std::size_t detailLengthMax = 500;

} // namespace

Error problemOf(const HttpClient::Response& response)
{
    const auto from = parseJson(response.body);
    const auto textAt = [&](const char* name) {
        const auto found = from.is_object() ? from.find(name) : from.end();
        return found != from.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    Error error{textAt("code"), Severity::ThisItem, textAt("detail").substr(0, detailLengthMax)};
    if (error.code.empty() || error.code.size() > codeLengthMax)
        return {"no-answer", Severity::TryAgain, "status " + std::to_string(response.status)};
    const std::string severity = textAt("severity");
    if (severity == "try-again")
        error.severity = Severity::TryAgain;
    else if (severity == "fatal")
        error.severity = Severity::Fatal;
    return error;
}

Result<HttpClient::Response> successOf(const Result<HttpClient::Response>& response)
{
    if (response && response->status != 200)
        return tl::unexpected(problemOf(*response));
    return response;
}

} // namespace anjungan
