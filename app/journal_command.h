// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exit_code.h"

#include <string>

namespace anjungan {

/// `anjungan journal verify FILE`: reads the whole journal without changing it and tells what it found.
[[nodiscard]] ExitCode verifyJournalCommand(const std::string& file);

/// `anjungan journal export FILE`: every event as one line of JSON on standard output.
[[nodiscard]] ExitCode exportJournalCommand(const std::string& file);

} // namespace anjungan
