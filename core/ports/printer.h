// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/slips.h"

#include <functional>

namespace anjungan {

/// A page of black and white dots, row by row, each row padded to whole bytes, most significant bit
/// left, 1 black.
struct Raster
{
    int width = 0;  ///< dots
    int height = 0; ///< dots
    std::vector<std::uint8_t> bits;

    [[nodiscard]] int stride() const { return (width + 7) / 8; }
};

/// One printer, or what stands for it. Calls may take seconds: never from a thread that must answer.
class Printer
{
public:
    virtual ~Printer() = default;

    /// Hands one page over. `name` is a plain word for spool lists ("A-012"). On success says whether
    /// the paper is known to be out (`Printed`) or only given to a spooler (`HandedOver`).
    /// Errors: TryAgain (`printer-unreachable`, `printer-refused`, `disk-full` …) promises that nothing is
    /// on paper, so the same page may be sent again; ThisItem (`printer-unknown`, `printer-paper-out` …)
    /// promises nothing, so only a marked copy may follow.
    [[nodiscard]] virtual Result<SlipState> print(const Raster& raster, const std::string& name) = 0;

    [[nodiscard]] virtual PrinterCondition condition() = 0;
};

} // namespace anjungan
