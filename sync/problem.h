// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/http_client.h"

namespace anjungan {

/// The error of a problem document (RFC 9457, with our `code` and `severity`); of any other response that is
/// no success `no-answer`.
[[nodiscard]] Error problemOf(const HttpClient::Response& response);

/// A response of success as it is; of any other the problem it tells.
[[nodiscard]] Result<HttpClient::Response> successOf(const Result<HttpClient::Response>& response);

} // namespace anjungan
