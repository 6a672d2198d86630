// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/crypto.h"
#include "core/site.h"
#include "core/slip.h"

namespace anjungan {

/// What the QR of a ticket's slip holds, signed by the issuing device. `publicHost` as in `slipCode`.
[[nodiscard]] Result<std::string> ticketCode(const Site& site, const Ticket& ticket, const Signer& signer,
                                             std::string_view publicHost);

/// Everything the slip of a ticket shows, in the ticket's language. `code` as `ticketCode` made it.
[[nodiscard]] Slip makeSlip(const Site& site, const Ticket& ticket, std::string code, bool codeIsLink);

} // namespace anjungan
