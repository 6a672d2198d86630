// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/object_reader.h"
#include "core/text.h"

/// Reads the texts of a catalogue: plain, not blank, at most 500 bytes.
namespace anjungan {

[[nodiscard]] Text readText(const nlohmann::json& value, std::string place, Fault& fault);
/// The text of a key that must be there.
[[nodiscard]] Text requireText(ObjectReader& reader, std::string_view key);
/// Empty where the key is missing.
[[nodiscard]] Text findText(ObjectReader& reader, std::string_view key);
[[nodiscard]] std::vector<Text> readTexts(ObjectReader& reader, std::string_view key, std::size_t most);

} // namespace anjungan
