// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/leg_events.h"
#include "core/site_events.h"
#include "core/ticket_events.h"

#include <string>
#include <variant>

namespace anjungan {

/// An event of a kind this node does not know: kept as it came, and passed on unchanged.
struct UnknownEvent
{
    std::string kind;
    std::string body; ///< the text of a JSON object
};

using EventBody =
    std::variant<CataloguePublished, StaffChanged, DeviceRegistered, CounterChanged, TicketIssued, LegCalled,
                 CallAcknowledged, CallRepeated, ServiceStarted, LegFinished, LegMissed, CallWithdrawn,
                 LegParked, LegReturned, LegTransferred, LegCancelled, LegTakenOver, LegReopened, ActUndone,
                 PriorityConfirmed, NumbersRaised, ClockConfirmed, EpochRaised, UnknownEvent>;

} // namespace anjungan
