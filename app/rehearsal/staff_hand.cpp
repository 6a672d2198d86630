// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rehearsal/staff_hand.h"

#include "app/event_wait.h"
#include "core/calling.h"

#include <algorithm>

namespace anjungan {

namespace {

constexpr auto patience = std::chrono::seconds(4);
constexpr int strokeApart_ms = 550;
constexpr const char* ownPin = "271828";

QString named(const char* kind, const std::string& id)
{
    return QString::fromLatin1(kind) + QString::fromStdString(id);
}

} // namespace

StaffHand::StaffHand(CounterFace& face, CounterId counter, StaffId staff, Duties duties,
                     std::filesystem::path pictures)
    : m_face(face)
    , m_counter(std::move(counter))
    , m_staff(std::move(staff))
    , m_duties(std::move(duties))
    , m_driver(*face.window.window(), QStringLiteral("counter"), std::move(pictures))
{}

bool StaffHand::signIn(const std::string& pin)
{
    const QString counter = named("counter-", m_counter.text());
    const QString person = named("person-", m_staff.text());
    // A machine whose counter is configured asks for the person only.
    (void)waitUntil([&] { return m_driver.sees(counter) || m_driver.sees(person); });
    if (m_driver.sees(counter)) {
        m_driver.picture(QStringLiteral("choose-counter"));
        if (!m_driver.touch(counter))
            return false;
    }
    m_driver.picture(QStringLiteral("choose-person"));
    if (!m_driver.touch(person))
        return false;
    if (!pin.empty() && !(typePin(pin) && typePin(ownPin) && typePin(ownPin)))
        return false;
    return waitUntil([this] { return site().desk(m_counter).presence == CounterPresence::Open; });
}

/// Waits for the empty field, so that nothing is typed into what was asked before.
bool StaffHand::typePin(const std::string& pin)
{
    const auto isAsked = [this] {
        const QQuickItem* field = m_driver.find(QStringLiteral("pin-field"));
        return field && field->property("text").toString().isEmpty();
    };
    if (!waitUntil(isAsked, patience))
        return false;
    m_driver.picture(QStringLiteral("pin"));
    m_driver.type(QString::fromStdString(pin));
    m_driver.press(Qt::Key_Return);
    return true;
}

const Leg* StaffHand::openLeg() const
{
    const CounterDesk& desk = site().desk(m_counter);
    return desk.openLeg ? site().find(*desk.openLeg) : nullptr;
}

Visitor* StaffHand::visitorOf(std::deque<Visitor>& visitors, const TicketId& ticket)
{
    const auto visitor = std::find_if(visitors.begin(), visitors.end(),
                                      [&ticket](const Visitor& who) { return who.ticket == ticket; });
    return visitor == visitors.end() ? nullptr : &*visitor;
}

bool StaffHand::stateIs(const LegId& leg, LegState state) const
{
    return site().find(leg)->state == state;
}

bool StaffHand::pressUntil(Qt::Key key, const std::function<bool()>& isDone)
{
    m_driver.press(key);
    const bool done = waitUntil(isDone, patience);
    m_sinceStroke.start();
    return done;
}

bool StaffHand::doNext(std::deque<Visitor>& visitors, const std::vector<ServiceId>& services)
{
    // A second stroke right after the first counts as a trembling hand's. Events run meanwhile, so what is to
    // be done is looked at afterwards.
    if (m_sinceStroke.isValid())
        (void)waitUntil([this] { return m_sinceStroke.elapsed() > strokeApart_ms; });
    if (const auto open = site().desk(m_counter).openLeg) {
        Visitor* visitor = visitorOf(visitors, open->ticket);
        return (visitor || !m_duties.onlyVisitors) && attend(visitor, *open, services);
    }
    m_driver.picture(QStringLiteral("desk-free"));
    return tendTheLists(visitors) || callNext(visitors);
}

bool StaffHand::callNext(std::deque<Visitor>& visitors)
{
    const auto next = nextFor(site(), m_counter, m_face.follower.now());
    if (!next)
        return false;
    const Visitor* visitor = visitorOf(visitors, next->leg.ticket);
    if (visitor ? visitor->course == Course::Cancelled : m_duties.onlyVisitors)
        return false;
    return pressUntil(Qt::Key_F2, [this] { return openLeg() && openLeg()->open->acknowledged.has_value(); });
}

/// Who gave up, who missed her call and is back, who was put aside: each once.
bool StaffHand::tendTheLists(std::deque<Visitor>& visitors)
{
    for (Visitor& visitor : visitors) {
        const Ticket* ticket = visitor.ticket ? site().find(*visitor.ticket) : nullptr;
        if (!ticket || ticket->openLeg())
            continue;
        for (std::uint8_t i = 0; i < ticket->legs.size(); ++i) {
            const Leg& leg = ticket->legs[i];
            const LegId id{ticket->id, i};
            if (!m_duties.tends.contains(leg.queue))
                continue;
            if (visitor.course == Course::Cancelled && leg.state == LegState::Waiting)
                return onRow("list-waiting", visitor, id, "leg-cancel", "leg-cancel-confirm");
            if (visitor.course == Course::ServedAfterMiss && leg.state == LegState::Missed)
                return onRow("list-missed", visitor, id, "leg-return");
            if (visitor.course == Course::ServedAfterPark && leg.state == LegState::Parked)
                return onRow("list-parked", visitor, id, "leg-call");
        }
    }
    return false;
}

bool StaffHand::onRow(const char* list, const Visitor& visitor, const LegId& leg, const char* act,
                      const char* confirm)
{
    const LegState before = site().find(leg)->state;
    const QString row = named("leg-row-", visitor.number);
    if (!m_driver.touch(QString::fromLatin1(list)) || !m_driver.scrollTo(QStringLiteral("leg-list"), row) ||
        !m_driver.touch(row))
        return false;
    m_driver.picture(named("row-of-", list));
    if (!m_driver.touch(QString::fromLatin1(act)) ||
        (confirm && !m_driver.touch(QString::fromLatin1(confirm))))
        return false;
    const bool done = waitUntil([&] { return !stateIs(leg, before); }, patience);
    return m_driver.touch(QStringLiteral("list-waiting")) && done;
}

bool StaffHand::attend(Visitor* visitor, const LegId& id, const std::vector<ServiceId>& services)
{
    const bool called = stateIs(id, LegState::Called);
    m_driver.picture(called ? QStringLiteral("called") : QStringLiteral("serving"));
    if (visitor && id.index == 0)
        return called ? attendCalled(*visitor, id) : attendServing(*visitor, id, services);
    if (called)
        return pressUntil(Qt::Key_F2, [&] { return stateIs(id, LegState::Serving); });
    return finish(id);
}

bool StaffHand::attendCalled(Visitor& visitor, const LegId& id)
{
    const bool isFirstCall = site().find(id)->ended.empty();
    const int repeats = site().find(id)->open->repeats;
    // Another counter called her while she was about to give up.
    if (visitor.course == Course::Cancelled)
        return pressUntil(Qt::Key_F9, [&] { return stateIs(id, LegState::Waiting); });
    const bool comesAtTheSecondCall =
        visitor.course == Course::ServedAfterRecall || visitor.course == Course::Missed;
    if (comesAtTheSecondCall && repeats == 0)
        return pressUntil(Qt::Key_F3, [&] { return openLeg() && openLeg()->open->repeats == 1; });
    if (visitor.course == Course::Missed || (visitor.course == Course::ServedAfterMiss && isFirstCall))
        return pressUntil(Qt::Key_F4, [&] { return stateIs(id, LegState::Missed); });
    if (visitor.course == Course::ServedAfterWithdrawal && isFirstCall)
        return pressUntil(Qt::Key_F9, [&] { return stateIs(id, LegState::Waiting); });
    return pressUntil(Qt::Key_F2, [&] { return stateIs(id, LegState::Serving); });
}

bool StaffHand::attendServing(Visitor& visitor, const LegId& id, const std::vector<ServiceId>& services)
{
    if (visitor.course == Course::ServedAfterPark && site().find(id)->ended.empty())
        return pressUntil(Qt::Key_F5, [&] { return stateIs(id, LegState::Parked); });
    if (visitor.course == Course::Transferred && site().find(id)->service == visitor.services.front())
        return transfer(visitor, id, services);
    return finish(id);
}

bool StaffHand::transfer(Visitor& visitor, const LegId& id, const std::vector<ServiceId>& services)
{
    const auto target = std::find_if(services.begin(), services.end(), [&visitor](const ServiceId& service) {
        return std::find(visitor.services.begin(), visitor.services.end(), service) == visitor.services.end();
    });
    if (target == services.end())
        return false;
    const QString row = named("transfer-service-", target->text());
    m_driver.press(Qt::Key_F6);
    if (!m_driver.scrollTo(QStringLiteral("transfer-list"), row) || !m_driver.touch(row))
        return false;
    m_driver.picture(QStringLiteral("transfer"));
    return m_driver.touch(QStringLiteral("transfer-send")) &&
           waitUntil([&] { return stateIs(id, LegState::Waiting); }, patience);
}

bool StaffHand::finish(const LegId& id)
{
    m_duties.serve();
    return pressUntil(Qt::Key_F8, [&] { return stateIs(id, LegState::Finished); });
}

} // namespace anjungan
