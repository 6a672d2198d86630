// SPDX-License-Identifier: GPL-3.0-or-later
#include "counter/number_entry_view_model.h"

#include <algorithm>
#include <QStringList>

namespace anjungan {

namespace {

/// Words of this file, in a context that lupdate and the program name alike.
struct NumberWords
{
    Q_DECLARE_TR_FUNCTIONS(NumberWords)
};

/// As long as the longest number, with a space and a hyphen too many.
constexpr int typedMax = 9;

bool isDigits(const QString& text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c >= QLatin1Char('0') && c <= QLatin1Char('9');
    });
}

bool mayBeCalled(const Leg& leg)
{
    return leg.state == LegState::Waiting || leg.state == LegState::Parked || leg.state == LegState::Missed;
}

} // namespace

NumberEntryViewModel::NumberEntryViewModel(CounterSession& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{}

void NumberEntryViewModel::open()
{
    m_typed.clear();
    m_answer.clear();
    emit changed();
}

void NumberEntryViewModel::setTyped(const QString& typed)
{
    const QString kept = typed.left(typedMax);
    if (kept == m_typed)
        return;
    m_typed = kept;
    m_answer.clear();
    emit changed();
}

QString NumberEntryViewModel::prefix() const
{
    const Counter* counter = m_session.counterEntry();
    const Queue* queue =
        counter && !counter->queues.empty() ? m_session.catalogue()->find(counter->queues.front()) : nullptr;
    return queue ? QString::fromStdString(queue->prefix) : QString();
}

const Ticket* NumberEntryViewModel::find() const
{
    const Counter* counter = m_session.counterEntry();
    const QString typed = m_typed.trimmed();
    const Ticket* found = nullptr;
    if (isDigits(typed) && counter) {
        for (const QueueId& id : counter->queues) {
            const Queue* queue = m_session.catalogue()->find(id);
            const auto number = queue ? Number::parse(queue->prefix + typed.toStdString()) : std::nullopt;
            found = found || !number ? found : m_session.site().find(*number);
        }
    } else if (const auto number = Number::parse(typed.toStdString())) {
        found = m_session.site().find(*number);
    }
    return found && found->day == dayOf(m_session.now(), m_session.zone()) ? found : nullptr;
}

QString NumberEntryViewModel::answerAbout(const Ticket& ticket) const
{
    QStringList lines;
    for (const Leg& leg : ticket.legs) {
        lines.append(NumberWords::tr("%1 (%2) %3.")
                         .arg(m_session.words().number(ticket),
                              m_session.words().serviceShort(*m_session.catalogue(), leg.service),
                              m_session.words().whereabouts(m_session.site(), leg, m_session.zone())));
    }
    return lines.join(QLatin1Char('\n'));
}

void NumberEntryViewModel::submit()
{
    if (m_session.isBusy() || !m_session.catalogue() || m_typed.trimmed().isEmpty())
        return;
    const Ticket* ticket = find();
    if (!ticket) {
        m_answer = m_session.words().problem({"ticket-unknown", {}, {}});
        emit changed();
        return;
    }
    const auto leg = std::find_if(ticket->legs.begin(), ticket->legs.end(), [this](const Leg& each) {
        return mayBeCalled(each) && m_session.callsFrom(each.queue);
    });
    if (leg == ticket->legs.end() || ticket->openLeg()) {
        m_answer = answerAbout(*ticket);
        emit changed();
        return;
    }
    if (m_session.openLeg() || m_session.presence() != CounterPresence::Open) {
        const char* code = m_session.openLeg() ? "counter-busy" : "counter-closed";
        m_answer = answerAbout(*ticket) + QLatin1Char('\n') + m_session.words().problem({code, {}, {}});
        emit changed();
        return;
    }
    m_session.act(
        CallLeg{*m_session.counter(), {ticket->id, static_cast<std::uint8_t>(leg - ticket->legs.begin())}});
    emit done();
}

} // namespace anjungan
