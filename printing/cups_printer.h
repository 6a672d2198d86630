// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/printer.h"

#include <chrono>
#include <string>

namespace anjungan {

struct CupsPrinterSettings
{
    std::string queue;                ///< as `lpstat -e` names it
    std::string server = "localhost"; ///< a name, an address, or the path of cupsd's socket
    int port = 631;
    std::chrono::milliseconds connectTimeout{2'000};
    std::chrono::milliseconds requestTimeout{4'000};
    std::chrono::milliseconds jobTimeout{6'000}; ///< from the submission to the end of the job
};

/// A queue of cupsd. A page goes as PWG raster of its own size at 203 dpi: a driverless queue hands it to the
/// printer unchanged, and cups-filters converts it for every other. Every call ends within its time-outs.
///
/// `print` waits for the end of the job, so that one page at a time is under way. cupsd also says
/// *completed* of a job whose data it merely got rid of, so the answer is HandedOver, never Printed. A job
/// that does not end is cancelled: paper that comes minutes later would be taken by the wrong citizen.
///
/// Errors: TryAgain `printer-unreachable` (no cupsd), `printer-refused` (the queue is stopped or does not
/// accept jobs); ThisItem `printer-unknown` (no such queue), and where something may be on paper
/// `printer-paper-out`, `printer-cover-open`, `printer-offline`, `printer-aborted`, `printer-timeout`.
///
/// `condition` asks the queue and, because cupsd does not ask an idle printer, also the printer behind an
/// `ipp:` queue itself. A printer that is reached by other ways answers nothing while idle: Unknown.
class CupsPrinter final : public Printer
{
public:
    using Settings = CupsPrinterSettings;

    explicit CupsPrinter(Settings settings);

    [[nodiscard]] Result<SlipState> print(const Raster& raster, const std::string& name) override;
    [[nodiscard]] PrinterCondition condition() override;

private:
    Settings m_settings;
};

/// What `printer-state-reasons` mean. Matched on the prefix: cupsd and printers add `-error`, `-warning`,
/// `-report` and rewrite them. Nothing wrong: Ready.
[[nodiscard]] PrinterCondition conditionOf(const std::vector<std::string>& reasons);

} // namespace anjungan
