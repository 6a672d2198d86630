// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exit_code.h"

#include <filesystem>
#include <functional>
#include <string>

namespace CLI {
class App;
}

namespace anjungan {

/// Adds `kiosk`, `counter` and `display`, each a face on a machine of its own that follows the site's server,
/// and `enrol`. Which one was chosen is put into `run`.
void addFaceCommands(CLI::App& app, std::function<ExitCode()>& run, int& argc, char** argv);

} // namespace anjungan
