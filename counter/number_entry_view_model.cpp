// SPDX-License-Identifier: GPL-3.0-or-later
#include "counter/number_entry_view_model.h"

#include "core/decide.h"

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

/// Faster than this nobody reads an offer: it was the Enter that asked.
constexpr std::chrono::milliseconds readWithin{500};

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
    forget();
    emit changed();
}

void NumberEntryViewModel::forget()
{
    m_answer.clear();
    m_given.clear();
    m_offer.reset();
    m_offerText.clear();
    m_offerIcon.clear();
}

void NumberEntryViewModel::setTyped(const QString& typed)
{
    const QString kept = typed.left(typedMax);
    if (kept == m_typed)
        return;
    m_typed = kept;
    forget();
    emit changed();
}

QString NumberEntryViewModel::prefix() const
{
    const Counter* counter = m_session.counterEntry();
    const Queue* queue =
        counter && !counter->queues.empty() ? m_session.catalogue()->find(counter->queues.front()) : nullptr;
    return queue ? QString::fromStdString(queue->prefix) : QString();
}

std::vector<Number> NumberEntryViewModel::numbers() const
{
    const Counter* counter = m_session.counterEntry();
    const QString typed = m_typed.trimmed();
    std::vector<Number> numbers;
    if (isDigits(typed) && counter) {
        for (const QueueId& id : counter->queues) {
            const Queue* queue = m_session.catalogue()->find(id);
            if (const auto number = queue ? Number::parse(queue->prefix + typed.toStdString()) : std::nullopt)
                numbers.push_back(*number);
        }
    } else if (const auto number = Number::parse(typed.toStdString())) {
        numbers.push_back(*number);
    }
    return numbers;
}

const Ticket* NumberEntryViewModel::find() const
{
    for (const Number& number : numbers()) {
        const Ticket* found = m_session.site().find(number);
        if (found && found->day == m_session.today())
            return found;
    }
    return nullptr;
}

