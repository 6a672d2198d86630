// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace anjungan {

/// Whether people may read it as it is: valid UTF-8, no control characters, at most `bytesMax` bytes.
/// The empty text is plain.
[[nodiscard]] bool isPlainText(std::string_view text, std::size_t bytesMax);

} // namespace anjungan
