// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exit_code.h"

#include <CLI/CLI.hpp>
#include <functional>

namespace anjungan {

/// Adds `anjungan journal …` to the command line: verify, export, stats and backup, which change nothing and
/// work while the program runs; prune and repair, which need the journal for themselves. The one that was
/// chosen becomes `run`, which must live as long as `app`.
void addJournalCommands(CLI::App& app, std::function<ExitCode()>& run);

} // namespace anjungan
