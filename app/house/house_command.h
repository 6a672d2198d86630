// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exit_code.h"

#include <functional>

namespace CLI {
class App;
}

namespace anjungan {

/// Adds `building`: a site's server, kiosks, counters and displays, each as a process of its own. The run is
/// put into `run`.
void addHouseCommand(CLI::App& app, std::function<ExitCode()>& run, int& argc, char** argv);

} // namespace anjungan
