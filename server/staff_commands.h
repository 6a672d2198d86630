// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/random.h"
#include "server/site_server.h"

#include <CLI/CLI.hpp>
#include <functional>

namespace anjungan {

/// Adds somebody, or changes name and role, and gives her a new PIN for once: eight digits by chance.
/// Errors: those of `StaffRegistry::put`.
[[nodiscard]] Result<std::string> giveOneTimePin(StaffRegistry& registry, const StaffMember& member,
                                                 Random& random);

/// Adds `staff`, `staff-add` and `staff-remove`. The one that was asked for becomes `run`, which gives the
/// exit code. All may be used while the server runs, which learns of it within a second.
void addStaffCommands(CLI::App& app, std::function<int()>& run);

} // namespace anjungan
