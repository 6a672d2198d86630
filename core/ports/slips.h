// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/slip.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace anjungan {

/// Where a slip stands on its way to paper.
enum class SlipState {
    Reserved,   ///< in the print outbox, committed together with its ticket
    HandedOver, ///< given to the printer (or to its spooler); nobody has said that it is on paper
    Printed,    ///< the printer said so
    Failed,     ///< given up, and shown
};

/// One row of the print outbox: the truth about a slip, kept in the journal's file.
struct OutboxRow
{
    std::int64_t id = 0;
    Slip slip;
    SlipState state = SlipState::Reserved;
    int attempts = 0;    ///< how often it was handed over
    std::string problem; ///< code of the last failure; empty if none. A row is HandedOver *with* the problem
                         ///< `print-interrupted` while it is being handed over, and without one afterwards
};

/// The print outbox. Implementations are used from one thread at a time.
class PrintOutbox
{
public:
    virtual ~PrintOutbox() = default;

    /// Rows that are Reserved, or HandedOver with a problem, oldest first. A row that is HandedOver
    /// without one was accepted by a spooler that will never say more: nothing is left to do.
    [[nodiscard]] virtual Result<std::vector<OutboxRow>> unfinished() = 0;

    /// The newest row of a ticket.
    [[nodiscard]] virtual Result<std::optional<OutboxRow>> newestOf(const TicketId& ticket) = 0;

    /// Adds a marked copy of a ticket's slip. Errors: `slip-unknown`, and the journal's.
    [[nodiscard]] virtual Result<OutboxRow> addReprint(const TicketId& ticket) = 0;

    [[nodiscard]] virtual Result<void> update(const OutboxRow& row) = 0;
};

enum class PrinterCondition { Ready, PaperLow, PaperOut, CoverOpen, Offline, Unknown };

/// What a face may know of the printer and of its slips.
struct SlipNews
{
    TicketId ticket;
    SlipState state = SlipState::Reserved;
    bool reprint = false;
    std::string problem;
};

/// Slips as a face sees them: no printer, no spooler. Thread-safe; observers are called on a thread of
/// the implementation and must not block.
class SlipPort
{
public:
    using Observer = std::function<void(const SlipNews&)>;
    using ConditionObserver = std::function<void(PrinterCondition)>;

    virtual ~SlipPort() = default;

    virtual void follow(Observer observer, ConditionObserver conditionObserver) = 0;
    virtual void reprint(const TicketId& ticket) = 0;
};

} // namespace anjungan
