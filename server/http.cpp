// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http.h"

#include <algorithm>
#include <charconv>
#include <fmt/chrono.h>
#include <nlohmann/json.hpp>
#include <optional>

namespace anjungan {

namespace {

/// Codes whose status is not that of their severity.
const std::map<std::string_view, int> statuses{
    {"request-invalid", 400},    {"command-invalid", 400},     {"token-missing", 401},
    {"token-unknown", 401},      {"code-unknown", 403},        {"device-other", 403},
    {"role-forbidden", 403},     {"staff-not-signed-in", 403}, {"pin-wrong", 403},
    {"pin-must-change", 403},    {"pin-too-weak", 422},        {"local-only", 403},
    {"not-found", 404},          {"site-unknown", 404},        {"ticket-unknown", 404},
    {"method-not-allowed", 405}, {"request-timeout", 408},     {"snapshot-needed", 410},
    {"body-too-large", 413},     {"command-old", 410},         {"command-unknown", 422},
    {"too-many-tries", 429},     {"pin-locked", 429},          {"header-too-large", 431},
    {"protocol-unknown", 426},   {"no-answer-yet", 504},
};

/// Errors of this machine and its disk: what they tell of it is for its log.
bool isOurOwn(const Error& error)
{
    const bool isOfRequest = error.severity == Severity::ThisItem && !error.code.starts_with("journal-") &&
                             error.code != "event-too-large";
    return !isOfRequest && (error.severity == Severity::Fatal || !statuses.contains(error.code));
}

std::string_view textOf(Severity severity)
{
    switch (severity) {
    case Severity::Fatal:
        return "fatal";
    case Severity::TryAgain:
        return "try-again";
    case Severity::ThisItem:
        break;
    }
    return "this-item";
}

std::optional<std::string> decoded(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i] == '+' ? ' ' : text[i];
            continue;
        }
        unsigned value = 0;
        if (i + 2 >= text.size())
            return std::nullopt;
        const char* end = text.data() + i + 3;
        const auto [stop, error] = std::from_chars(text.data() + i + 1, end, value, 16);
        if (error != std::errc() || stop != end || value < 0x20)
            return std::nullopt;
        out += static_cast<char>(value);
        i += 2;
    }
    return out;
}

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x21 || c == 0x7f;
}

} // namespace

HttpResponse jsonResponse(std::string body)
{
    return {200, "application/json", std::move(body), {{"Cache-Control", "no-store"}}};
}

std::string httpDate(Instant time)
{
    return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT",
                       std::chrono::sys_seconds(std::chrono::floor<std::chrono::seconds>(time)));
}

int statusOf(const Error& error)
{
    if (const auto found = statuses.find(error.code); found != statuses.end())
        return found->second;
    return error.severity == Severity::ThisItem ? 409 : 503;
}

std::vector<std::string_view> codesWithStatus()
{
    std::vector<std::string_view> codes;
    for (const auto& [code, status] : statuses)
        codes.push_back(code);
    return codes;
}

HttpResponse problemResponse(const Error& error)
{
    const int status = statusOf(error);
    nlohmann::json document = {{"type", "urn:anjungan:problem:" + error.code},
                               {"title", error.code},
                               {"status", status},
                               {"code", error.code},
                               {"severity", textOf(error.severity)}};
    if (!isOurOwn(error) && !error.context.empty())
        document["detail"] = error.context;
    HttpResponse response{status,
                          "application/problem+json",
                          document.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace),
                          {{"Cache-Control", "no-store"}}};
    if (error.severity == Severity::TryAgain && status >= 429)
        response.headers.emplace_back("Retry-After", "1");
    if (status == 401)
        response.headers.emplace_back("WWW-Authenticate", "Bearer");
    return response;
}

bool readTarget(std::string_view target, HttpRequest& request)
{
    if (target.size() > targetLengthMax || !target.starts_with('/') ||
        std::any_of(target.begin(), target.end(), isControl))
        return false;
    const std::size_t mark = target.find('?');
    request.path = target.substr(0, mark);
    if (mark == std::string_view::npos)
        return true;
    std::string_view rest = target.substr(mark + 1);
    while (!rest.empty()) {
        const std::string_view pair = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
        const std::size_t equals = pair.find('=');
        const auto name = decoded(pair.substr(0, equals));
        const auto value =
            decoded(equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1));
        if (!name || !value)
            return false;
        request.query.emplace(*name, *value);
    }
    return true;
}

} // namespace anjungan
