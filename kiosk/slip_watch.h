// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/slips.h"
#include "face/face_clock.h"

#include <QObject>

namespace anjungan {

/// What is known of the paper of one ticket.
enum class PaperState {
    Printing, ///< on its way
    Slow,     ///< on its way for longer than usual, or the printer is known to be unable just now
    Taken,    ///< the printer said that it is out
    Maybe,    ///< given to a printer that does not say
    Failed,   ///< given up
};

/// The printer's news, brought to the GUI thread and kept to the ticket that is on the screen.
class SlipWatch : public QObject
{
    Q_OBJECT

public:
    /// `clock` must outlive it; `slips` is told by it only, and may outlive it. `slow` after the start of
    /// printing it is called slow.
    SlipWatch(SlipPort& slips, const FaceClock& clock, std::chrono::milliseconds slow,
              QObject* parent = nullptr);

    /// From now on this ticket: called before it is issued, since news may be faster than the reply.
    void watch(const TicketId& ticket);
    void forget();

    /// Asks for a marked copy. One a ticket.
    void reprint();
    [[nodiscard]] bool mayReprint() const;

    [[nodiscard]] PaperState state() const { return m_state; }
    [[nodiscard]] PrinterCondition condition() const { return m_condition; }
    /// Whether the printer is known to be unable to print now. A printer that says nothing is not.
    [[nodiscard]] bool isPrinterDown() const;

signals:
    void changed();

private:
    void take(const SlipNews& news);
    void take(PrinterCondition condition);
    void look();
    void become(PaperState state);

    SlipPort& m_slips;
    const FaceClock& m_clock;
    std::chrono::milliseconds m_slow;
    TicketId m_ticket;
    PaperState m_state = PaperState::Printing;
    PrinterCondition m_condition = PrinterCondition::Unknown;
    std::chrono::milliseconds m_since{};
    bool m_reprinted = false;
};

} // namespace anjungan
