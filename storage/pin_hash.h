// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <string>
#include <string_view>

/// How staff's PINs are kept: argon2id by libsodium, slow and hungry for memory on purpose.
namespace anjungan {

/// Salted; a text of at most 128 printable characters. Takes about 64 MiB and a tenth of a second.
/// Errors: `out-of-memory`.
[[nodiscard]] Result<std::string> hashPin(std::string_view pin);

/// As long as hashing. False also where `hash` is none.
[[nodiscard]] bool isPinOf(const std::string& hash, std::string_view pin);

} // namespace anjungan
