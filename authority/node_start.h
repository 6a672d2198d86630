// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/authority.h"
#include "core/ports/random.h"

#include <string>
#include <vector>

namespace anjungan {

/// The node that decides, as it makes itself known in the log.
struct Node
{
    DeviceId device;
    IncarnationId incarnation;
    std::uint8_t series = 0;
    PublicKey publicKey{};
};

/// What an authority, just opened, does before it serves anybody: publishes `catalogue` where it is newer
/// than the log's, skips the numbers that may have been given although the log does not know (`owed`),
/// registers itself. Gives what staff should know, in English, for the log.
[[nodiscard]] Result<std::vector<std::string>> startNode(Authority& authority, Random& random,
                                                         const Node& node,
                                                         const std::shared_ptr<const Catalogue>& catalogue,
                                                         const std::vector<RaiseNumbers>& owed);

} // namespace anjungan
