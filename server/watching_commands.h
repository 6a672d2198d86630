// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

namespace anjungan {

/// Adds `join`, by which a site is watched elsewhere, and `watched`, which tells of the sites that are
/// watched here. What is to be done goes into `run`.
void addWatchingCommands(CLI::App& app, std::function<int()>& run);

} // namespace anjungan
