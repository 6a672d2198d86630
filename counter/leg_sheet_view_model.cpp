// SPDX-License-Identifier: GPL-3.0-or-later
#include "counter/leg_sheet_view_model.h"

namespace anjungan {

namespace {

/// Words of this file, in a context that lupdate and the program name alike.
struct LegWords
{
    Q_DECLARE_TR_FUNCTIONS(LegWords)
};

} // namespace

LegSheetViewModel::LegSheetViewModel(CounterSession& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{}

void LegSheetViewModel::open(const LegId& leg)
{
    m_leg = leg;
    const Leg* found = m_session.site().find(leg);
    m_state = found ? found->state : LegState::Cancelled;
    m_confirmsCancel = false;
    emit changed();
}

bool LegSheetViewModel::isCurrent() const
{
    const Leg* leg = m_session.site().find(m_leg);
    return leg && leg->state == m_state && !leg->open;
}

bool LegSheetViewModel::is(LegState state) const
{
    return isCurrent() && m_state == state;
}

QString LegSheetViewModel::number() const
{
    const Ticket* ticket = m_session.site().find(m_leg.ticket);
    return ticket ? m_session.words().number(*ticket) : QString();
}

QString LegSheetViewModel::service() const
{
    const Leg* leg = m_session.site().find(m_leg);
    return leg && m_session.catalogue() ? m_session.words().serviceTitle(*m_session.catalogue(), leg->service)
                                        : QString();
}

QString LegSheetViewModel::status() const
{
    const Leg* leg = m_session.site().find(m_leg);
    if (!leg || !m_session.catalogue())
        return {};
    const CounterWords& words = m_session.words();
    const Instant came = cameAt(*m_session.site().find(m_leg.ticket), *leg);
    const QString since =
        LegWords::tr("came at %1, %2 ago")
            .arg(words.time(toLocal(came, m_session.zone())), words.shortDuration(m_session.now() - came));
    if (leg->appointment)
        return words.appointment(*leg->appointment, m_session.zone()) + QStringLiteral("  ·  ") + since;
    return since;
}

QVariantList LegSheetViewModel::needs() const
{
    QVariantList needs;
    if (const Ticket* ticket = m_session.site().find(m_leg.ticket)) {
        for (const Need need : ticket->needs)
            needs.append(QVariantMap{{QStringLiteral("icon"), CounterWords::needIcon(need)},
                                     {QStringLiteral("text"), m_session.words().need(need)},
                                     {QStringLiteral("tone"), QStringLiteral("warn")}});
    }
    return needs;
}

QString LegSheetViewModel::classes() const
{
    const Ticket* ticket = m_session.site().find(m_leg.ticket);
    return ticket && m_session.catalogue() ? m_session.words().classes(*m_session.catalogue(), *ticket)
                                           : QString();
}

QString LegSheetViewModel::confirmedText() const
{
    const Ticket* ticket = m_session.site().find(m_leg.ticket);
    if (!ticket || !ticket->priorityConfirmed)
        return {};
    return ticket->hasPriority() ? LegWords::tr("Priority confirmed by staff: %1").arg(classes())
                                 : LegWords::tr("Staff found no priority");
}

bool LegSheetViewModel::canConfirm() const
{
    const Ticket* ticket = m_session.site().find(m_leg.ticket);
    return isCurrent() && ticket && ticket->hasPriority() && !ticket->priorityConfirmed;
}

QString LegSheetViewModel::note() const
{
    const Leg* leg = m_session.site().find(m_leg);
    return leg ? QString::fromStdString(leg->note) : QString();
}

QString LegSheetViewModel::callHint() const
{
    const auto problem = [this](const char* code) { return m_session.words().problem({code, {}, {}}); };
    const Ticket* ticket = m_session.site().find(m_leg.ticket);
    if (m_session.openLeg())
        return problem("counter-busy");
    if (m_session.presence() != CounterPresence::Open)
        return problem("counter-closed");
    if (ticket && ticket->openLeg())
        return problem("citizen-elsewhere");
    return {};
}

void LegSheetViewModel::send(CommandBody body)
{
    if (m_session.isBusy() || !isCurrent())
        return;
    m_session.act(std::move(body));
    emit done();
}

void LegSheetViewModel::call()
{
    if (canCall())
        send(CallLeg{*m_session.counter(), m_leg});
}

void LegSheetViewModel::returnToQueue()
{
    if (canReturn())
        send(ReturnLeg{{m_leg, std::nullopt}});
}

void LegSheetViewModel::park()
{
    if (canPark())
        send(ParkLeg{{m_leg, std::nullopt}});
}

void LegSheetViewModel::miss()
{
    if (canMiss())
        send(MarkNoShow{{m_leg, std::nullopt}});
}

void LegSheetViewModel::transfer()
{
    if (canTransfer())
        emit transferAsked();
}

void LegSheetViewModel::confirmPriority()
{
    if (canConfirm())
        send(ConfirmPriority{m_leg.ticket, m_session.site().find(m_leg.ticket)->classes});
}

void LegSheetViewModel::denyPriority()
{
    if (canConfirm())
        send(ConfirmPriority{m_leg.ticket, {}});
}

void LegSheetViewModel::cancel()
{
    m_confirmsCancel = true;
    emit changed();
}

void LegSheetViewModel::confirmCancel()
{
    if (m_confirmsCancel)
        send(CancelTicket{m_leg.ticket, m_leg.index});
}

void LegSheetViewModel::keep()
{
    m_confirmsCancel = false;
    emit changed();
}

} // namespace anjungan
