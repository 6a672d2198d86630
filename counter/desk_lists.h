// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "counter/counter_session.h"
#include "counter/leg_list_model.h"

namespace anjungan {

/// At most this many rows: nobody looks further down, and a full hall must not slow the desk.
inline constexpr std::size_t listedMax = 200;

/// The legs that wait for the session's counter, in calling order.
void listWaiting(const CounterSession& session, LegListModel& model);

/// The legs of its queues that are in `state` (parked or missed), by their place.
void listAside(const CounterSession& session, LegState state, LegListModel& model);

} // namespace anjungan
