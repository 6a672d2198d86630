// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/time.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// Requests and responses as the handlers see them, whatever carries them.
namespace anjungan {

struct HttpRequest
{
    std::string method;
    std::string path;                         ///< without the query
    std::map<std::string, std::string> query; ///< percent-decoded; of a name given twice the first
    std::string body;
    std::string token; ///< of `Authorization: Bearer …`; empty without one
    std::string accept;
    std::string acceptLanguage;
    std::string ifNoneMatch;
    std::string version;  ///< of `Anjungan-Protocol`; empty without one
    bool isLocal = false; ///< comes from this machine
};

struct HttpResponse
{
    int status = 200;
    std::string contentType;
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
};

[[nodiscard]] HttpResponse jsonResponse(std::string body);

/// An error as a problem document of RFC 9457: `type`, `title` and `status`, and of ours `code` (stable),
/// `severity` and `detail`. Of an error that is no answer to the request only the code is told.
[[nodiscard]] HttpResponse problemResponse(const Error& error);

/// As in the header `Date`: RFC 9110, section 5.6.7.
[[nodiscard]] std::string httpDate(Instant time);

/// The HTTP status under which an error's code goes.
[[nodiscard]] int statusOf(const Error& error);

/// The codes whose status is not that of their severity, for the documents' test.
[[nodiscard]] std::vector<std::string_view> codesWithStatus();

/// Splits a request's target into path and query. False where it is no target of ours: too long, not
/// beginning with a slash, badly encoded, or with a control character in it.
[[nodiscard]] bool readTarget(std::string_view target, HttpRequest& request);

inline constexpr std::size_t targetLengthMax = 2'048;

} // namespace anjungan
