// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/agency_list_model.h"
#include "kiosk/basket_model.h"
#include "kiosk/class_list_model.h"
#include "kiosk/idle_watch.h"
#include "kiosk/kiosk_options.h"
#include "kiosk/kiosk_settings.h"
#include "kiosk/need_list_model.h"
#include "kiosk/service_list_model.h"
#include "kiosk/service_view.h"
#include "kiosk/ticket_issue.h"
#include "kiosk/ticket_view.h"
#include "kiosk/welcome_view.h"

#include <QTimer>

namespace anjungan {

/// One citizen's way through the kiosk, from the first page to the number and back; everything she did is
/// gone afterwards. GUI thread. Verbs that make no sense on the present page do nothing.
class KioskViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
    Q_PROPERTY(Page page READ page NOTIFY pageChanged)
    Q_PROPERTY(bool browsing READ isBrowsing NOTIFY pageChanged)
    Q_PROPERTY(QString agencyName READ agencyName NOTIFY pageChanged)
    Q_PROPERTY(Sheet sheet READ sheet NOTIFY sheetChanged)
    Q_PROPERTY(bool issuing READ isIssuing NOTIFY issuingChanged)
    Q_PROPERTY(anjungan::WelcomeView welcome READ welcome NOTIFY welcomeChanged)
    Q_PROPERTY(anjungan::ServiceView service READ service NOTIFY serviceChanged)
    Q_PROPERTY(QString takeLabel READ takeLabel NOTIFY serviceChanged)
    Q_PROPERTY(bool mayAddAnother READ mayAddAnother NOTIFY serviceChanged)
    Q_PROPERTY(anjungan::TicketView ticket READ ticket NOTIFY ticketChanged)
    Q_PROPERTY(anjungan::PaperView paper READ paper NOTIFY paperChanged)
    Q_PROPERTY(anjungan::IssueProblem problem READ problem NOTIFY sheetChanged)
    Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY countdownChanged)
    Q_PROPERTY(double partLeft READ partLeft NOTIFY countdownChanged)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    Q_PROPERTY(anjungan::KioskSettings* settings READ settings CONSTANT)
    Q_PROPERTY(anjungan::AgencyListModel* agencies READ agencies CONSTANT)
    Q_PROPERTY(anjungan::ServiceListModel* frequent READ frequent CONSTANT)
    Q_PROPERTY(anjungan::ServiceListModel* services READ services CONSTANT)
    Q_PROPERTY(anjungan::ServiceListModel* found READ found CONSTANT)
    Q_PROPERTY(anjungan::BasketModel* basket READ basket CONSTANT)
    Q_PROPERTY(anjungan::ClassListModel* classes READ classes CONSTANT)
    Q_PROPERTY(anjungan::NeedListModel* needs READ needs CONSTANT)

