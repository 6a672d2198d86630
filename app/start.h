// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/config.h"
#include "app/exit_code.h"

/// What every command of `anjungan` begins with.
namespace anjungan {

/// Tells the standard error, and gives the exit code that goes with it.
[[nodiscard]] ExitCode complain(const Error& error);

void startLog(Config::Log::Level level);

/// The file that was named; else the one in its usual places; else the defaults.
[[nodiscard]] Result<Config> readConfig(const std::filesystem::path& named);

} // namespace anjungan
