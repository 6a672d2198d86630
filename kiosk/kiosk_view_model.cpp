// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/kiosk_view_model.h"

#include "kiosk/service_search.h"

namespace anjungan {

namespace {

/// What arrives faster than anybody can read is shown together.
constexpr int refreshDelay_ms = 150;

} // namespace

KioskViewModel::KioskViewModel(SiteFollower& follower, FaceClock& clock, FaceLanguage& language,
                               SlipPort& slips, const QrEncoder& encoder, KioskOptions options,
                               QObject* parent)
    : QObject(parent)
    , m_follower(follower)
    , m_clock(clock)
    , m_language(language)
    , m_encoder(encoder)
    , m_options(std::move(options))
    , m_view(follower, language)
    , m_settings(language, m_options.largeText, m_options.highContrast)
    , m_slips(slips, clock, m_options.slow)
    , m_issue(follower)
    , m_idle(clock)
    , m_agencies(m_view)
    , m_frequent(m_view)
    , m_services(m_view)
    , m_found(m_view)
    , m_basket(m_view)
    , m_classes(m_view)
{
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshDelay_ms);
    connectAll();
    loadCatalogue();
}

void KioskViewModel::connectAll()
{
    connect(&m_follower, &SiteFollower::changed, this, &KioskViewModel::onSiteChanged);
    connect(&m_follower, &SiteFollower::connectionChanged, this, &KioskViewModel::refresh);
    connect(&m_follower, &SiteFollower::broken, this, [this] {
        m_broken = true;
        finish();
        refresh();
    });
    connect(&m_clock, &FaceClock::minuteTurned, this, &KioskViewModel::refresh);
    connect(&m_language, &FaceLanguage::changed, this, &KioskViewModel::onLanguageChanged);
    connect(&m_refresh, &QTimer::timeout, this, &KioskViewModel::refresh);
    connect(&m_slips, &SlipWatch::changed, this, [this] {
        // Whoever reads that the paper is there, or is not, gets the time to act on it.
        if (page() == Page::Ticket)
            m_idle.atLeast(m_options.ticket);
        emit paperChanged();
        refresh();
    });
    connect(&m_issue, &TicketIssue::changed, this, &KioskViewModel::onIssueChanged);
    connect(&m_idle, &IdleWatch::changed, this, &KioskViewModel::onIdle);
    connect(&m_idle, &IdleWatch::ended, this, &KioskViewModel::finish);
    connect(&m_basket, &BasketModel::countChanged, this, &KioskViewModel::serviceChanged);
}

bool KioskViewModel::mayMove() const
{
    return m_catalogue && !m_broken && !isIssuing();
}

void KioskViewModel::go(Step step)
{
    m_steps.push_back(std::move(step));
    arrive();
}

void KioskViewModel::arrive()
{
    const Step& step = m_steps.back();
    if (step.page == Page::Services) {
        std::vector<ServiceId> ids;
        for (const Service& service : m_catalogue->services) {
            if (service.agency == step.agency)
                ids.push_back(service.id);
        }
        m_services.show(std::move(ids));
    }
    renewService();
    beginWaiting();
    emit pageChanged();
}

void KioskViewModel::beginWaiting()
{
    if (page() == Page::Ticket)
        m_idle.start({}, m_options.ticket);
    else if (page() != Page::Welcome || !m_settings.isAsTheSiteSetIt())
        m_idle.start(m_options.idle, page() == Page::Welcome ? std::chrono::seconds(0) : m_options.warning);
    else
        m_idle.stop();
}

void KioskViewModel::start()
{
    if (!mayMove() || page() != Page::Welcome)
        return;
    m_browsing = false;
    go({Page::Agencies});
}

void KioskViewModel::startBrowsing()
{
    if (!mayMove() || page() != Page::Welcome)
        return;
    m_browsing = true;
    go({Page::Agencies});
}

void KioskViewModel::openSearch()
{
    if (!mayMove() || (page() != Page::Welcome && page() != Page::Agencies && page() != Page::Services))
        return;
    if (page() == Page::Welcome)
        m_browsing = false;
    go({Page::Search});
}

void KioskViewModel::openAgency(const QString& agencyId)
{
    const auto id = AgencyId::parse(agencyId.toStdString());
    if (!mayMove() || page() != Page::Agencies || !id || !m_catalogue->find(*id))
        return;
    go({Page::Services, *id});
}

void KioskViewModel::openService(const QString& serviceId)
{
    const auto id = ServiceId::parse(serviceId.toStdString());
    const bool lists = page() == Page::Welcome || page() == Page::Services || page() == Page::Search;
    if (!mayMove() || !lists || !id || !m_catalogue->find(*id))
        return;
    if (page() == Page::Welcome)
        m_browsing = false;
    go({Page::Service, {}, *id});
}

void KioskViewModel::chooseCase(int index)
{
    if (page() != Page::Service || index < 0 || index >= m_service.cases.size())
        return;
    m_steps.back().caseIndex = index;
    if (m_basket.contains(m_steps.back().service))
        m_basket.put(m_steps.back().service, index);
    renewService();
}

