// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/crypto.h"
#include "core/site.h"
#include "core/slip.h"

namespace anjungan {

/// Where the citizens of a queue wait: the zone of its counters; null where the queue has none.
[[nodiscard]] const Zone* waitingZoneOf(const Catalogue& catalogue, const QueueId& queue);

/// Everything the slip of a ticket shows, in the ticket's language.
[[nodiscard]] Slip makeSlip(const Site& site, const Ticket& ticket);

/// What the QR of a slip holds, signed by the issuing device; `publicHost` as in `slipCode`. Signing is by
/// far the dearest part of a slip, so it is left to whoever needs the code; the same slip, key and host
/// always give the same text. Errors: `token-too-large`.
[[nodiscard]] Result<SlipCode> makeSlipCode(const Slip& slip, const Signer& signer,
                                            std::string_view publicHost);

} // namespace anjungan
