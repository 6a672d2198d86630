// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/printer.h"

#include <string>

namespace anjungan::tests {

/// The first page of a PWG raster document, as a printer would read it. Error: `pwg-unreadable`.
[[nodiscard]] Result<Raster> fromPwg(const std::string& document);

} // namespace anjungan::tests
