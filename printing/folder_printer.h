// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/printer.h"

#include <filesystem>

namespace anjungan {

/// Stands for a printer where there is none: one PNG a page, `<name>.png`, a further page of that name
/// `<name>-2.png` and so on. A file appears whole or not at all and is on disk before `print` returns, so the
/// answer is Printed. The folder must exist: a missing one may be a volume that is not mounted.
///
/// Errors, all TryAgain: `printer-unreachable` (folder missing or not writable), `disk-full`,
/// `printer-refused` (a name that is no plain word, an empty page, 10,000 pages of one name).
class FolderPrinter final : public Printer
{
public:
    explicit FolderPrinter(std::filesystem::path folder);

    [[nodiscard]] Result<SlipState> print(const Raster& raster, const std::string& name) override;
    [[nodiscard]] PrinterCondition condition() override;

private:
    std::filesystem::path m_folder;
};

} // namespace anjungan
