// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/staff_port.h"
#include "counter/counter_options.h"
#include "counter/counter_words.h"
#include "face/face_clock.h"
#include "face/face_language.h"
#include "face/site_follower.h"

#include <algorithm>
#include <QObject>

namespace anjungan {

/// Since when somebody waits today: who goes on with a number of an earlier day went home in between.
[[nodiscard]] inline Instant cameAt(const Ticket& ticket, const Leg& leg)
{
    return ticket.continues ? std::max(ticket.issued, leg.place.arrival) : leg.place.arrival;
}

/// What the view models of one staff face share: which counter, who sits there, the replica, and the one
/// way by which acts leave. One act at a time: while one is under way, others are ignored, so that a
/// second press cannot mean the next citizen. Lives on the GUI thread.
class CounterSession : public QObject
{
    Q_OBJECT

public:
    /// The references must outlive it.
    /// `staffPort` is null where people are believed.
    CounterSession(SiteFollower& follower, FaceClock& clock, FaceLanguage& language, CounterOptions options,
                   StaffPort* staffPort);

    [[nodiscard]] const Site& site() const { return m_follower.site(); }
    /// Nothing until the replica has one.
    [[nodiscard]] const Catalogue* catalogue() const { return site().catalogue().get(); }
    [[nodiscard]] const Connection& connection() const { return m_follower.connection(); }
    [[nodiscard]] const std::optional<Instant>& lostSince() const { return m_follower.lostSince(); }
    [[nodiscard]] Instant now() const { return m_follower.now(); }
    /// What the machine's clock shows, right or wrong.
    [[nodiscard]] Instant wallClock() const { return m_follower.clock().now(); }
    [[nodiscard]] std::chrono::milliseconds steady() const { return m_clock.steady(); }
    [[nodiscard]] TimeZone zone() const { return catalogue() ? catalogue()->timeZone : TimeZone::Wib; }
    [[nodiscard]] const CounterWords& words() const { return m_words; }
    [[nodiscard]] const CounterOptions& options() const { return m_options; }

    [[nodiscard]] const std::optional<CounterId>& counter() const { return m_counter; }
    [[nodiscard]] const std::optional<StaffId>& staff() const { return m_staff; }
    /// As whom acts leave here.
    [[nodiscard]] Actor actor() const { return {m_follower.device(), m_staff}; }
    void choose(std::optional<CounterId> counter, std::optional<StaffId> staff);

    [[nodiscard]] StaffPort* staffPort() const { return m_staffPort; }
    /// The authority no longer takes what this person does here: she has to prove again who she is.
    [[nodiscard]] bool needsProof() const { return m_needsProof; }
    void hasProven();
    /// Where acts of the person who sat here are to be refused from now on.
    void signOut();

    /// The chosen person sits at the chosen counter, says the log.
    [[nodiscard]] bool isSignedIn() const;
    [[nodiscard]] const Counter* counterEntry() const;
    [[nodiscard]] CounterPresence presence() const;
    [[nodiscard]] const std::optional<LegId>& openLegId() const;
    /// The leg of the open episode at this counter; its `open` is set.
    [[nodiscard]] const Leg* openLeg() const;
    /// Names the open episode for a command; only while `openLeg()`.
    [[nodiscard]] LegAct openAct() const;
    [[nodiscard]] bool callsFrom(const QueueId& queue) const;

    /// For an id that is made before the first send.
    [[nodiscard]] TicketId makeTicketId() { return m_follower.makeId<TicketId>(); }
    /// By the local date of now.
    [[nodiscard]] Day today() const { return dayOf(now(), zone()); }

    [[nodiscard]] bool isBusy() const { return m_busy; }
    using Then = std::function<void()>;
    using Otherwise = std::function<void(const Error&)>;
    /// Sends an act; on success clears the notice and goes on with `then`, else says what went wrong: in a
    /// notice, or where `otherwise` says it.
    void act(CommandBody body, Then then = {}, Otherwise otherwise = {});
    /// Sends what no hand asked for (an acknowledgement): beside the act under way, and without words.
    void sendQuietly(CommandBody body, SiteFollower::Done done);

    /// A quiet line for the staff, until the next act succeeds. Empty: none.
    [[nodiscard]] const QString& notice() const { return m_notice; }
    [[nodiscard]] bool noticeIsProblem() const { return m_noticeIsProblem; }
    void hint(const QString& text);
    void tell(const Error& error);
    void clearNotice();

signals:
    /// The log moved on, a minute turned, the language or the choice changed: look at everything anew.
    void changed();
    void connectionChanged();
    void noticeChanged();
    void busyChanged();

private:
    void setBusy(bool busy);
    void setNotice(const QString& text, bool problem);

    SiteFollower& m_follower;
    FaceClock& m_clock;
    FaceLanguage& m_language;
    CounterOptions m_options;
    CounterWords m_words;
    std::optional<CounterId> m_counter;
    std::optional<StaffId> m_staff;
    QString m_notice;
    std::optional<Error> m_problem;
    bool m_noticeIsProblem = false;
    StaffPort* m_staffPort;
    bool m_needsProof = false;
    bool m_busy = false;
};

} // namespace anjungan
