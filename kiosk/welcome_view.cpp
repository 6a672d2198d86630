// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/welcome_view.h"

#include "face/contact.h"

#include <QCoreApplication>

namespace anjungan {

namespace {

QString say(const char* source)
{
    return QCoreApplication::translate("WelcomeView", source);
}

QVariantMap notice(const QString& tone, const QString& icon, const QString& title, const QString& text)
{
    return {{QStringLiteral("tone"), tone},
            {QStringLiteral("icon"), icon},
            {QStringLiteral("title"), title},
            {QStringLiteral("text"), text}};
}

/// A fault of the machine is the technician's business; a citizen learns where the number is to be had.
QString cannotGive()
{
    return say(QT_TRANSLATE_NOOP("WelcomeView", "This machine cannot give out numbers just now."));
}

bool isStorageFault(const Error& error)
{
    return error.code == "disk-full" || error.code == "journal-read-only" || error.code == "disk-error";
}

/// Staff can end it on the spot, so it is said what it is.
bool isClockFault(const Error& error)
{
    return error.code == "clock-doubtful" || error.code == "clock-behind";
}

QString askStaff(const SiteView& view)
{
    const QString place = view.text(view.catalogue()->helpPlace);
    return place.isEmpty()
               ? say(QT_TRANSLATE_NOOP("WelcomeView", "Please ask staff for a number."))
               : say(QT_TRANSLATE_NOOP("WelcomeView", "Please ask staff for a number: %1.")).arg(place);
}

/// Calm: nothing is broken, and waiting helps.
QString lostSince(const SiteView& view, const SiteFollower& follower)
{
    const TimeZone zone = view.catalogue() ? view.catalogue()->timeZone : TimeZone::Wib;
    return say(QT_TRANSLATE_NOOP("WelcomeView",
                                 "The kiosk has not reached the queue since %1 and keeps trying."))
        .arg(view.words().time(toLocal(follower.lostSince().value_or(follower.now()), zone)));
}

PauseView pauseOf(const SiteView& view, const SiteFollower& follower, bool broken)
{
    const QString staff = say(QT_TRANSLATE_NOOP("WelcomeView", "Staff can give you a number."));
    const QString outOfService = say(QT_TRANSLATE_NOOP("WelcomeView", "This machine is out of service"));
    const QString alert = QStringLiteral("alert-circle");
    if (broken)
        return PauseView{QStringLiteral("bad"), alert, outOfService,
                         view.catalogue() ? askStaff(view) : staff};
    if (view.catalogue())
        return {};
    const Connection& connection = follower.connection();
    switch (contactOf(connection)) {
    case Contact::Lost:
        return PauseView{QStringLiteral("info"), QStringLiteral("offline"),
                         say(QT_TRANSLATE_NOOP("WelcomeView", "Not connected yet")),
                         lostSince(view, follower) + QStringLiteral("\n\n") + staff};
    case Contact::Refused:
    case Contact::Faulty:
        return PauseView{QStringLiteral("warn"), alert, outOfService,
                         staff + QStringLiteral("\n\n") + view.words().problem(*connection.problem)};
    case Contact::Unknown:
    case Contact::Good:
        break;
    }
    return PauseView{QStringLiteral("info"), QStringLiteral("timer-sand"),
                     say(QT_TRANSLATE_NOOP("WelcomeView", "One moment…")),
                     say(QT_TRANSLATE_NOOP("WelcomeView", "The kiosk is getting ready."))};
}

QVariantList noticesOf(const SiteView& view, const SiteFollower& follower, const SlipWatch& slips)
{
    const Connection& connection = follower.connection();
    QVariantList notices;
    if (contactOf(connection) == Contact::Lost)
        notices.append(notice(QStringLiteral("info"), QStringLiteral("offline"),
                              say(QT_TRANSLATE_NOOP("WelcomeView", "No connection just now")),
                              lostSince(view, follower) + QLatin1Char(' ') + askStaff(view)));
    else if (connection.problem && isClockFault(*connection.problem))
        notices.append(notice(QStringLiteral("warn"), QStringLiteral("clock-alert"),
                              say(QT_TRANSLATE_NOOP("WelcomeView", "The clock must be looked at first")),
                              view.words().problem(*connection.problem) + QLatin1Char(' ') + askStaff(view)));
    else if (connection.problem &&
             connection.problem->code != "clock-jumped") // numbers are given all the same
        notices.append(notice(QStringLiteral("bad"), QStringLiteral("alert-circle"),
                              say(QT_TRANSLATE_NOOP("WelcomeView", "This machine has a problem")),
                              cannotGive() + QLatin1Char(' ') + askStaff(view)));
    if (slips.isPrinterDown())
        notices.append(notice(
            QStringLiteral("warn"), QStringLiteral("printer-alert"),
            slips.condition() == PrinterCondition::PaperOut
                ? say(QT_TRANSLATE_NOOP("WelcomeView", "The printer is out of paper"))
                : say(QT_TRANSLATE_NOOP("WelcomeView", "The printer is not ready")),
            say(QT_TRANSLATE_NOOP("WelcomeView", "You will get a number all the same. It is shown on the "
                                                 "screen: remember it or take a photo."))));
    return notices;
}

} // namespace

WelcomeView makeWelcomeView(const SiteView& view, const SiteFollower& follower, const SlipWatch& slips,
                            bool broken)
{
    WelcomeView shown;
    shown.broken = broken;
    shown.ready = view.catalogue() != nullptr;
    shown.pause = pauseOf(view, follower, broken);
    if (!shown.ready)
        return shown;
    const Catalogue& catalogue = *view.catalogue();
    shown.mark = view.words().siteMark(&catalogue);
    shown.siteName = view.text(catalogue.siteName);
    shown.siteRegion = view.text(catalogue.siteRegion);
    shown.helpPlace = view.text(catalogue.helpPlace);
    shown.clock = view.words().time(toLocal(view.now(), catalogue.timeZone));
    shown.date = view.words().date(dayOf(view.now(), catalogue.timeZone));
    shown.notices = noticesOf(view, follower, slips);

    const Opening opening = view.openingOfSite();
    shown.open = opening.isOpen();
    shown.closedLine = view.closedLine(opening);
    if (opening.closes)
        shown.openUntil = say(QT_TRANSLATE_NOOP("WelcomeView", "Open until %1"))
                              .arg(view.words().time(toLocal(*opening.closes, catalogue.timeZone))) +
                          view.words().seasonNote(opening);
    const int waiting = view.peopleWaiting();
    shown.waiting =
        waiting == 0 ? say(QT_TRANSLATE_NOOP("WelcomeView", "Nobody is waiting"))
                     : say(QT_TRANSLATE_NOOP("WelcomeView", "%1 waiting")).arg(view.words().people(waiting));
    return shown;
}

IssueProblem makeIssueProblem(const SiteView& view, const Error& error)
{
    IssueProblem shown;
    shown.title = say(QT_TRANSLATE_NOOP("WelcomeView", "You have no number yet"));
    // The sheet names the place of help itself.
    shown.text = isStorageFault(error) ? cannotGive() : view.words().problem(error);
    shown.mayRetry = error.severity != Severity::ThisItem;
    return shown;
}

} // namespace anjungan
