// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exit_code.h"
#include "app/faces.h"

#include <filesystem>

/// One face's part in a rehearsal of which every face is a process of its own. Each plays until its part is
/// over or the day is, then writes down what it has to tell. `stage` is the folder of `Stage`.
/// CheckFailed where it could not play; the log says why.
namespace anjungan {

/// Her share of the visitors take their numbers, one after the other.
[[nodiscard]] ExitCode playPart(KioskFace& face, Machine& machine, const Config& config,
                                const std::filesystem::path& stage);
/// Whoever the plan names at the configured counter signs in and works.
[[nodiscard]] ExitCode playPart(CounterFace& face, Machine& machine, const Config& config,
                                const std::filesystem::path& stage);
/// Shows and says the calls.
[[nodiscard]] ExitCode playPart(DisplayFace& face, Machine& machine, const Config& config,
                                const std::filesystem::path& stage);

} // namespace anjungan
