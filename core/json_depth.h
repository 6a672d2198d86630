// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string_view>

/// JSON that came from elsewhere: copying and writing it recurse, so that a text of nothing but brackets
/// would exhaust the stack.
namespace anjungan {

/// Deeper than anything goes that nodes send each other; a catalogue within an event takes half of it.
inline constexpr int jsonDepthMax = 32;

/// Where brackets go deeper than `depthMax`. Looks at the text alone: nothing is built for it.
[[nodiscard]] std::optional<std::size_t> findTooDeep(std::string_view text, int depthMax = jsonDepthMax);

/// Discarded where the text is not JSON, or nested deeper than `jsonDepthMax`.
[[nodiscard]] nlohmann::json parseJson(std::string_view text);

} // namespace anjungan
