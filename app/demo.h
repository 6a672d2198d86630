// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo_options.h"
#include "app/exit_code.h"

namespace anjungan {

/// Runs the demonstration to its end: until the last window is closed, or until the last visitor left.
[[nodiscard]] ExitCode runDemo(const DemoOptions& options, int& argc, char** argv);

} // namespace anjungan
