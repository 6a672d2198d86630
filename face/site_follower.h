// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "core/ports/queue_port.h"
#include "core/ports/random.h"
#include "core/site.h"
#include "core/timekeeper.h"

#include <functional>
#include <memory>
#include <optional>
#include <QObject>

namespace anjungan {

/// A face's own copy of the site, on the GUI thread, kept equal to the authority's log; and the way by
/// which the face's commands go there. Everything here is called on the thread that owns it.
class SiteFollower : public QObject
{
    Q_OBJECT

public:
    /// Follows at once. The references must outlive it.
    SiteFollower(QueuePort& port, const Clock& clock, Random& random, DeviceId device,
                 QObject* parent = nullptr);
    ~SiteFollower() override;

    [[nodiscard]] const Site& site() const { return m_site; }
    [[nodiscard]] const Connection& connection() const { return m_connection; }
    /// When the connection went, or was first tried in vain; nothing while there is one.
    [[nodiscard]] const std::optional<Instant>& lostSince() const { return m_lostSince; }
    /// As the authority counts it, also while this machine's clock may be wrong.
    [[nodiscard]] Instant now() const { return m_time.now(m_site.lastTime()); }
    [[nodiscard]] const Clock& clock() const { return m_clock; }
    [[nodiscard]] const DeviceId& device() const { return m_device; }

    template <typename AnId>
    [[nodiscard]] AnId makeId()
    {
        return m_random.makeId<AnId>();
    }

    using Done = std::function<void(const Result<Receipt>&)>;

    /// Sends a command under a new id. `done` comes on this thread, after the receipt's events were
    /// applied to `site()`; it does not come once `context` is gone.
    void submit(CommandBody body, std::optional<StaffId> staff, QObject* context, Done done);

    /// The same under an id that the caller keeps, so that a second try is the same act.
    void submit(const CommandId& id, CommandBody body, std::optional<StaffId> staff, QObject* context,
                Done done);

signals:
    /// The state moved; several events may have been taken in.
    void changed();
    /// One event, after it was applied; not for those of the catch-up at the start.
    void happened(const anjungan::Event& event);
    void connectionChanged();
    /// The log contradicts itself: this face can show nothing it would stand for.
    void broken(const QString& reason);

private:
    void note(const Connection& connection);
    void take(const std::vector<Event>& events);

    QueuePort& m_port;
    const Clock& m_clock;
    Random& m_random;
    DeviceId m_device;
    mutable Timekeeper m_time; ///< remembers how far it came; what it tells is the clock's to change
    Site m_site;
    Connection m_connection;
    std::optional<Instant> m_lostSince;
    bool m_caughtUp = false;
    QueuePort::Subscription m_subscription = 0;
};

} // namespace anjungan