public:
    enum class Page { Welcome, Agencies, Services, Search, Service, Priority, Ticket };
    Q_ENUM(Page)
    enum class Sheet { None, Reading, Help, Idle, Problem };
    Q_ENUM(Sheet)
    /// The references must outlive it.
    KioskViewModel(SiteFollower& follower, FaceClock& clock, FaceLanguage& language, SlipPort& slips,
                   const QrEncoder& encoder, KioskOptions options, QObject* parent = nullptr);
    /// Notices every touch and key of the kiosk's window, and takes Escape as `back`.
    Q_INVOKABLE void watchWindow(QObject* window);
    bool eventFilter(QObject* watched, QEvent* event) override;
    Q_INVOKABLE void start();         ///< to take a number
    Q_INVOKABLE void startBrowsing(); ///< to read what a service needs and costs
    Q_INVOKABLE void openSearch();
    Q_INVOKABLE void openAgency(const QString& agencyId);
    Q_INVOKABLE void openService(const QString& serviceId);
    Q_INVOKABLE void chooseCase(int index);
    Q_INVOKABLE void addAnother();
    Q_INVOKABLE void removeFromBasket(const QString& serviceId);
    Q_INVOKABLE void take();       ///< the service of this page, and what is in the basket
    Q_INVOKABLE void takeBasket(); ///< what is in the basket
    Q_INVOKABLE void back();
    Q_INVOKABLE void takeOrdinary();
    Q_INVOKABLE void takeWithPriority(); ///< with the classes that are chosen
    Q_INVOKABLE void retry();
    Q_INVOKABLE void reprint();
    Q_INVOKABLE void moreTime();
    Q_INVOKABLE void finish();                                         ///< forgets this citizen
    Q_INVOKABLE void openSheet(anjungan::KioskViewModel::Sheet sheet); ///< Reading or Help
    Q_INVOKABLE void closeSheet();
    void touched(); ///< a touch or a key: somebody is there

    [[nodiscard]] Page page() const { return m_steps.back().page; }
    [[nodiscard]] Sheet sheet() const { return m_sheet; }
    [[nodiscard]] bool isBrowsing() const { return m_browsing; }
    [[nodiscard]] bool isIssuing() const { return m_issue.state() == TicketIssue::State::Sending; }
    [[nodiscard]] QString agencyName() const;
    [[nodiscard]] WelcomeView welcome() const { return m_welcome; }
    [[nodiscard]] ServiceView service() const { return m_service; }
    [[nodiscard]] QString takeLabel() const;
    [[nodiscard]] bool mayAddAnother() const;
    [[nodiscard]] TicketView ticket() const { return m_ticket; }
    [[nodiscard]] PaperView paper() const;
    [[nodiscard]] IssueProblem problem() const { return makeIssueProblem(m_view, m_issue.error()); }
    [[nodiscard]] int secondsLeft() const { return m_idle.secondsLeft(); }
    [[nodiscard]] double partLeft() const { return m_idle.partLeft(); }
    [[nodiscard]] QString query() const { return m_query; }
    void setQuery(const QString& query);
    [[nodiscard]] KioskSettings* settings() { return &m_settings; }
    [[nodiscard]] AgencyListModel* agencies() { return &m_agencies; }
    [[nodiscard]] ServiceListModel* frequent() { return &m_frequent; }
    [[nodiscard]] ServiceListModel* services() { return &m_services; }
    [[nodiscard]] ServiceListModel* found() { return &m_found; }
    [[nodiscard]] BasketModel* basket() { return &m_basket; }
    [[nodiscard]] ClassListModel* classes() { return &m_classes; }
    [[nodiscard]] NeedListModel* needs() { return &m_needs; }

signals:
    void pageChanged();
    void sheetChanged();
    void issuingChanged();
    void welcomeChanged();
    void serviceChanged();
    void ticketChanged();
    void paperChanged();
    void countdownChanged();
    void queryChanged();

private:
    struct Step
    {
        Page page = Page::Welcome;
        AgencyId agency = {};
        ServiceId service = {};
        int caseIndex = -1;
    };

    void connectAll();
    [[nodiscard]] bool mayMove() const;
    void go(Step step);
    void arrive();
    void toWelcome();
    void beginWaiting();
    void setSheet(Sheet sheet);
    void goToPriority();
    void issue(std::vector<PriorityClassId> classes);
    void onIssueChanged();
    void showTicket();
    void renewTicket();
    void onIdle();
    void onSiteChanged();
    void onLanguageChanged();
    void loadCatalogue();
    void refresh();
    void renewService();

    SiteFollower& m_follower;
    FaceClock& m_clock;
    FaceLanguage& m_language;
    const QrEncoder& m_encoder;
    const KioskOptions m_options;
    SiteView m_view;
    KioskSettings m_settings;
    SlipWatch m_slips;
    TicketIssue m_issue;
    IdleWatch m_idle;
    AgencyListModel m_agencies;
    ServiceListModel m_frequent;
    ServiceListModel m_services;
    ServiceListModel m_found;
    BasketModel m_basket;
    ClassListModel m_classes;
    NeedListModel m_needs;
    std::shared_ptr<const Catalogue> m_catalogue; ///< what the models show
    QTimer m_refresh;
    bool m_broken = false;
    std::vector<Step> m_steps{Step{}}; ///< the way here, never empty
    Sheet m_sheet = Sheet::None;
    Sheet m_sheetBelow = Sheet::None; ///< what the warning lies on
    bool m_browsing = false;
    bool m_addedByTake = false; ///< the last of the basket stands on the page before this
    QString m_query;
    WelcomeView m_welcome;
    ServiceView m_service;
    TicketView m_ticket;
    SlipCode m_code;
};

} // namespace anjungan
