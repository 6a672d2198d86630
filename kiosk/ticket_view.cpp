// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ticket_view.h"

#include "core/slip_maker.h"
#include "kiosk/service_view.h"

#include <QCoreApplication>

namespace anjungan {

namespace {

QString say(const char* source)
{
    return QCoreApplication::translate("TicketView", source);
}

/// "Zona 1, lantai 1"; a zone that has its floor in its name says it once.
QString placeOf(const SlipErrand& errand)
{
    const QString zone = QString::fromStdString(errand.zone);
    const QString floor = say(QT_TRANSLATE_NOOP("TicketView", "floor %1")).arg(errand.floor);
    if (zone.isEmpty() || zone.contains(floor, Qt::CaseInsensitive))
        return zone;
    return zone + QStringLiteral(", ") + floor;
}

QVariantMap errandOf(const SiteView& view, const SlipErrand& errand)
{
    return {{QStringLiteral("service"), QString::fromStdString(errand.service)},
            {QStringLiteral("agency"), QString::fromStdString(errand.agency)},
            {QStringLiteral("wait"), view.words().waitRange(errand.waitMin, errand.waitMax)},
            {QStringLiteral("ahead"), view.words().people(errand.ahead)},
            {QStringLiteral("place"), placeOf(errand)}};
}

QStringList rowsOf(const QrMatrix& matrix)
{
    QStringList rows;
    for (const std::vector<bool>& row : matrix.dark) {
        QString text;
        for (const bool dark : row)
            text.append(QLatin1Char(dark ? '1' : '0'));
        rows.append(text);
    }
    return rows;
}

void addRequirements(QVariantList& all, const QString& heading, const QStringList& lines)
{
    if (!lines.isEmpty())
        all.append(QVariantMap{{QStringLiteral("heading"), heading}, {QStringLiteral("items"), lines}});
}

QVariantList requirementsOf(const SiteView& view, const std::vector<BasketModel::Item>& items)
{
    QVariantList all;
    for (const BasketModel::Item& item : items) {
        const Service* service = view.catalogue()->find(item.service);
        if (!service)
            continue;
        const QString title = items.size() > 1 ? view.text(service->title) : QString();
        if (service->cases.size() == 1 || item.caseIndex >= 0) {
            addRequirements(all, title, requirementsOf(view, *service, item.caseIndex));
            continue;
        }
        // Nobody said which case it is: all of them, each under its name.
        for (int i = 0; i < static_cast<int>(service->cases.size()); ++i) {
            const QString name = view.text(service->cases[static_cast<std::size_t>(i)].title);
            addRequirements(all, title.isEmpty() ? name : title + QStringLiteral(": ") + name,
                            requirementsOf(view, *service, i));
        }
    }
    return all;
}

} // namespace

TicketView makeTicketView(const SiteView& view, const Ticket& ticket, const SlipCode& code,
                          const QrEncoder& encoder, const std::vector<BasketModel::Item>& items)
{
    // The slip says everything in the language it was issued in; who reads the screen may have changed it.
    Ticket translated = ticket;
    translated.language = view.language();
    const Slip slip = makeSlip(view.site(), translated);

    TicketView shown;
    shown.number = QString::fromStdString(ticket.number.text());
    for (const SlipErrand& errand : slip.errands)
        shown.errands.append(errandOf(view, errand));
    QStringList classes;
    for (const std::string& each : slip.classes)
        classes.append(QString::fromStdString(each));
    shown.classes = classes.join(QStringLiteral(", "));
    shown.requirements = requirementsOf(view, items);

    if (code.text.empty())
        return shown;
    if (const Result<QrMatrix> matrix = encoder.encode(code.text))
        shown.qrRows = rowsOf(*matrix);
    if (code.isLink) {
        shown.qrTitle = say(QT_TRANSLATE_NOOP("TicketView", "Follow it on your phone"));
        shown.qrText = say(QT_TRANSLATE_NOOP("TicketView", "You may wait outside and watch your turn on your "
                                                           "phone. Without one: listen for your number."));
    } else {
        shown.qrTitle = say(QT_TRANSLATE_NOOP("TicketView", "Show this code to staff"));
        shown.qrText = say(QT_TRANSLATE_NOOP("TicketView", "They scan it when it is your turn. Your number "
                                                           "will be called and shown on the displays."));
    }
    return shown;
}

PaperView makePaperView(const SlipWatch& slips, const QString& helpPlace)
{
    PaperView view;
    view.icon = QStringLiteral("printer");
    view.mayReprint = slips.mayReprint();
    switch (slips.state()) {
    case PaperState::Printing:
        view.title = say(QT_TRANSLATE_NOOP("TicketView", "Printing…"));
        view.text = say(QT_TRANSLATE_NOOP("TicketView", "Your number is already in the queue."));
        view.tone = QStringLiteral("info");
        break;
    case PaperState::Slow:
        view.title = say(QT_TRANSLATE_NOOP("TicketView", "The paper takes longer"));
        view.text = say(QT_TRANSLATE_NOOP("TicketView", "Please remember your number. It counts without "
                                                        "paper too."));
        view.icon = QStringLiteral("printer-alert");
        view.tone = QStringLiteral("warn");
        break;
    case PaperState::Taken:
        view.title = say(QT_TRANSLATE_NOOP("TicketView", "Please take your paper"));
        view.text = say(QT_TRANSLATE_NOOP("TicketView", "Below the screen"));
        view.tone = QStringLiteral("good");
        view.pointsDown = true;
        break;
    case PaperState::Maybe:
        view.title = say(QT_TRANSLATE_NOOP("TicketView", "Your number is ready"));
        view.text = view.mayReprint
                        ? say(QT_TRANSLATE_NOOP("TicketView", "No paper came out? Remember this number, or "
                                                              "touch Print again."))
                        : say(QT_TRANSLATE_NOOP("TicketView", "No paper came out? Remember this number. It "
                                                              "counts without paper too."));
        view.tone = QStringLiteral("info");
        break;
    case PaperState::Failed:
        view.title = say(QT_TRANSLATE_NOOP("TicketView", "The paper did not come out"));
        view.text = say(QT_TRANSLATE_NOOP("TicketView", "Your number counts all the same. Please remember "
                                                        "it, or ask staff: %1."))
                        .arg(helpPlace);
        view.icon = QStringLiteral("printer-alert");
        view.tone = QStringLiteral("warn");
        break;
    }
    return view;
}

} // namespace anjungan
