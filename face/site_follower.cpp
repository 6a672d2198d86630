// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/site_follower.h"

#include <QCoreApplication>
#include <QMetaObject>
#include <QPointer>

namespace anjungan {

SiteFollower::SiteFollower(QueuePort& port, const Clock& clock, Random& random, DeviceId device,
                           QObject* parent)
    : QObject(parent)
    , m_port(port)
    , m_clock(clock)
    , m_random(random)
    , m_device(std::move(device))
    , m_time(clock)
{
    QueuePort::Observer observer;
    observer.events = [this](std::span<const Event> events) {
        QMetaObject::invokeMethod(
            this, [this, copy = std::vector<Event>(events.begin(), events.end())] { take(copy); },
            Qt::QueuedConnection);
    };
    observer.connection = [this](const Connection& connection) {
        QMetaObject::invokeMethod(
            this, [this, connection] { note(connection); }, Qt::QueuedConnection);
    };
    observer.begin = [this](const Site& site) {
        QMetaObject::invokeMethod(
            this,
            [this, site] {
                m_site = site;
                // What follows happened before: nobody is called again for it.
                m_caughtUp = false;
            },
            Qt::QueuedConnection);
    };
    m_subscription = m_port.follow({}, std::move(observer));
}

SiteFollower::~SiteFollower()
{
    m_port.unfollow(m_subscription);
}

void SiteFollower::note(const Connection& connection)
{
    m_connection = connection;
    if (connection.connected)
        m_lostSince.reset();
    else if (!m_lostSince)
        m_lostSince = now();
    emit connectionChanged();
}

void SiteFollower::take(const std::vector<Event>& events)
{
    const bool live = m_caughtUp;
    m_caughtUp = true;
    for (const Event& event : events) {
        // A receipt may have brought it here already.
        if (event.position && event.position->n <= m_site.head().n)
            continue;
        if (auto applied = applyEvent(m_site, event); !applied) {
            emit broken(QString::fromStdString(applied.error().context));
            return;
        }
        if (std::holds_alternative<ClockConfirmed>(event.body))
            m_time.confirm();
        if (live)
            emit happened(event);
    }
    emit changed();
}

void SiteFollower::submit(CommandBody body, std::optional<StaffId> staff, QObject* context, Done done)
{
    submit(makeId<CommandId>(), std::move(body), std::move(staff), context, std::move(done));
}

void SiteFollower::submit(const CommandId& id, CommandBody body, std::optional<StaffId> staff,
                          QObject* context, Done done)
{
    Command command{id, {m_device, std::move(staff)}, std::move(body)};
    const QPointer<SiteFollower> self(this);
    const QPointer<QObject> guard(context);
    // The reply may come after this face is gone; the port is told so by neither of the two pointers,
    // which are read on the GUI thread only.
    m_port.submit(std::move(command), [self, guard, done = std::move(done)](const Result<Receipt>& reply) {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, guard, done, reply] {
                if (self && guard)
                    done(reply);
            },
            Qt::QueuedConnection);
    });
}

} // namespace anjungan
