// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/slip_maker.h"

#include "core/token.h"

#include <algorithm>

namespace anjungan {

const Zone* waitingZoneOf(const Catalogue& catalogue, const QueueId& queue)
{
    for (const Counter& counter : catalogue.counters) {
        if (std::find(counter.queues.begin(), counter.queues.end(), queue) != counter.queues.end())
            return catalogue.find(counter.zone);
    }
    return nullptr;
}

Slip makeSlip(const Site& site, const Ticket& ticket)
{
    const Catalogue& catalogue = *site.catalogue();
    Slip slip;
    slip.site = catalogue.site;
    slip.ticket = ticket.id;
    slip.number = ticket.number;
    slip.language = ticket.language;
    slip.siteName = catalogue.siteName.in(ticket.language);
    slip.siteRegion = catalogue.siteRegion.in(ticket.language);
    slip.issued = toLocal(ticket.issued, catalogue.timeZone);
    slip.timeZone = catalogue.timeZone;
    slip.training = catalogue.training;
    for (const PriorityClassId& id : ticket.classes) {
        if (const PriorityClass* found = catalogue.find(id))
            slip.classes.push_back(found->name.in(ticket.language));
    }
    for (const Leg& leg : ticket.legs) {
        SlipErrand errand;
        if (const Service* service = catalogue.find(leg.service)) {
            errand.service = service->title.in(ticket.language);
            if (const Agency* agency = catalogue.find(service->agency))
                errand.agency = agency->name.in(ticket.language);
        }
        if (const Zone* zone = waitingZoneOf(catalogue, leg.queue)) {
            errand.zone = zone->name.in(ticket.language);
            errand.floor = zone->floor;
        }
        errand.ahead = leg.asIssued.ahead;
        errand.waitMin = leg.asIssued.waitMin;
        errand.waitMax = leg.asIssued.waitMax;
        const Queue* queue = catalogue.find(leg.queue);
        errand.prefix = queue ? queue->prefix : ticket.number.prefix;
        slip.errands.push_back(std::move(errand));
    }
    return slip;
}

Result<SlipCode> makeSlipCode(const Slip& slip, const Signer& signer, std::string_view publicHost)
{
    TicketToken token;
    token.site = slip.site;
    token.ticket = slip.ticket;
    token.day = std::chrono::floor<std::chrono::days>(slip.issued);
    token.number = slip.number;
    token.issued = toInstant(slip.issued, slip.timeZone);
    for (const SlipErrand& errand : slip.errands)
        token.prefixes.push_back(errand.prefix);
    return writeToken(token, signer).map([publicHost](const std::string& text) {
        return SlipCode{slipCode(text, publicHost), !publicHost.empty()};
    });
}

} // namespace anjungan
