// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <cups/cups.h>

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace anjungan {

/// An IPP message that frees itself.
using Ipp = std::unique_ptr<ipp_t, decltype(&ippDelete)>;

/// One connection to an IPP server, every wait of it bounded. Used from one thread.
class CupsConnection
{
public:
    /// `host` is a name, an address, or the path of a local socket. Looking a name up is bounded by the
    /// system's resolver only. Error: `printer-unreachable`.
    [[nodiscard]] static Result<CupsConnection> open(const std::string& host, int port,
                                                     std::chrono::milliseconds connectTimeout,
                                                     std::chrono::milliseconds requestTimeout);

    /// A request with charset, language, target and our user's name.
    [[nodiscard]] static Ipp request(ipp_op_t operation, const char* targetName, const std::string& target);

    /// Sends a request, and a document after it; the answer's status is successful.
    /// Errors: TryAgain `printer-unreachable` (the server did not get all of it), `printer-refused`;
    /// ThisItem `printer-unknown`, and `printer-timeout` where everything was sent but no answer came.
    [[nodiscard]] Result<Ipp> send(Ipp request, const std::string& resource, std::string_view document = {});

private:
    explicit CupsConnection(http_t* http)
        : m_http(http, &httpClose)
    {}

    std::unique_ptr<http_t, decltype(&httpClose)> m_http;
};

/// The keywords of an attribute; empty where it is missing.
[[nodiscard]] std::vector<std::string> keywordsOf(const Ipp& answer, const char* name);

/// The number or enum of an attribute; `otherwise` where it is missing or has no value.
[[nodiscard]] int integerOf(const Ipp& answer, const char* name, int otherwise);

} // namespace anjungan
