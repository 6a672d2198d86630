// SPDX-License-Identifier: GPL-3.0-or-later
#include "counter/counter_words.h"

#include <QStringList>

namespace anjungan {

namespace {

constexpr int countersNamedMax = 4;

} // namespace

QString CounterWords::counter(const Counter& counter) const
{
    return tr("Counter %1").arg(QString::fromStdString(counter.label));
}

QString CounterWords::countersOf(const Catalogue& catalogue, const QueueId& id) const
{
    QStringList labels;
    for (const Counter& each : catalogue.counters) {
        if (std::find(each.queues.begin(), each.queues.end(), id) != each.queues.end())
            labels.append(QString::fromStdString(each.label));
    }
    const Queue* queue = catalogue.find(id);
    if (labels.size() > countersNamedMax && queue)
        return tr("%1, %n counters", nullptr, static_cast<int>(labels.size())).arg(text(queue->name));
    return tr("Counter %1").arg(labels.join(QStringLiteral(", ")));
}

QString CounterWords::number(const Ticket& ticket) const
{
    return QString::fromStdString(ticket.number.text());
}

QString CounterWords::serviceShort(const Catalogue& catalogue, const ServiceId& id) const
{
    const Service* service = catalogue.find(id);
    return service ? text(service->tileTitle()) : QString::fromStdString(id.text());
}

QString CounterWords::serviceTitle(const Catalogue& catalogue, const ServiceId& id) const
{
    const Service* service = catalogue.find(id);
    return service ? text(service->title) : QString::fromStdString(id.text());
}

QString CounterWords::classes(const Catalogue& catalogue, const Ticket& ticket) const
{
    QStringList names;
    for (const PriorityClassId& id : ticket.classes) {
        if (const PriorityClass* known = catalogue.find(id))
            names.append(text(known->name));
    }
    return names.join(QStringLiteral(" · "));
}

QString CounterWords::passedOverBy(const Site& site, const NextLeg& next) const
{
    const auto& passed = next.passedOver ? next.passedOver : next.passedOverPriority;
    const Leg* leg = passed ? site.find(*passed) : nullptr;
    if (!leg)
        return {};
    return QLatin1Char(' ') + tr("%1 has waited longer and is passed over at most %n times.", nullptr,
                                 site.catalogue()->policyOf(leg->queue).priorityRun)
                                  .arg(number(*site.find(passed->ticket)));
}

QString CounterWords::whyNext(const Site& site, const NextLeg& next) const
{
    const Ticket& ticket = *site.find(next.leg.ticket);
    const QString name = number(ticket);
    const Leg& leg = *site.find(next.leg);
    switch (next.reason) {
    case NextReason::FirstArrived:
        if (ticket.continues)
            return tr("%1 goes on with a number that was left waiting on an earlier day, and is first today.")
                .arg(name);
        return tr("%1 has waited longest of all who may be called to this counter now.").arg(name);
    case NextReason::AppointmentDue:
        return tr("%1 has an appointment at %2.")
                   .arg(name, time(toLocal(*leg.appointment, site.catalogue()->timeZone))) +
               passedOverBy(site, next);
    case NextReason::Priority:
        return tr("%1 belongs to a priority group (%2) and goes before ordinary numbers.")
                   .arg(name, classes(*site.catalogue(), ticket)) +
               passedOverBy(site, next);
    case NextReason::BoundReached:
        return tr("%n times somebody went before %1. That is the limit, so it is its turn now.", nullptr,
                  leg.passedOver)
            .arg(name);
    case NextReason::OnlyEarly:
        return tr("%1 has an appointment at %2. It is not time yet, but nobody else is waiting.")
            .arg(name, time(toLocal(*leg.appointment, site.catalogue()->timeZone)));
    case NextReason::OnlyReturned:
        return tr("%1 was missed and came back. It should let others go first, but nobody else is waiting.")
            .arg(name);
    }
    return {};
}

QString CounterWords::whereabouts(const Site& site, const Leg& leg, TimeZone zone) const
{
    const Catalogue& catalogue = *site.catalogue();
    if (leg.open) {
        const Counter* at = catalogue.find(leg.open->counter);
        const QString place = at ? counter(*at) : QString();
        return leg.state == LegState::Serving ? tr("is being served at %1").arg(place)
                                              : tr("is called to %1").arg(place);
    }
    switch (leg.state) {
    case LegState::Finished: {
        const bool known = !leg.ended.empty() && leg.ended.back().ended;
        return known ? tr("was finished at %1").arg(time(toLocal(*leg.ended.back().ended, zone)))
                     : tr("is finished");
    }
    case LegState::Cancelled:
        return tr("was cancelled");
    case LegState::Parked:
        return tr("is parked for %1").arg(countersOf(catalogue, leg.queue));
    case LegState::Missed:
        return tr("was missed by %1").arg(countersOf(catalogue, leg.queue));
    default:
        return tr("is waiting for %1").arg(countersOf(catalogue, leg.queue));
    }
}

QString CounterWords::undoing(UndoneAct what, const QString& number) const
{
    switch (what) {
    case UndoneAct::Call:
        return tr("Undo: call of %1").arg(number);
    case UndoneAct::Start:
        return tr("Undo: start serving %1").arg(number);
    case UndoneAct::Finish:
        return tr("Undo: finished %1").arg(number);
    case UndoneAct::NoShow:
        return tr("Undo: no-show of %1").arg(number);
    case UndoneAct::Park:
        return tr("Undo: parked %1").arg(number);
    case UndoneAct::Withdraw:
        return tr("Undo: %1 back to the queue").arg(number);
    case UndoneAct::Transfer:
        return tr("Undo: transfer of %1").arg(number);
    case UndoneAct::Return:
        return tr("Undo: return of %1 to the queue").arg(number);
    case UndoneAct::Cancel:
        return tr("Undo: cancelled errand of %1").arg(number);
    case UndoneAct::TakeOver:
        return tr("Undo: take-over of %1").arg(number);
    case UndoneAct::Reopen:
        return tr("Undo: reopened %1").arg(number);
    }
    return {};
}

QString CounterWords::way(Way way) const
{
    return way == Way::Counter ? tr("Counter", "way of service") : tr("MPP Digital");
}

QString CounterWords::need(Need need) const
{
    switch (need) {
    case Need::Wheelchair:
        return tr("Wheelchair");
    case Need::Escort:
        return tr("To be fetched by staff");
    case Need::SignLanguage:
        return tr("Sign language");
    case Need::Writing:
        return tr("In writing");
    }
    return {};
}

QString CounterWords::needIcon(Need need)
{
    switch (need) {
    case Need::Wheelchair:
        return QStringLiteral("wheelchair");
    case Need::Escort:
        return QStringLiteral("account-switch");
    case Need::SignLanguage:
        return QStringLiteral("sign-language");
    case Need::Writing:
        return QStringLiteral("pencil");
    }
    return {};
}

QString CounterWords::appointment(Instant slot, TimeZone zone) const
{
    return tr("Appointment %1").arg(time(toLocal(slot, zone)));
}

QString CounterWords::outcome(Outcome outcome) const
{
    switch (outcome) {
    case Outcome::Done:
        return tr("Done");
    case Outcome::Issued:
        return tr("Document issued");
    case Outcome::DocumentsMissing:
        return tr("Documents missing");
    case Outcome::Refused:
        return tr("Refused");
    case Outcome::Referred:
        return tr("Referred elsewhere");
    }
    return {};
}

} // namespace anjungan
