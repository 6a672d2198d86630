// SPDX-License-Identifier: GPL-3.0-or-later
#include "counter/counter_session.h"

#include <algorithm>
#include <utility>

namespace anjungan {

CounterSession::CounterSession(SiteFollower& follower, FaceClock& clock, FaceLanguage& language,
                               CounterOptions options, StaffPort* staffPort)
    : m_follower(follower)
    , m_clock(clock)
    , m_language(language)
    , m_options(std::move(options))
    , m_words(language.current())
    , m_counter(m_options.counter)
    , m_staff(m_options.staff)
    , m_staffPort(staffPort)
{
    connect(&follower, &SiteFollower::changed, this, &CounterSession::changed);
    connect(&follower, &SiteFollower::connectionChanged, this, &CounterSession::connectionChanged);
    connect(&clock, &FaceClock::minuteTurned, this, &CounterSession::changed);
    connect(&language, &FaceLanguage::changed, this, [this] {
        m_words = CounterWords(m_language.current());
        // A hint was made of words of the other language; a problem can be told again.
        setNotice(m_problem ? m_words.problem(*m_problem) : QString(), m_problem.has_value());
        emit changed();
    });
}

void CounterSession::choose(std::optional<CounterId> counter, std::optional<StaffId> staff)
{
    m_counter = std::move(counter);
    m_staff = std::move(staff);
    emit changed();
}

void CounterSession::hasProven()
{
    m_needsProof = false;
    clearNotice();
    emit changed();
}

void CounterSession::signOut()
{
    if (m_staffPort && m_staff && !m_needsProof)
        m_staffPort->signOut(*m_staff);
}

bool CounterSession::isSignedIn() const
{
    return m_counter && m_staff && counterEntry() && presence() != CounterPresence::Closed &&
           site().desk(*m_counter).staff == m_staff;
}

const Counter* CounterSession::counterEntry() const
{
    return catalogue() && m_counter ? catalogue()->find(*m_counter) : nullptr;
}

CounterPresence CounterSession::presence() const
{
    return m_counter ? site().desk(*m_counter).presence : CounterPresence::Closed;
}

const std::optional<LegId>& CounterSession::openLegId() const
{
    static const std::optional<LegId> none;
    return m_counter ? site().desk(*m_counter).openLeg : none;
}

const Leg* CounterSession::openLeg() const
{
    const Leg* leg = openLegId() ? site().find(*openLegId()) : nullptr;
    return leg && leg->open ? leg : nullptr;
}

LegAct CounterSession::openAct() const
{
    return {*openLegId(), openLeg()->open->id};
}

bool CounterSession::callsFrom(const QueueId& queue) const
{
    const Counter* counter = counterEntry();
    return counter &&
           std::find(counter->queues.begin(), counter->queues.end(), queue) != counter->queues.end();
}

void CounterSession::act(CommandBody body, Then then, Otherwise otherwise)
{
    if (m_busy)
        return;
    setBusy(true);
    m_follower.submit(
        std::move(body), m_staff, this,
        [this, then = std::move(then), otherwise = std::move(otherwise)](const Result<Receipt>& reply) {
            setBusy(false);
            if (!reply) {
                otherwise ? otherwise(reply.error()) : tell(reply.error());
                return;
            }
            clearNotice();
            if (then)
                then();
        });
}

void CounterSession::sendQuietly(CommandBody body, SiteFollower::Done done)
{
    m_follower.submit(std::move(body), m_staff, this, std::move(done));
}

void CounterSession::hint(const QString& text)
{
    m_problem.reset();
    setNotice(text, false);
}

void CounterSession::tell(const Error& error)
{
    m_problem = error;
    if (error.code == "staff-not-signed-in" && m_staffPort && !std::exchange(m_needsProof, true))
        emit changed();
    setNotice(m_words.problem(error), true);
}

void CounterSession::clearNotice()
{
    m_problem.reset();
    setNotice({}, false);
}

void CounterSession::setBusy(bool busy)
{
    m_busy = busy;
    emit busyChanged();
}

void CounterSession::setNotice(const QString& text, bool problem)
{
    if (m_notice == text && m_noticeIsProblem == problem)
        return;
    m_notice = text;
    m_noticeIsProblem = problem;
    emit noticeChanged();
}

} // namespace anjungan
