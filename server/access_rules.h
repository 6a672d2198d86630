// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/command.h"
#include "server/device_registry.h"
#include "server/staff_registry.h"

namespace anjungan {

/// What a command needs of whoever sends it.
enum class Needs {
    Device,     ///< only to come from a device that may: a kiosk, or a machine by itself
    SignedIn,   ///< somebody who is signed in at that device
    ManagerToo, ///< a manager who is
};

/// Whether devices of this role may send such a command at all, and what it needs then: docs/protocol.md has
/// the table. Errors: `role-forbidden`.
[[nodiscard]] Result<Needs> needsOf(DeviceRole role, const Command& command);

/// The whole question. `roleOfStaff` is asked only where it matters. Errors: `device-other`,
/// `role-forbidden`, `staff-not-signed-in`.
[[nodiscard]] Result<void> mayDo(const Enrolment& device, const Command& command,
                                 const std::function<Result<StaffRole>(const StaffId&)>& roleOfStaff);

} // namespace anjungan