std::optional<LeftTicket> NumberEntryViewModel::findLeft() const
{
    for (const Number& number : numbers()) {
        if (auto left = m_session.site().leftWaiting(number, m_session.today()))
            return left;
    }
    return std::nullopt;
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

QString NumberEntryViewModel::hindrance() const
{
    if (m_session.openLeg())
        return m_session.words().problem({"counter-busy", {}, {}});
    if (m_session.presence() != CounterPresence::Open)
        return m_session.words().problem({"counter-closed", {}, {}});
    return {};
}

void NumberEntryViewModel::answer(const QString& text)
{
    m_answer = text;
    emit changed();
}

void NumberEntryViewModel::offer(CommandBody body, const QString& icon, const QString& text)
{
    m_offer = std::move(body);
    m_offerIcon = icon;
    m_offerText = text;
    m_offeredAt = m_session.steady();
}

bool NumberEntryViewModel::offerTakeOver(const Ticket& ticket)
{
    const Leg* open = ticket.openLeg();
    if (!open || open->open->counter == m_session.counter() || !m_session.callsFrom(open->queue))
        return false;
    if (!hindrance().isEmpty()) {
        m_answer += QLatin1Char('\n') + hindrance();
        return true;
    }
    const Counter* from = m_session.catalogue()->find(open->open->counter);
    const LegId leg{ticket.id, static_cast<std::uint8_t>(open - ticket.legs.data())};
    offer(TakeOverLeg{{leg, open->open->id}, *m_session.counter()}, QStringLiteral("account-switch"),
          NumberWords::tr("Take over from %1").arg(from ? m_session.words().counter(*from) : QString()));
    return true;
}

bool NumberEntryViewModel::offerReopen(const Ticket& ticket)
{
    const Leg* last = nullptr; // the errand that ended last: what came before is history
    for (const Leg& leg : ticket.legs) {
        const bool ended = !leg.ended.empty() && leg.ended.back().ended;
        if (ended && (!last || *last->ended.back().ended <= *leg.ended.back().ended))
            last = &leg;
    }
    if (ticket.openLeg() || !last || last->state != LegState::Finished || !m_session.callsFrom(last->queue) ||
        m_session.now() - *last->ended.back().ended > reopenWithin)
        return false;
    if (!hindrance().isEmpty()) {
        m_answer += QLatin1Char('\n') + hindrance();
        return true;
    }
    offer(ReopenLeg{{ticket.id, static_cast<std::uint8_t>(last - ticket.legs.data())}, *m_session.counter()},
          QStringLiteral("refresh"), NumberWords::tr("Serve again"));
    return true;
}

void NumberEntryViewModel::offerToContinue(const LeftTicket& left)
{
    const CounterWords& words = m_session.words();
    const QString number = QString::fromStdString(left.number.text());
    const QString day = left.day == m_session.today() - std::chrono::days(1)
                            ? NumberWords::tr("yesterday (%1)").arg(words.weekday(left.day))
                            : words.date(left.day);
    if (left.continuedBy) {
        const Ticket* next = m_session.site().find(*left.continuedBy);
        m_answer = next ? NumberWords::tr("%1 of %2 was continued already, with %3.")
                              .arg(number, day, words.number(*next))
                        : words.problem({"continued-already", {}, {}});
        return;
    }
    m_answer = NumberWords::tr("%1 was left waiting %2.").arg(number, day);
    IssueTicket wanted;
    wanted.ticket = m_session.makeTicketId();
    wanted.channel = Channel::Direct;
    wanted.language = left.language;
    wanted.continues = left.id;
    offer(wanted, QStringLiteral("ticket-confirmation"), NumberWords::tr("Give a number to continue"));
}

void NumberEntryViewModel::offerFor(const Ticket& ticket)
{
    if (offerTakeOver(ticket) || offerReopen(ticket))
        return;
    // The same number of an earlier day, where today's is not what its holder came for.
    const auto left = ticket.isOver() ? findLeft() : std::nullopt;
    if (left && !left->continuedBy) {
        const QString today = m_answer;
        offerToContinue(*left);
        m_answer = today + QLatin1Char('\n') + m_answer;
    }
}

void NumberEntryViewModel::submit()
{
    if (m_session.isBusy() || !m_session.catalogue() || m_typed.trimmed().isEmpty())
        return;
    forget();
    const Ticket* ticket = find();
    if (!ticket) {
        if (const auto left = findLeft())
            offerToContinue(*left);
        else
            m_answer = m_session.words().problem({"ticket-unknown", {}, {}});
        emit changed();
        return;
    }
    const auto leg = std::find_if(ticket->legs.begin(), ticket->legs.end(), [this](const Leg& each) {
        return mayBeCalled(each) && m_session.callsFrom(each.queue);
    });
    m_answer = answerAbout(*ticket);
    if (leg == ticket->legs.end() || ticket->openLeg()) {
        offerFor(*ticket);
        emit changed();
        return;
    }
    if (!hindrance().isEmpty())
        return answer(m_answer + QLatin1Char('\n') + hindrance());
    m_session.act(
        CallLeg{*m_session.counter(), {ticket->id, static_cast<std::uint8_t>(leg - ticket->legs.begin())}});
    emit done();
}

void NumberEntryViewModel::accept()
{
    if (!m_offer || m_session.isBusy() || m_session.steady() - m_offeredAt < readWithin)
        return;
    if (const auto* wanted = std::get_if<IssueTicket>(&*m_offer))
        return giveContinued(*wanted);
    m_session.act(*m_offer);
    emit done();
}

void NumberEntryViewModel::giveContinued(const IssueTicket& wanted)
{
    // The offer stands until the answer is here: a second try is the same ticket.
    m_session.act(
        wanted,
        [this, id = wanted.ticket] {
            const Ticket* ticket = m_session.site().find(id);
            forget();
            m_given = ticket ? m_session.words().number(*ticket) : QString();
            answer(NumberWords::tr("Tell or write down the new number. It is among the first today."));
        },
        [this](const Error& error) { answer(m_session.words().problem(error)); });
}

} // namespace anjungan
