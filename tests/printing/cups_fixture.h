// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/cups_printer.h"
#include "support/program.h"
#include "support/temp_directory.h"

#include <memory>
#include <string>
#include <vector>

namespace anjungan::tests {

/// A cupsd of our own with one driverless queue `Kiosk`, in front of a simulated 80 mm printer: loopback,
/// private directories, a private bus. Nothing of the machine's own printing is touched.
class PrintingHall
{
public:
    PrintingHall();
    ~PrintingHall();

    /// Why it did not start; empty if it did.
    [[nodiscard]] const std::string& problem() const { return m_problem; }

    [[nodiscard]] CupsPrinterSettings settings() const;

    /// Documents that arrived at the printer, oldest first.
    [[nodiscard]] std::vector<std::string> arrived() const;

    /// What the printer does with the next jobs.
    void
    setNoPaperFor(int seconds);  ///< a job finds no paper, which comes back while it waits; 0: there is paper
    void setBroken(bool broken); ///< it gives every job up

    void unplugPrinter() { m_device.reset(); }

    /// Runs a CUPS program against this cupsd: {"cupsdisable", "Kiosk"}. True if it succeeded.
    bool run(std::vector<std::string> command);

private:
    void write(const std::string& name, const std::string& text) const;
    void startBus();
    void startDevice();
    void startSpooler();
    bool addQueue();

    TempDirectory m_folder;
    int m_spoolerPort = 0;
    int m_devicePort = 0;
    std::string m_problem;
    std::unique_ptr<Program> m_bus;
    std::unique_ptr<Program> m_device;
    std::unique_ptr<Program> m_spooler;
};

} // namespace anjungan::tests
