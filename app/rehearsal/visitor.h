// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace anjungan {

/// What a visitor of the rehearsal does once her number is called for the first time.
enum class Course {
    Served,                ///< comes and is served
    ServedAfterRecall,     ///< comes at the second call
    ServedAfterPark,       ///< is put aside, called again and served
    ServedAfterMiss,       ///< misses her call, comes back into the queue and is served
    ServedAfterWithdrawal, ///< the call is taken back, and made again
    Transferred,           ///< is sent on to another service and served there
    Missed,                ///< never comes
    Cancelled,             ///< gives up while she waits
};

[[nodiscard]] const char* nameOf(Course course);

/// Somebody who comes to the rehearsal: what she wants, and how her visit is meant to end.
struct Visitor
{
    int index = 0;
    std::vector<ServiceId> services; ///< her errands, one ticket
    Language language = Language::Indonesian;
    bool priority = false;
    Course course = Course::Served; ///< of her first errand; the others are served

    std::optional<TicketId> ticket; ///< once she has her number
    std::string number;
};

/// The visitors that a seed gives. Every course comes, as far as there are enough of them; errands are taken
/// from `services`, of which the first is always asked for.
[[nodiscard]] std::vector<Visitor> inviteVisitors(int count, std::uint32_t seed,
                                                  const std::vector<ServiceId>& services);

/// Whether her visit ended as it was meant to.
[[nodiscard]] bool endedAsIntended(const Visitor& visitor, const Site& site);

} // namespace anjungan
