// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace anjungan {

/// This machine's; empty where it has none.
[[nodiscard]] std::string hostName();

} // namespace anjungan
