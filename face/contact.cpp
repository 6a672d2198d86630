// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/contact.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace anjungan {

namespace {

/// What no waiting mends.
constexpr std::array<std::string_view, 6> refusals{"certificate-refused", "token-unknown",    "log-invalid",
                                                   "time-unsigned",       "protocol-unknown", "site-unknown"};

} // namespace

Contact contactOf(const Connection& connection)
{
    if (connection.connected)
        return connection.problem ? Contact::Faulty : Contact::Good;
    if (!connection.problem)
        return Contact::Unknown;
    const bool refused =
        std::find(refusals.begin(), refusals.end(), connection.problem->code) != refusals.end();
    return refused ? Contact::Refused : Contact::Lost;
}

} // namespace anjungan
