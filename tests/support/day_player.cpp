// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/day_player.h"

#include <algorithm>
#include <fmt/format.h>
#include <stdexcept>

namespace anjungan {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

const StaffId staff = *StaffId::parse("petugas");

milliseconds times(milliseconds length, double factor)
{
    return milliseconds(static_cast<std::int64_t>(static_cast<double>(length.count()) * factor));
}

} // namespace

DayPlayer::DayPlayer(Authority& authority, FakeClock& clock, std::uint64_t seed)
    : m_authority(authority)
    , m_clock(clock)
    , m_ids(seed ^ 0x1d5U) // what the caller drew from the same seed stays his own
    , m_chance(seed ^ 0xda7U)
{}

void DayPlayer::at(Instant when, std::function<void()> act)
{
    m_steps.push({std::max(when, now()), ++m_order, std::move(act)});
}

Result<Receipt> DayPlayer::submit(CommandBody body)
{
    const Command command{m_ids.makeId<CommandId>(), {*DeviceId::parse("hari"), staff}, std::move(body)};
    auto result = std::move(m_authority.commit({&command, 1}).front());
    if (result && m_afterCommit)
        m_afterCommit();
    return result;
}

Receipt DayPlayer::must(CommandBody body)
{
    auto result = submit(std::move(body));
    if (!result)
        throw std::runtime_error(fmt::format("refused: {} {}", result.error().code, result.error().context));
    return *std::move(result);
}

PlayedDay DayPlayer::play(const DayPlan& plan, std::optional<std::uint64_t> untilEvents)
{
    m_plan = &plan;
    m_played = {};
    m_desks.clear();
    m_legs.clear();
    m_errands.clear();
    m_steps = {};
    const Catalogue& catalogue = *m_authority.site().catalogue();
    const std::uint64_t before = m_authority.site().head().n;
    const Instant morning = toInstant(LocalInstant(plan.day), catalogue.timeZone) + std::chrono::hours(6);
    if (morning < m_authority.site().lastTime())
        throw std::runtime_error("the log is later than the day to be played");
    m_clock.advance(morning - now());
    if (!m_authority.site().staff().contains(staff))
        must(ChangeStaff{staff, "Petugas"});
    for (std::size_t i = 0; i < plan.shifts.size(); ++i) {
        m_desks.push_back({&plan.shifts[i], catalogue.find(plan.shifts[i].counter)});
        at(plan.shifts[i].opens, [this, i] { opens(i); });
    }
    for (std::size_t i = 0; i < plan.visitors.size(); ++i)
        at(plan.visitors[i].arrives, [this, i] { arrive(i); });
    while (!m_steps.empty() && (!untilEvents || m_authority.site().head().n < *untilEvents)) {
        Step step = m_steps.top();
        m_steps.pop();
        m_clock.advance(step.at - now());
        step.act();
    }
    m_played.events = m_authority.site().head().n - before;
    return std::move(m_played);
}

void DayPlayer::arrive(std::size_t index)
{
    const Visitor& visitor = m_plan->visitors[index];
    IssueTicket wanted;
    wanted.ticket = m_ids.makeId<TicketId>();
    const Catalogue& catalogue = *m_authority.site().catalogue();
    if (visitor.priority)
        wanted.classes.push_back(m_chance.pick(catalogue.priorityClasses).id);
    std::vector<PlayedLeg> legs;
    for (std::size_t i = 0; i < visitor.errands.size(); ++i) {
        PlayedLeg leg{index, i, visitor.errands[i].service, visitor.priority, now(), {}, {}, {}};
        if (m_beforeIssue && !m_beforeIssue(leg)) {
            leg.refused = "turned-away";
            m_played.legs.push_back(std::move(leg));
            continue;
        }
        legs.push_back(std::move(leg));
        wanted.services.push_back(visitor.errands[i].service);
    }
    if (legs.empty())
        return;
    const auto result = submit(wanted);
    std::vector<QueueId> queues;
    for (std::size_t i = 0; i < legs.size(); ++i) {
        if (result) {
            legs[i].told = std::get<TicketIssued>(result->events.front().body).legs[i];
            const LegId id{wanted.ticket, static_cast<std::uint8_t>(i)};
            m_legs[id] = m_played.legs.size();
            m_errands[id] = visitor.errands[legs[i].errand];
            queues.push_back(legs[i].told.queue);
        } else {
            legs[i].refused = result.error().code;
        }
        m_played.legs.push_back(std::move(legs[i]));
    }
    wakeIdle(queues);
}

void DayPlayer::opens(std::size_t index)
{
    Desk& desk = m_desks[index];
    must(ChangeCounter{desk.shift->counter, CounterPresence::Open, staff});
    desk.doing = Doing::Idle;
    at(desk.shift->leaves, [this, index] { close(index); });
    at(desk.shift->callsUntil, [this, index] { close(index); });
    for (const Pause& pause : desk.shift->pauses)
        at(pause.from, [this, index] { goOn(index); });
    callNext(index);
}

/// What a counter does when it has just become free, or when an idle one looks at the clock.
void DayPlayer::goOn(std::size_t index)
{
    Desk& desk = m_desks[index];
    if (desk.doing == Doing::Away || desk.doing == Doing::Paused ||
        m_authority.site().desk(desk.counter->id).openLeg)
        return;
    const auto& pauses = desk.shift->pauses;
    while (desk.pause < pauses.size() && pauses[desk.pause].until <= now())
        ++desk.pause;
    if (now() < desk.shift->callsUntil && desk.pause < pauses.size() && pauses[desk.pause].from <= now()) {
        desk.doing = Doing::Paused;
        must(ChangeCounter{desk.counter->id, CounterPresence::Paused, staff});
        at(pauses[desk.pause].until, [this, index] {
            Desk& back = m_desks[index];
            if (back.doing != Doing::Paused)
                return;
            must(ChangeCounter{back.counter->id, CounterPresence::Open, staff});
            back.doing = Doing::Idle;
            ++back.pause;
            goOn(index);
        });
        return;
    }
    callNext(index);
}

