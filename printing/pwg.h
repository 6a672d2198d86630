// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/printer.h"

#include <string>

namespace anjungan {

/// How a driverless printer wants its dots (PWG 5102.4, `pwg-raster-document-type-supported`).
enum class PwgType { Black1, Gray8 };

/// One page as a PWG raster document of 203 dpi, as large as the raster.
/// Errors: `printer-refused` (an empty page, or one longer than a header can say).
[[nodiscard]] Result<std::string> toPwg(const Raster& raster, PwgType type);

} // namespace anjungan
