// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

namespace anjungan {

/// Adds what an administrator does to keep a site running: `backup`, `verify-backup`, `restore`,
/// `restored`, `catalogue`, `diagnose`. The one that was asked for becomes `run`, which gives the exit code.
void addOperations(CLI::App& app, std::function<int()>& run);

} // namespace anjungan
