// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>

namespace anjungan {

/// Lets Qt's events run until `isDone`, at most `patience`; whether it was done.
[[nodiscard]] bool waitUntil(const std::function<bool()>& isDone,
                             std::chrono::milliseconds patience = std::chrono::seconds(10));

/// Lets them run for so long.
void waitFor(std::chrono::milliseconds time);

} // namespace anjungan