void DayPlayer::callNext(std::size_t index)
{
    Desk& desk = m_desks[index];
    if (now() >= desk.shift->leaves) {
        desk.doing = Doing::Idle;
        close(index);
        return;
    }
    desk.doing = Doing::Busy;
    const auto receipt = submit(CallNext{desk.counter->id});
    if (!receipt) {
        if (receipt.error().code != "nobody-waiting")
            throw std::runtime_error("call refused: " + receipt.error().code);
        desk.doing = Doing::Idle;
        m_played.idleLast[desk.counter->id] = now();
        if (now() > desk.shift->callsUntil)
            close(index);
        return;
    }
    const auto& called = std::get<LegCalled>(receipt->events.front().body);
    const LegAct act{called.leg, called.episode};
    PlayedLeg& leg = m_played.legs[m_legs.at(called.leg)];
    if (!leg.called)
        leg.called = now();
    at(now() + seconds(2), [this, act] { must(AcknowledgeCall{act}); });
    const PlannedErrand& errand = m_errands.at(called.leg);
    if (errand.comes)
        at(now() + std::max(errand.walk, milliseconds(3000)), [this, index, act] { serve(index, act); });
    else
        miss(index, act, errand);
}

void DayPlayer::miss(std::size_t index, const LegAct& act, const PlannedErrand& errand)
{
    const milliseconds lost = std::max(errand.missed, milliseconds(9000));
    at(now() + lost / 2, [this, act] { must(RecallLeg{act}); });
    at(now() + lost, [this, index, act] {
        must(MarkNoShow{act});
        PlannedErrand& missed = m_errands.at(act.leg);
        missed.comes = true;
        if (missed.comesBack)
            at(now() + missed.away, [this, leg = act.leg] { comeBack(leg); });
        endOf(index, act);
    });
}

void DayPlayer::serve(std::size_t index, const LegAct& act)
{
    const PlannedErrand& errand = m_errands.at(act.leg);
    if (errand.measured)
        must(StartService{act});
    const bool whole = errand.fate == PlannedErrand::Fate::Served;
    const double share = whole ? 1 : 0.4; // parked and transferred ones are found out on the way
    at(now() + times(errand.serving, m_desks[index].shift->pace * share), [this, index, act] {
        PlannedErrand& served = m_errands.at(act.leg);
        const auto fate = std::exchange(served.fate, PlannedErrand::Fate::Served);
        if (fate == PlannedErrand::Fate::Parked) {
            must(ParkLeg{act});
            if (served.comesBack)
                at(now() + served.away, [this, leg = act.leg] { comeBack(leg); });
        } else if (fate == PlannedErrand::Fate::Transferred) {
            must(TransferLeg{act, served.transferTo, ""});
        } else {
            must(FinishLeg{act, Outcome::Done});
        }
        endOf(index, act);
    });
}

void DayPlayer::endOf(std::size_t index, const LegAct& act)
{
    wakeIdleFor(act.leg.ticket);
    m_desks[index].doing = Doing::Busy; // the desk is made ready
    at(now() + times(seconds(1), m_chance.between(5, 40)), [this, index] { goOn(index); });
}

void DayPlayer::comeBack(const LegId& leg)
{
    const Leg* state = m_authority.site().find(leg);
    if (!state || (state->state != LegState::Parked && state->state != LegState::Missed))
        return;
    must(ReturnLeg{{leg, std::nullopt}});
    const QueueId queue = m_authority.site().find(leg)->queue;
    wakeIdle({&queue, 1});
}

/// An idle counter notices after some seconds that somebody waits.
void DayPlayer::wakeIdle(std::span<const QueueId> queues)
{
    for (std::size_t i = 0; i < m_desks.size(); ++i) {
        Desk& desk = m_desks[i];
        const auto serves = [&](const QueueId& queue) {
            return std::find(desk.counter->queues.begin(), desk.counter->queues.end(), queue) !=
                   desk.counter->queues.end();
        };
        if (desk.doing != Doing::Idle || std::none_of(queues.begin(), queues.end(), serves))
            continue;
        desk.doing = Doing::Busy;
        at(now() + times(seconds(1), m_chance.between(4, 40)), [this, i] { goOn(i); });
    }
}

void DayPlayer::wakeIdleFor(const TicketId& ticket)
{
    std::vector<QueueId> queues;
    for (const Leg& leg : m_authority.site().find(ticket)->legs) {
        if (leg.state == LegState::Waiting)
            queues.push_back(leg.queue);
    }
    if (!queues.empty())
        wakeIdle(queues);
}

void DayPlayer::close(std::size_t index)
{
    Desk& desk = m_desks[index];
    if (desk.doing == Doing::Away || desk.doing == Doing::Busy)
        return;
    if (m_authority.site().desk(desk.counter->id).openLeg)
        return;
    must(ChangeCounter{desk.counter->id, CounterPresence::Closed, std::nullopt});
    desk.doing = Doing::Away;
    m_played.leftAt[desk.counter->id] = now();
}

} // namespace anjungan
