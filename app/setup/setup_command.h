// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exit_code.h"

#include <functional>

namespace CLI {
class App;
}

namespace anjungan {

/// Adds `setup`: a new site, asked for step by step on a terminal, or told by options or a file. The run is
/// put into `run`.
void addSetupCommand(CLI::App& app, std::function<ExitCode()>& run, int& argc, char** argv);

} // namespace anjungan
