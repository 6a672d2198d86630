// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/authority.h"
#include "support/chance.h"
#include "support/fake_clock.h"
#include "support/generated_day.h"

#include <functional>
#include <queue>

namespace anjungan {

/// What happened to one leg that a citizen wanted.
struct PlayedLeg
{
    std::size_t visitor = 0; ///< of the plan
    std::size_t errand = 0;  ///< of the visitor
    ServiceId service;
    bool priority = false;
    Instant wanted{};              ///< when she stood at the kiosk
    std::string refused;           ///< the code; empty: it was issued
    IssuedLeg told;                ///< where issued
    std::optional<Instant> called; ///< the first call; nothing: never called
};

struct PlayedDay
{
    std::vector<PlayedLeg> legs;
    std::uint64_t events = 0;
    /// When each counter last had time and nobody to call.
    std::map<CounterId, Instant> idleLast;
    std::map<CounterId, Instant> leftAt;
};

/// Plays generated days, one after the other, on a real authority whose clock is `clock`: citizens take
/// numbers, counters open, call, serve, miss, park, transfer, pause and close. What is refused that should
/// not be ends in an exception. The same plan and seed give the same log.
class DayPlayer
{
public:
    /// `beforeIssue` sees each leg just before its ticket is asked for; false: she turns away, and the leg is
    /// refused as `turned-away`.
    using BeforeIssue = std::function<bool(const PlayedLeg& leg)>;
    /// Called every time the log has grown.
    using AfterCommit = std::function<void()>;

    /// The catalogue must be published, and the log end before the first day to be played.
    DayPlayer(Authority& authority, FakeClock& clock, std::uint64_t seed);

    void beforeIssue(BeforeIssue ask) { m_beforeIssue = std::move(ask); }
    void afterCommit(AfterCommit tell) { m_afterCommit = std::move(tell); }

    /// Until everybody has left; `untilEvents`: or until the log has that many events.
    PlayedDay play(const DayPlan& plan, std::optional<std::uint64_t> untilEvents = std::nullopt);

private:
    enum class Doing { Away, Idle, Busy, Paused };
    struct Desk
    {
        const Shift* shift = nullptr;
        const Counter* counter = nullptr;
        Doing doing = Doing::Away;
        std::size_t pause = 0; ///< the next one
    };
    struct Step
    {
        Instant at{};
        std::uint64_t order = 0;
        std::function<void()> act;

        bool operator>(const Step& other) const
        {
            return at != other.at ? at > other.at : order > other.order;
        }
    };

    void at(Instant when, std::function<void()> act);
    Result<Receipt> submit(CommandBody body);
    Receipt must(CommandBody body);
    [[nodiscard]] Instant now() const { return m_clock.now(); }

    void arrive(std::size_t visitor);
    void opens(std::size_t desk);
    void goOn(std::size_t desk);
    void callNext(std::size_t desk);
    void serve(std::size_t desk, const LegAct& act);
    void miss(std::size_t desk, const LegAct& act, const PlannedErrand& errand);
    void endOf(std::size_t desk, const LegAct& act);
    void comeBack(const LegId& leg);
    void wakeIdle(std::span<const QueueId> queues);
    void wakeIdleFor(const TicketId& ticket);
    void close(std::size_t desk);

    Authority& m_authority;
    FakeClock& m_clock;
    FixedRandom m_ids;
    Chance m_chance;
    BeforeIssue m_beforeIssue;
    AfterCommit m_afterCommit;
    const DayPlan* m_plan = nullptr;
    PlayedDay m_played;
    std::vector<Desk> m_desks;
    std::map<LegId, std::size_t> m_legs;      ///< to `PlayedDay::legs`
    std::map<LegId, PlannedErrand> m_errands; ///< as it will go on
    std::priority_queue<Step, std::vector<Step>, std::greater<>> m_steps;
    std::uint64_t m_order = 0;
};

} // namespace anjungan
