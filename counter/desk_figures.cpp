// SPDX-License-Identifier: GPL-3.0-or-later
#include "counter/desk_figures.h"

#include "counter/counter_session.h"

namespace anjungan {

DeskFigures figuresOf(const CounterSession& session)
{
    DeskFigures figures;
    figures.average = QStringLiteral("–");
    const Site& site = session.site();
    if (!session.catalogue() || !session.counter() || site.day() != dayOf(session.now(), session.zone()))
        return figures;
    std::chrono::milliseconds total{};
    int measured = 0;
    for (const auto& [id, ticket] : site.tickets()) {
        for (const Leg& leg : ticket.legs) {
            if (leg.state == LegState::Parked && session.callsFrom(leg.queue))
                ++figures.parked;
            if (leg.state != LegState::Finished || leg.ended.empty())
                continue;
            const Episode& last = leg.ended.back();
            if (last.counter != *session.counter())
                continue;
            ++figures.served;
            if (!last.serving || !last.ended)
                continue;
            const auto took = *last.ended - *last.serving;
            total += took;
            ++measured;
            const Service* service = session.catalogue()->find(leg.service);
            if (service && took > service->serviceStandard)
                ++figures.late;
        }
    }
    if (measured > 0)
        figures.average = session.words().shortDuration(total / measured);
    return figures;
}

} // namespace anjungan
