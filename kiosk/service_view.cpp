// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/service_view.h"

#include <QCoreApplication>

namespace anjungan {

QStringList requirementsOf(const SiteView& view, const Service& service, int caseIndex)
{
    const int chosen = service.cases.size() == 1 ? 0 : caseIndex;
    QStringList requirements;
    if (chosen < 0 || chosen >= static_cast<int>(service.cases.size()))
        return requirements;
    for (const Text& each : service.cases[static_cast<std::size_t>(chosen)].requirements)
        requirements.append(view.text(each));
    return requirements;
}

ServiceView makeServiceView(const SiteView& view, const Service& service, int caseIndex)
{
    ServiceView shown;
    shown.title = view.text(service.title);
    if (const Agency* agency = view.catalogue()->find(service.agency))
        shown.agency = view.text(agency->name);
    shown.icon = QString::fromStdString(service.icon);

    const Opening opening = view.openingOf(service);
    shown.closed = !opening.isOpen();
    shown.closedLine = view.closedLine(opening);
    const WaitEstimate estimate = view.estimate(service);
    shown.wait = view.words().waitRange(estimate.waitMin, estimate.waitMax);
    shown.ahead = view.words().people(estimate.ahead);
    shown.fee = view.words().fee(service.fee);
    if (const QString note = view.text(service.fee.note); service.fee.verified && note != shown.fee)
        shown.feeNote = note;
    if (service.serviceStandardVerified)
        shown.standard =
            QCoreApplication::translate("ServiceView", "±%1 minutes").arg(service.serviceStandard.count());

    if (service.cases.size() > 1) {
        for (const ServiceCase& each : service.cases)
            shown.cases.append(view.text(each.title));
        shown.caseIndex = caseIndex;
    }
    shown.requirements = requirementsOf(view, service, caseIndex);
    return shown;
}

} // namespace anjungan
