// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace anjungan {

/// Stops the process with a message. For what cannot be unless this program is wrong: its supervisor
/// starts it again from the journal, which is better than going on from a state nobody intended.
[[noreturn]] void stopBecauseViolated(std::string_view invariant);

} // namespace anjungan
