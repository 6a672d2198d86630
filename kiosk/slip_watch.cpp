// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/slip_watch.h"

#include <QCoreApplication>
#include <QPointer>

namespace anjungan {

SlipWatch::SlipWatch(SlipPort& slips, const FaceClock& clock, std::chrono::milliseconds slow, QObject* parent)
    : QObject(parent)
    , m_slips(slips)
    , m_clock(clock)
    , m_slow(slow)
{
    // The port has no way to stop listening, so its news may come after this is gone; the pointer is read
    // on the GUI thread only.
    const QPointer<SlipWatch> self(this);
    const auto onGuiThread = [](auto work) {
        if (auto* application = QCoreApplication::instance())
            QMetaObject::invokeMethod(application, std::move(work), Qt::QueuedConnection);
    };
    m_slips.follow(
        [self, onGuiThread](const SlipNews& news) {
            onGuiThread([self, news] {
                if (self)
                    self->take(news);
            });
        },
        [self, onGuiThread](PrinterCondition condition) {
            onGuiThread([self, condition] {
                if (self)
                    self->take(condition);
            });
        });
    connect(&m_clock, &FaceClock::ticked, this, &SlipWatch::look);
}

void SlipWatch::watch(const TicketId& ticket)
{
    m_ticket = ticket;
    m_state = PaperState::Printing;
    m_since = m_clock.steady();
    m_reprinted = false;
}

void SlipWatch::forget()
{
    m_ticket = {};
}

void SlipWatch::reprint()
{
    if (!mayReprint())
        return;
    m_reprinted = true;
    m_since = m_clock.steady();
    become(PaperState::Printing);
    m_slips.reprint(m_ticket);
}

bool SlipWatch::mayReprint() const
{
    return !m_ticket.isNull() && !m_reprinted && m_state != PaperState::Printing &&
           m_state != PaperState::Slow;
}

bool SlipWatch::isPrinterDown() const
{
    return m_condition == PrinterCondition::PaperOut || m_condition == PrinterCondition::CoverOpen ||
           m_condition == PrinterCondition::Offline;
}

void SlipWatch::take(const SlipNews& news)
{
    // After a reprint was asked for, the first slip's late news says nothing about the copy.
    if (news.ticket.isNull() || news.ticket != m_ticket || news.reprint != m_reprinted)
        return;
    switch (news.state) {
    case SlipState::Reserved:
        break;
    case SlipState::HandedOver:
        // With a problem it is being handed over just now.
        if (news.problem.empty())
            become(PaperState::Maybe);
        break;
    case SlipState::Printed:
        become(PaperState::Taken);
        break;
    case SlipState::Failed:
        become(PaperState::Failed);
        break;
    }
}

void SlipWatch::take(PrinterCondition condition)
{
    if (condition == m_condition)
        return;
    m_condition = condition;
    look();
    emit changed();
}

void SlipWatch::look()
{
    if (m_ticket.isNull() || m_state != PaperState::Printing)
        return;
    if (isPrinterDown() || m_clock.steady() - m_since >= m_slow)
        become(PaperState::Slow);
}

void SlipWatch::become(PaperState state)
{
    if (state == m_state)
        return;
    m_state = state;
    emit changed();
}

} // namespace anjungan
