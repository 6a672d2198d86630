// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rehearsal/kiosk_hand.h"

#include "app/event_wait.h"
#include <spdlog/spdlog.h>

namespace anjungan {

namespace {

constexpr int triesMax = 10;

QString named(const char* kind, const std::string& id)
{
    return QString::fromLatin1(kind) + QString::fromStdString(id);
}

} // namespace

KioskHand::KioskHand(KioskFace& face, SlipTimes& slipTimes, std::filesystem::path pictures)
    : m_face(face)
    , m_slipTimes(slipTimes)
    , m_driver(*face.window.window(), QStringLiteral("kiosk"), std::move(pictures))
{}

void KioskHand::picture(const char* page, const Visitor& visitor)
{
    const QLatin1String language(visitor.language == Language::English ? "-en" : "-id");
    m_driver.picture(QString::fromLatin1(page) + language);
}

bool KioskHand::touch(const QString& objectName)
{
    if (m_driver.touch(objectName))
        return true;
    m_trouble = QStringLiteral("cannot touch %1").arg(objectName);
    return false;
}

bool KioskHand::arrivesAt(KioskViewModel::Page page)
{
    if (waitUntil([&] { return m_face.viewModel.page() == page; }))
        return true;
    m_trouble = QStringLiteral("page %1 does not come").arg(static_cast<int>(page));
    return false;
}

bool KioskHand::takeNumber(Visitor& visitor)
{
    using Page = KioskViewModel::Page;
    if (!arrivesAt(Page::Welcome))
        return false;
    if (visitor.language == Language::English && !touch(QStringLiteral("bar-language")))
        return false;
    picture("welcome", visitor);
    const bool good = lookAround(visitor) && chooseServices(visitor) && confirm(visitor) &&
                      readTicket(visitor) && touch(QStringLiteral("finish")) && arrivesAt(Page::Welcome);
    if (!good)
        m_driver.picture(QStringLiteral("trouble-%1").arg(visitor.index));
    return good;
}

/// Some visitors ask for help, for larger text, or read first what a service needs.
bool KioskHand::lookAround(const Visitor& visitor)
{
    switch (visitor.index % 5) {
    case 1:
        if (!touch(QStringLiteral("bar-help")) ||
            !waitUntil([&] { return m_driver.sees(QStringLiteral("help-done")); }))
            return false;
        picture("help", visitor);
        return touch(QStringLiteral("help-done"));
    case 2:
        if (!touch(QStringLiteral("bar-reading")) || !touch(QStringLiteral("contrast-high")))
            return false;
        picture("text-and-contrast", visitor);
        return touch(QStringLiteral("reading-done"));
    case 3:
        if (!touch(QStringLiteral("requirements")) || !arrivesAt(KioskViewModel::Page::Agencies))
            return false;
        picture("requirements", visitor);
        m_driver.press(Qt::Key_Escape);
        return arrivesAt(KioskViewModel::Page::Welcome);
    case 4:
        return touch(QStringLiteral("bar-reach"));
    default:
        return true;
    }
}

bool KioskHand::openService(const ServiceId& service, bool first)
{
    using Page = KioskViewModel::Page;
    const Catalogue& catalogue = *m_face.follower.site().catalogue();
    const QString shortcut = named("frequent-", service.text());
    if (first && m_driver.sees(shortcut))
        return touch(shortcut) && arrivesAt(Page::Service);
    if (first && !(touch(QStringLiteral("take-number")) && arrivesAt(Page::Agencies)))
        return false;
    const std::string agency = catalogue.find(service)->agency.text();
    const QString row = named("service-", service.text());
    return touch(named("agency-", agency)) && arrivesAt(Page::Services) &&
           m_driver.scrollTo(QStringLiteral("services"), row) && touch(row) && arrivesAt(Page::Service);
}

bool KioskHand::chooseServices(const Visitor& visitor)
{
    const Catalogue& catalogue = *m_face.follower.site().catalogue();
    for (std::size_t i = 0; i < visitor.services.size(); ++i) {
        if (i > 0 && !(touch(QStringLiteral("add-another")) && arrivesAt(KioskViewModel::Page::Agencies)))
            return false;
        if (i > 0)
            picture("another-errand", visitor);
        if (!openService(visitor.services[i], i == 0))
            return false;
        if (catalogue.find(visitor.services[i])->cases.size() > 1) {
            picture("which-case", visitor);
            if (!touch(QStringLiteral("case-0")))
                return false;
        }
        picture("what-to-bring", visitor);
    }
    return touch(QStringLiteral("take")) && arrivesAt(KioskViewModel::Page::Priority);
}

bool KioskHand::confirm(Visitor& visitor)
{
    if (visitor.priority && !touch(QStringLiteral("class-0")))
        return false;
    picture(visitor.priority ? "priority-chosen" : "priority", visitor);
    const bool touched =
        touch(visitor.priority ? QStringLiteral("take-priority") : QStringLiteral("take-ordinary"));
    m_slipTimes.touchedNow();
    return touched && getsTicket();
}

/// Where no answer came she does what the kiosk offers: she tries again.
bool KioskHand::getsTicket()
{
    const auto isThere = [this] { return m_face.viewModel.page() == KioskViewModel::Page::Ticket; };
    const QString retry = QStringLiteral("problem-retry");
    for (int tries = 0; tries < triesMax; ++tries) {
        (void)waitUntil([&] { return isThere() || m_driver.sees(retry); });
        if (!m_driver.sees(retry))
            break;
        m_driver.picture(QStringLiteral("no-answer"));
        if (!touch(retry))
            return false;
    }
    return arrivesAt(KioskViewModel::Page::Ticket);
}

bool KioskHand::readTicket(Visitor& visitor)
{
    // An answer may be here before what it is about came through the log.
    (void)waitUntil([this] { return !m_face.viewModel.ticket().number.isEmpty(); });
    const auto number = Number::parse(m_face.viewModel.ticket().number.toStdString());
    const Ticket* issued = number ? m_face.follower.site().find(*number) : nullptr;
    if (!issued || !waitUntil([&] { return m_driver.sees(QStringLiteral("ticket-number")); })) {
        m_trouble = QStringLiteral("no number is shown");
        return false;
    }
    visitor.ticket = issued->id;
    visitor.number = issued->number.text();
    spdlog::info("shown {}", visitor.number);
    if (!waitUntil([&] { return m_slipTimes.isHandedOver(*visitor.ticket); })) {
        m_trouble = QStringLiteral("no slip for %1").arg(QString::fromStdString(visitor.number));
        return false;
    }
    picture(visitor.services.size() > 1 ? "ticket-several" : "ticket", visitor);
    return true;
}

} // namespace anjungan
