// SPDX-License-Identifier: GPL-3.0-or-later
//
// The half of KioskViewModel that follows what happens around the citizen: the site, the clock, her hand.
#include "kiosk/kiosk_view_model.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace anjungan {

void KioskViewModel::watchWindow(QObject* window)
{
    if (window)
        window->installEventFilter(this);
}

bool KioskViewModel::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
    case QEvent::Wheel:
        touched();
        break;
    case QEvent::KeyPress: {
        touched();
        const auto* key = static_cast<const QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape) {
            if (!key->isAutoRepeat())
                back();
            return true;
        }
        break;
    }
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void KioskViewModel::touched()
{
    // On the first page only what a citizen changed there needs an end.
    if (page() == Page::Welcome && !m_idle.isRunning() &&
        (m_sheet != Sheet::None || !m_settings.isAsTheSiteSetIt()))
        beginWaiting();
    if (page() == Page::Ticket)
        m_idle.atLeast(std::chrono::seconds(20));
    else
        m_idle.touched();
}

void KioskViewModel::onIdle()
{
    if (m_idle.isWarning() && page() != Page::Ticket && page() != Page::Welcome && m_sheet != Sheet::Idle) {
        m_sheetBelow = m_sheet;
        setSheet(Sheet::Idle);
    }
    emit countdownChanged();
}

void KioskViewModel::setSheet(Sheet sheet)
{
    if (sheet == m_sheet)
        return;
    m_sheet = sheet;
    emit sheetChanged();
}

void KioskViewModel::openSheet(Sheet sheet)
{
    if (m_sheet != Sheet::None || (sheet != Sheet::Reading && sheet != Sheet::Help))
        return;
    setSheet(sheet);
    if (!m_idle.isRunning())
        m_idle.start(m_options.idle, std::chrono::seconds(0));
}

void KioskViewModel::closeSheet()
{
    if (m_sheet == Sheet::Idle)
        return;
    setSheet(Sheet::None);
}

void KioskViewModel::onSiteChanged()
{
    if (m_view.catalogue() != m_catalogue) {
        loadCatalogue();
        return;
    }
    if (!m_refresh.isActive())
        m_refresh.start();
}

void KioskViewModel::loadCatalogue()
{
    m_catalogue = m_view.catalogue();
    m_agencies.load();
    m_classes.load();
    std::vector<ServiceId> frequent;
    if (m_catalogue) {
        for (const Service& service : m_catalogue->services) {
            if (service.frequent)
                frequent.push_back(service.id);
        }
    }
    m_frequent.show(std::move(frequent));
    m_found.show({});
    // What she was choosing from is not what there is any more.
    if (page() != Page::Welcome && page() != Page::Ticket && !isIssuing())
        toWelcome();
    refresh();
}

void KioskViewModel::refresh()
{
    m_welcome = makeWelcomeView(m_view, m_follower, m_slips, m_broken);
    emit welcomeChanged();
    m_agencies.refresh();
    m_frequent.refresh();
    m_services.refresh();
    m_found.refresh();
    renewService();
    // The answer came before its events did.
    if (page() == Page::Ticket && m_ticket.number.isEmpty())
        showTicket();
}

void KioskViewModel::renewService()
{
    const Step& here = m_steps.back();
    const Service* service =
        m_catalogue && here.page == Page::Service ? m_catalogue->find(here.service) : nullptr;
    if (!service)
        return;
    m_service = makeServiceView(m_view, *service, here.caseIndex);
    emit serviceChanged();
}

void KioskViewModel::onLanguageChanged()
{
    m_view.renewWords();
    refresh();
    m_classes.refresh();
    m_needs.refresh();
    m_basket.refresh();
    if (page() == Page::Ticket)
        renewTicket();
    emit paperChanged();
    emit pageChanged();
    emit sheetChanged();
}

QString KioskViewModel::agencyName() const
{
    const Agency* agency = m_catalogue ? m_catalogue->find(m_steps.back().agency) : nullptr;
    return agency ? m_view.text(agency->name) : QString();
}

QString KioskViewModel::takeLabel() const
{
    if (page() != Page::Service)
        return {};
    const int count = m_basket.count() + (m_basket.contains(m_steps.back().service) ? 0 : 1);
    if (count > 1)
        return QCoreApplication::translate("KioskViewModel", "Take a number for %1 services").arg(count);
    return m_browsing ? QCoreApplication::translate("KioskViewModel", "Take a number for this service")
                      : QCoreApplication::translate("KioskViewModel", "Take a number");
}

bool KioskViewModel::mayAddAnother() const
{
    return page() == Page::Service && !m_service.closed && !m_browsing &&
           m_basket.count() + 1 < static_cast<int>(ticketLegsMax);
}

PaperView KioskViewModel::paper() const
{
    return makePaperView(m_slips, m_welcome.helpPlace);
}

} // namespace anjungan