void KioskViewModel::addAnother()
{
    if (!mayMove() || page() != Page::Service || !mayAddAnother())
        return;
    const Step here = m_steps.back();
    m_basket.put(here.service, here.caseIndex);
    // Only this service stays behind the list, so that the way back is short however many are added.
    m_steps = {Step{}, here, Step{Page::Agencies}};
    setQuery({});
    arrive();
}

void KioskViewModel::removeFromBasket(const QString& serviceId)
{
    if (const auto id = ServiceId::parse(serviceId.toStdString()); id && mayMove())
        m_basket.remove(*id);
}

void KioskViewModel::take()
{
    if (!mayMove() || page() != Page::Service || m_service.closed)
        return;
    const Step& here = m_steps.back();
    m_addedByTake = !m_basket.contains(here.service);
    if (!m_basket.put(here.service, here.caseIndex))
        return;
    goToPriority();
}

void KioskViewModel::takeBasket()
{
    const bool lists = page() == Page::Agencies || page() == Page::Services || page() == Page::Search;
    if (!mayMove() || !lists || m_basket.count() == 0)
        return;
    m_addedByTake = false;
    goToPriority();
}

void KioskViewModel::goToPriority()
{
    if (m_classes.count() == 0)
        issue({});
    else
        go({Page::Priority});
}

void KioskViewModel::back()
{
    if (m_sheet == Sheet::Idle) {
        moreTime();
    } else if (m_sheet != Sheet::None) {
        closeSheet();
    } else if (page() == Page::Ticket) {
        finish();
    } else if (m_steps.size() > 1 && !isIssuing()) {
        if (page() == Page::Priority && m_addedByTake)
            m_basket.remove(m_basket.items().back().service);
        m_addedByTake = false;
        m_steps.pop_back();
        if (page() == Page::Welcome)
            toWelcome();
        else
            arrive();
    }
}

void KioskViewModel::takeOrdinary()
{
    if (page() == Page::Priority && mayMove())
        issue({});
}

void KioskViewModel::takeWithPriority()
{
    if (page() == Page::Priority && mayMove() && m_classes.chosenCount() > 0)
        issue(m_classes.chosen());
}

void KioskViewModel::issue(std::vector<PriorityClassId> classes)
{
    std::vector<ServiceId> services;
    for (const BasketModel::Item& item : m_basket.items())
        services.push_back(item.service);
    m_issue.begin(std::move(services), std::move(classes), m_needs.chosen(), m_view.language());
}

void KioskViewModel::retry()
{
    if (m_sheet != Sheet::Problem)
        return;
    m_issue.retry();
}

void KioskViewModel::onIssueChanged()
{
    switch (m_issue.state()) {
    case TicketIssue::State::Idle:
        break;
    case TicketIssue::State::Sending:
        m_slips.watch(m_issue.ticket());
        setSheet(Sheet::None);
        break;
    case TicketIssue::State::Failed:
        m_slips.forget();
        setSheet(Sheet::Problem);
        break;
    case TicketIssue::State::Done:
        showTicket();
        break;
    }
    emit issuingChanged();
}

void KioskViewModel::showTicket()
{
    const Ticket* ticket = m_view.site().find(m_issue.ticket());
    m_code = {};
    if (ticket && m_options.codeOf) {
        if (Result<SlipCode> code = m_options.codeOf(m_view.site(), *ticket))
            m_code = *std::move(code);
    }
    m_steps = {Step{}, Step{Page::Ticket}};
    setSheet(Sheet::None);
    renewTicket();
    emit paperChanged();
    arrive();
}

void KioskViewModel::renewTicket()
{
    const Ticket* ticket = m_view.site().find(m_issue.ticket());
    m_ticket = ticket ? makeTicketView(m_view, *ticket, m_code, m_encoder, m_basket.items()) : TicketView();
    emit ticketChanged();
}

void KioskViewModel::reprint()
{
    if (page() == Page::Ticket)
        m_slips.reprint();
}

void KioskViewModel::moreTime()
{
    if (page() == Page::Ticket) {
        m_idle.start({}, m_options.more);
        return;
    }
    m_idle.extend(m_options.more);
    if (m_sheet == Sheet::Idle)
        setSheet(m_sheetBelow);
}

void KioskViewModel::finish()
{
    m_slips.forget();
    m_issue.reset();
    m_code = {};
    m_ticket = {};
    setSheet(Sheet::None);
    m_settings.reset();
    toWelcome();
    emit ticketChanged();
    emit issuingChanged();
}

void KioskViewModel::toWelcome()
{
    m_steps = {Step{}};
    m_browsing = false;
    m_addedByTake = false;
    m_basket.clear();
    m_classes.clear();
    m_needs.clear();
    setQuery({});
    // A failed wish is kept as long as its citizen may repeat it, which she cannot from here.
    if (!isIssuing())
        m_issue.reset();
    arrive();
}

void KioskViewModel::setQuery(const QString& query)
{
    const QString bounded = query.left(searchLengthMax);
    if (bounded == m_query)
        return;
    m_query = bounded;
    m_found.show(m_catalogue ? searchServices(*m_catalogue, m_query) : std::vector<ServiceId>());
    emit queryChanged();
}

} // namespace anjungan
