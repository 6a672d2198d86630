// SPDX-License-Identifier: GPL-3.0-or-later
#include "counter/transfer_view_model.h"

#include "core/plain_text.h"

#include <algorithm>

namespace anjungan {

namespace {

/// Words of this file, in a context that lupdate and the program name alike.
struct TransferWords
{
    Q_DECLARE_TR_FUNCTIONS(TransferWords)
};

} // namespace

TransferViewModel::TransferViewModel(CounterSession& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{}

void TransferViewModel::open(const LegAct& act)
{
    m_act = act;
    m_filter.clear();
    m_note.clear();
    m_chosen.reset();
    refresh();
}

QString TransferViewModel::number() const
{
    const Ticket* ticket = m_session.site().find(m_act.leg.ticket);
    return ticket ? m_session.words().number(*ticket) : QString();
}

QString TransferViewModel::service() const
{
    const Leg* leg = m_session.site().find(m_act.leg);
    return leg && m_session.catalogue() ? m_session.words().serviceShort(*m_session.catalogue(), leg->service)
                                        : QString();
}

void TransferViewModel::setFilter(const QString& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    refresh();
}

void TransferViewModel::setNote(const QString& note)
{
    if (note == m_note)
        return;
    m_note = note;
    emit changed();
}

QString TransferViewModel::noteProblem() const
{
    const std::string note = m_note.trimmed().toStdString();
    if (note.size() > noteLengthMax)
        return TransferWords::tr("%n characters too long", nullptr,
                                 static_cast<int>(note.size() - noteLengthMax));
    return isPlainText(note, noteLengthMax) ? QString() : TransferWords::tr("Letters, digits and signs only");
}

QString TransferViewModel::chosenTitle() const
{
    return m_chosen && m_session.catalogue()
               ? m_session.words().serviceTitle(*m_session.catalogue(), *m_chosen)
               : QString();
}

bool TransferViewModel::matches(const Service& service) const
{
    const CounterWords& words = m_session.words();
    const Agency* agency = m_session.catalogue()->find(service.agency);
    QString all = words.text(service.title) + QLatin1Char(' ') + words.text(service.tileTitle());
    if (agency)
        all += QLatin1Char(' ') + words.text(agency->name) + QLatin1Char(' ') + words.text(agency->shortName);
    for (const std::string& keyword : service.keywords)
        all += QLatin1Char(' ') + QString::fromStdString(keyword);
    const QStringList wanted = m_filter.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(wanted.begin(), wanted.end(),
                       [&all](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

void TransferViewModel::refresh()
{
    const Catalogue* catalogue = m_session.catalogue();
    const Leg* leg = m_session.site().find(m_act.leg);
    std::vector<Choice> own;
    std::vector<Choice> others;
    if (catalogue && leg) {
        const Counter* here = m_session.counterEntry();
        for (const Service& service : catalogue->services) {
            if (service.id == leg->service || !matches(service))
                continue;
            const Agency* agency = catalogue->find(service.agency);
            Choice choice;
            choice.key = QString::fromStdString(service.id.text());
            choice.title = m_session.words().text(service.title);
            choice.subtitle = m_session.words().countersOf(*catalogue, service.queue);
            choice.section = agency ? m_session.words().text(agency->shortName) : QString();
            choice.chosen = m_chosen == service.id;
            (here && here->agency == service.agency ? own : others).push_back(std::move(choice));
        }
    }
    std::move(others.begin(), others.end(), std::back_inserter(own));
    m_services.take(std::move(own));
    emit changed();
}

void TransferViewModel::choose(int row)
{
    const Choice* choice = m_services.at(row);
    if (!choice)
        return;
    m_chosen = ServiceId::parse(choice->key.toStdString());
    refresh();
}

void TransferViewModel::chooseFirst()
{
    choose(0);
}

void TransferViewModel::send()
{
    if (!isReady() || m_session.isBusy())
        return;
    m_session.act(TransferLeg{m_act, *m_chosen, m_note.trimmed().toStdString()});
    emit done();
}

} // namespace anjungan
