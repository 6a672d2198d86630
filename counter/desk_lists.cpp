// SPDX-License-Identifier: GPL-3.0-or-later
#include "counter/desk_lists.h"

#include <algorithm>

namespace anjungan {

namespace {

/// Words of the rows, in a context of their own.
struct RowWords
{
    Q_DECLARE_TR_FUNCTIONS(RowWords)
};

QVariantMap fact(const QString& text, const char* tone, const QString& icon = {})
{
    return {{QStringLiteral("icon"), icon},
            {QStringLiteral("text"), text},
            {QStringLiteral("tone"), QString::fromLatin1(tone)}};
}

LegRow rowOf(const CounterSession& session, const LegId& id)
{
    const Ticket& ticket = *session.site().find(id.ticket);
    const Leg& leg = ticket.legs[id.index];
    const Catalogue& catalogue = *session.catalogue();
    const CounterWords& words = session.words();
    const auto waited = session.now() - cameAt(ticket, leg);
    const Service* service = catalogue.find(leg.service);

    LegRow row;
    row.leg = id;
    row.number = words.number(ticket);
    row.service = words.serviceShort(catalogue, leg.service);
    row.waited = words.shortDuration(waited);
    row.late = service && waited > service->waitingStandard;
    const QString classes = words.classes(catalogue, ticket);
    if (!classes.isEmpty())
        row.facts.append(
            fact(classes, "primary", ticket.priorityConfirmed ? QStringLiteral("check") : QString()));
    else if (ticket.priorityConfirmed)
        row.facts.append(fact(RowWords::tr("No priority, says staff"), "quiet"));
    if (leg.appointment)
        row.facts.append(fact(words.appointment(*leg.appointment, session.zone()), "primary",
                              QStringLiteral("calendar-clock")));
    if (ticket.continues)
        row.facts.append(fact(RowWords::tr("Continued number"), "primary", QStringLiteral("refresh")));
    for (const Need need : ticket.needs)
        row.facts.append(fact(words.need(need), "warn", CounterWords::needIcon(need)));
    if (const Leg* elsewhere = leg.open ? nullptr : ticket.openLeg()) {
        if (const Counter* at = catalogue.find(elsewhere->open->counter))
            row.facts.append(fact(RowWords::tr("now at %1").arg(words.counter(*at)), "quiet"));
    } else if (leg.state == LegState::Waiting &&
               leg.place.notBeforeCall > session.site().queue(leg.queue).calls) {
        row.facts.append(fact(RowWords::tr("came back, lets others go first"), "quiet"));
    }
    if (row.late)
        row.facts.append(fact(RowWords::tr("Over the waiting limit"), "warn"));
    if (row.facts.isEmpty())
        row.facts.append(fact(RowWords::tr("Ordinary queue"), "quiet"));
    return row;
}

QString moreText(std::size_t all, std::size_t shown)
{
    return all > shown ? RowWords::tr("%n more", nullptr, static_cast<int>(all - shown)) : QString();
}

} // namespace

void listWaiting(const CounterSession& session, LegListModel& model)
{
    const Counter* counter = session.counterEntry();
    if (!counter)
        return model.take({}, 0, {});
    const Site& site = session.site();
    std::vector<LegRow> rows;
    const auto next = nextFor(site, counter->id, session.now());
    for (const LegId& id : waitingFor(site, counter->id, session.now(), listedMax)) {
        rows.push_back(rowOf(session, id));
        rows.back().next = next && next->leg == id;
    }
    std::size_t all = 0;
    if (!rows.empty()) {
        for (const QueueId& id : counter->queues)
            all += site.queue(id).count();
    }
    const QString more = moreText(all, rows.size());
    model.take(std::move(rows), static_cast<int>(all), more);
}

void listAside(const CounterSession& session, LegState state, LegListModel& model)
{
    const Site& site = session.site();
    if (!session.counterEntry() || site.day() != dayOf(session.now(), session.zone()))
        return model.take({}, 0, {});
    std::vector<std::pair<Place, LegId>> found;
    for (const auto& [id, ticket] : site.tickets()) {
        for (std::size_t i = 0; i < ticket.legs.size(); ++i) {
            const Leg& leg = ticket.legs[i];
            if (leg.state == state && session.callsFrom(leg.queue))
                found.push_back({leg.place, {id, static_cast<std::uint8_t>(i)}});
        }
    }
    std::sort(found.begin(), found.end());
    std::vector<LegRow> rows;
    for (std::size_t i = 0; i < std::min(found.size(), listedMax); ++i)
        rows.push_back(rowOf(session, found[i].second));
    const QString more = moreText(found.size(), rows.size());
    model.take(std::move(rows), static_cast<int>(found.size()), more);
}

} // namespace anjungan
