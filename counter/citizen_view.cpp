// SPDX-License-Identifier: GPL-3.0-or-later
#include "counter/citizen_view.h"

#include <algorithm>
#include <QStringList>

namespace anjungan {

namespace {

/// Words of the card, in a context of their own.
struct CardWords
{
    Q_DECLARE_TR_FUNCTIONS(CardWords)
};

QVariantMap fact(const QString& icon, const QString& text, const QString& tone = {})
{
    return {{QStringLiteral("icon"), icon}, {QStringLiteral("text"), text}, {QStringLiteral("tone"), tone}};
}

QString errandOf(const CounterSession& session, const Ticket& ticket, std::size_t index)
{
    if (ticket.legs.size() < 2)
        return {};
    const QString which = CardWords::tr("Errand %1 of %2").arg(index + 1).arg(ticket.legs.size());
    // Round the ticket, beginning after this errand: what she does next.
    for (std::size_t step = 1; step < ticket.legs.size(); ++step) {
        const Leg& other = ticket.legs[(index + step) % ticket.legs.size()];
        if (other.isOver())
            continue;
        const Catalogue& catalogue = *session.catalogue();
        return which + QStringLiteral("  ·  ") +
               CardWords::tr("next: %1, %2")
                   .arg(session.words().serviceShort(catalogue, other.service),
                        session.words().countersOf(catalogue, other.queue));
    }
    return which + QStringLiteral("  ·  ") + CardWords::tr("the last one");
}

QVariantMap elapsedFact(const CounterSession& session, const Service* service, const Leg& leg, bool late)
{
    const CounterWords& words = session.words();
    const Episode& episode = *leg.open;
    if (leg.state == LegState::Serving) {
        const QString elapsed = words.shortDuration(session.now() - *episode.serving);
        if (!service)
            return fact(QStringLiteral("clock-outline"), elapsed, QStringLiteral("primary"));
        const QString standard = words.shortDuration(service->serviceStandard);
        const QString text = service->serviceStandardVerified
                                 ? CardWords::tr("%1 of %2").arg(elapsed, standard)
                                 : CardWords::tr("%1 of about %2").arg(elapsed, standard);
        return late ? fact(QStringLiteral("clock-alert"),
                           text + QStringLiteral(", ") + CardWords::tr("over the standard"),
                           QStringLiteral("warn"))
                    : fact(QStringLiteral("clock-outline"), text, QStringLiteral("primary"));
    }
    const QString called =
        CardWords::tr("called at %1").arg(words.time(toLocal(episode.called, session.zone())));
    if (episode.repeats == 0)
        return fact(QStringLiteral("bullhorn"), called, QStringLiteral("primary"));
    return fact(QStringLiteral("bullhorn"),
                called + QStringLiteral(", ") + CardWords::tr("repeated %n times", nullptr, episode.repeats),
                QStringLiteral("primary"));
}

} // namespace

CitizenView citizenAt(const CounterSession& session)
{
    CitizenView view;
    const Leg* leg = session.openLeg();
    if (!leg || !session.catalogue())
        return view;
    const Catalogue& catalogue = *session.catalogue();
    const CounterWords& words = session.words();
    const LegId& id = *session.openLegId();
    const Ticket& ticket = *session.site().find(id.ticket);
    const Service* service = catalogue.find(leg->service);

    view.present = true;
    view.serving = leg->state == LegState::Serving;
    view.stateText = view.serving ? CardWords::tr("BEING SERVED") : CardWords::tr("CALLED");
    view.number = words.number(ticket);
    view.service = words.serviceTitle(catalogue, leg->service);
    view.errand = errandOf(session, ticket, id.index);
    view.note = QString::fromStdString(leg->note);
    if (view.serving && service) {
        const auto elapsed = session.now() - *leg->open->serving;
        view.progress =
            std::clamp(static_cast<double>(elapsed.count()) /
                           static_cast<double>(std::chrono::milliseconds(service->serviceStandard).count()),
                       0.0, 1.0);
        view.late = elapsed > service->serviceStandard;
    }
    view.facts.append(elapsedFact(session, service, *leg, view.late));
    const auto waited = leg->open->called - cameAt(ticket, *leg);
    view.facts.append(fact(QStringLiteral("account-multiple"),
                           CardWords::tr("waited %1").arg(words.shortDuration(waited))));
    if (leg->appointment)
        view.facts.append(fact(QStringLiteral("calendar-clock"),
                               words.appointment(*leg->appointment, session.zone()),
                               QStringLiteral("primary")));
    if (ticket.continues)
        view.facts.append(fact(QStringLiteral("refresh"), CardWords::tr("continued number")));
    for (const Need need : ticket.needs)
        view.needs.append(fact(CounterWords::needIcon(need), words.need(need)));
    view.confirmed = ticket.priorityConfirmed;
    for (const PriorityClassId& classId : ticket.classes) {
        if (const PriorityClass* known = catalogue.find(classId))
            view.classes.append(fact(QString::fromStdString(known->icon), words.text(known->name)));
    }
    return view;
}

} // namespace anjungan
