// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/waiting_floor.h"

#include "core/work_time.h"

#include <algorithm>
#include <limits>

namespace anjungan {

namespace {

using Minutes = std::chrono::duration<double, std::ratio<60>>;

/// The service's standard counts as much as this many observed calls.
constexpr double standardWeight = 3;
/// A service that the catalogue no longer has.
constexpr double unknownService_min = 10;
/// From the end of one episode to the next call: the desk is made ready, somebody presses the button.
constexpr double between_min = 0.4;
/// Standard deviations as shares of the mean: of one occupancy, of the mean itself before anything was
/// observed, of what is left of an occupancy.
constexpr double spread = 0.9;
constexpr double meanSpread = 0.62;
constexpr double restSpread = 0.72;

/// What is left of an occupancy after a share of its mean has passed: it falls, but the longer one lasts the
/// longer it goes on.
constexpr double restFalls = 0.8;
constexpr double restLeast = 0.35;
constexpr double restGrows = 0.1;

constexpr double pause_min = 6;

/// A counter that was not open yet today is expected until this much work time has passed, and by when.
constexpr double lateMost_min = 30;
constexpr double lateUsual_min = 6;
constexpr double lateLeast_min = 3;

/// Counters do not finish in the order of their means: the first of several is sooner. Where the wait is
/// long, who comes back and who pauses make it longer.
constexpr double shareNear = 0.9;
constexpr double shareFar = 0.175;
constexpr double farHalf_min = 30;
constexpr double reaction_min = 0.2;

/// How much of the priority arrivals of lately still pass before, and how much of a counter they take at
/// most.
constexpr double priorityStays = 0.4;
constexpr double priorityMost = 0.5;
/// Share of priority among the first ones of the day, and the weight of that.
constexpr double priorityPrior = 0.1;
constexpr double priorityPriorWeight = 10;

/// What is unknown in any case: a share of the wait, and minutes.
constexpr double unknownShare = 0.11;
constexpr double unknown_min = 1.5;

/// How many episodes the standards of a queue's services together count as.
constexpr double paceWeight = 8;
/// An episode that lasted longer counts as this many standards: one that was forgotten open says nothing.
constexpr double standardsMost = 4;
/// A crowd before the door says nothing about the hour that follows.
constexpr double pastLeast_min = 15;

constexpr std::size_t noLimit = std::numeric_limits<std::size_t>::max();

constexpr std::size_t indexOf(WaitingClass which)
{
    return static_cast<std::size_t>(which);
}

constexpr double square(double value)
{
    return value * value;
}

double standardOf(const Service& service)
{
    return static_cast<double>(service.serviceStandard.count());
}

struct Observed
{
    double sum_min = 0;
    double count = 0;
};

Observed observe(const std::vector<ServiceTime>& times, double standard_min)
{
    Observed observed;
    for (auto time = times.rbegin(); time != times.rend() && observed.count < recentServicesCounted; ++time) {
        observed.sum_min += std::min(Minutes(time->time).count(), standardsMost * standard_min);
        observed.count += 1;
    }
    return observed;
}

/// A minute, over the last ones.
double arrivalRate(const QueueDay& day, Instant now)
{
    if (day.recentArrivals.size() < 2)
        return 0;
    const double past_min = Minutes(now - day.recentArrivals.front()).count();
    return static_cast<double>(day.recentArrivals.size() - 1) / std::max(past_min, pastLeast_min);
}

} // namespace

bool WaitingFloor::Desk::serves(const QueueId& queue) const
{
    return std::find(counter->queues.begin(), counter->queues.end(), queue) != counter->queues.end();
}

WaitingFloor::WaitingFloor(const Site& site, const Service& service, Instant now)
    : WaitingFloor(site, service, service.queue, now)
{}

WaitingFloor::WaitingFloor(const Site& site, const Service& service, const QueueId& queue, Instant now)
    : m_site(site)
    , m_service(service)
    , m_now(now)
    , m_seen(site.catalogue()->counters.size())
{
    m_lines.push_back({&queue, &site.queue(queue), {}, 0, 0, 0});
    for (std::size_t line = 0; line < m_lines.size(); ++line)
        addDesksOf(line);
    for (Line& line : m_lines) {
        for (Desk& desk : m_desks) {
            if (!desk.serves(*line.id))
                continue;
            line.desks.push_back(&desk);
            line.direct += desk.direct ? 1 : 0;
        }
    }
}

void WaitingFloor::addDesksOf(std::size_t line)
{
    const auto& counters = m_site.catalogue()->counters;
    for (std::size_t i = 0; i < counters.size(); ++i) {
        Desk desk{&counters[i], line == 0};
        if (m_seen[i] || !desk.serves(*m_lines[line].id))
            continue;
        m_seen[i] = true;
        if (m_site.desk(counters[i].id).presence == CounterPresence::Closed) {
            if (!mayOpen(counters[i], desk))
                continue;
        } else {
            occupy(desk);
        }
        m_desks.push_back(desk);
        addLinesOf(counters[i]);
    }
}

void WaitingFloor::addLinesOf(const Counter& counter)
{
    for (const QueueId& queue : counter.queues) {
        const QueueDay& day = m_site.queue(queue);
        const bool known =
            std::any_of(m_lines.begin(), m_lines.end(), [&](const Line& line) { return *line.id == queue; });
        if (!known && day.count() > 0)
            m_lines.push_back({&queue, &day, {}, 0, 0, 0});
    }
}

/// Counters open one after the other in the first minutes of a day. Who comes then would be told the wait of
/// a day with one counter.
bool WaitingFloor::mayOpen(const Counter& counter, Desk& desk) const
{
    const Catalogue& catalogue = *m_site.catalogue();
    const Instant midnight = toInstant(dayOf(m_now, catalogue.timeZone), catalogue.timeZone);
    if (m_site.desk(counter.id).since >= midnight)
        return false;
    const WorkTime work(catalogue, counter.agency, m_now);
    if (work.left_min() <= 0 || work.done_min() > lateMost_min)
        return false;
    desk.isOpen = false;
    desk.free_min = std::max(lateUsual_min - work.done_min(), lateLeast_min);
    desk.variance = square(desk.free_min);
    return true;
}

void WaitingFloor::occupy(Desk& desk)
{
    const CounterDesk& state = m_site.desk(desk.counter->id);
    if (const Leg* leg = state.openLeg ? m_site.find(*state.openLeg) : nullptr) {
        const double mean_min = expectedOf(leg->service).mean_min;
        const double passed = std::max(Minutes(m_now - leg->open->called).count(), 0.0) / mean_min;
        desk.free_min =
            mean_min * std::max(1 - restFalls * passed, restLeast + restGrows * passed) + between_min;
        desk.variance = square(restSpread * desk.free_min);
    } else if (state.presence == CounterPresence::Paused) {
        desk.free_min = pause_min;
        desk.variance = square(pause_min);
    }
}

WaitingFloor::Expected& WaitingFloor::expectedOf(const ServiceId& id)
{
    const auto [entry, isNew] = m_expected.try_emplace(id);
    if (!isNew)
        return entry->second;
    const Service* service = m_site.catalogue()->find(id);
    double sum_min = standardWeight * unknownService_min;
    double weight = standardWeight;
    if (service) {
        const auto& all = m_site.queue(service->queue).recentServices;
        sum_min = standardWeight * standardOf(*service) * paceOf(*service);
        if (const auto recent = all.find(id); recent != all.end()) {
            const Observed observed = observe(recent->second, standardOf(*service));
            sum_min += observed.sum_min;
            weight += observed.count;
        }
    }
    Expected& expected = entry->second;
    expected.mean_min = std::max(sum_min / weight, 0.5);
    expected.meanVariance = square(meanSpread * expected.mean_min) / weight;
    return expected;
}

/// How long the services of a queue take against their standards: where one of them is slower than its
/// standard, so are probably those that were not observed yet.
double WaitingFloor::paceOf(const Service& service)
{
    const auto [pace, isNew] = m_paces.try_emplace(service.queue, 1);
    if (!isNew)
        return pace->second;
    double ratios = paceWeight;
    double weight = paceWeight;
    for (const auto& [id, times] : m_site.queue(service.queue).recentServices) {
        const Service* other = m_site.catalogue()->find(id);
        if (!other)
            continue;
        const Observed observed = observe(times, standardOf(*other));
        ratios += observed.sum_min / standardOf(*other);
        weight += observed.count;
    }
    return pace->second = ratios / weight;
}

/// Of those with priority everybody is called first. An ordinary ticket goes before a priority one when it
/// has been passed over as often as the policy allows.
WaitingFloor::Before WaitingFloor::beforeNewcomer(bool priority, bool directOnly) const
{
    std::size_t first = 0;
    std::size_t others = 0;
    for (const Line& line : m_lines) {
        if (directOnly && line.direct == 0 && &line != &m_lines.front())
            continue;
        first += line.day->of(WaitingClass::Priority).size();
        others += line.day->of(WaitingClass::Ordinary).size();
    }
    const auto run =
        static_cast<std::size_t>(std::max(m_site.catalogue()->policyOf(*m_lines.front().id).priorityRun, 1));
    return {noLimit, first, priority ? std::min(others, first / run) : others};
}

/// Of her own class those at an earlier place. Priority that came later passes her only so often. Who comes
/// back after being missed lets others go first, as far as there are any.
WaitingFloor::Before WaitingFloor::beforeWaiting(const LegId& id, bool directOnly) const
{
    const Leg& leg = *m_site.find(id);
    const WaitingKey own = waitingKeyOf(leg, id);
    Before earlier{};
    Before later{};
    for (const Line& line : m_lines) {
        const bool isHers = &line == &m_lines.front();
        if (!isHers && (line.desks.empty() || (directOnly && line.direct == 0)))
            continue;
        for (const WaitingClass which : waitingClasses) {
            for (const WaitingKey& key : line.day->of(which)) {
                if (key.leg.ticket != id.ticket)
                    ++(key < own ? earlier : later)[indexOf(which)];
            }
        }
    }
    const auto run =
        static_cast<std::size_t>(std::max(m_site.catalogue()->policyOf(leg.queue).priorityRun, 1));
    const WaitingClass ownClass = waitingClassOf(*m_site.find(id.ticket), leg);
    const std::size_t ordinary = earlier[indexOf(WaitingClass::Ordinary)];
    const std::size_t priority = earlier[indexOf(WaitingClass::Priority)];
    Before before{noLimit, priority, ordinary};
    if (ownClass == WaitingClass::Appointment) {
        before = {earlier[indexOf(WaitingClass::Appointment)], 0, 0};
    } else if (ownClass == WaitingClass::Priority) {
        before[indexOf(WaitingClass::Ordinary)] = std::min(ordinary, priority / run);
    } else {
        const std::size_t used = ordinary == 0 ? std::min(static_cast<std::size_t>(leg.passedOver), run) : 0;
        before[indexOf(WaitingClass::Priority)] +=
            std::min(later[indexOf(WaitingClass::Priority)], run * (ordinary + 1) - used);
    }
    const std::uint64_t calls = m_site.queue(leg.queue).calls;
    const std::uint64_t others = leg.place.notBeforeCall > calls ? leg.place.notBeforeCall - calls : 0;
    const std::size_t inAll =
        before[indexOf(WaitingClass::Priority)] + before[indexOf(WaitingClass::Ordinary)];
    if (others > inAll && ownClass != WaitingClass::Appointment)
        before[indexOf(ownClass)] += std::min<std::size_t>(others - inAll, later[indexOf(ownClass)]);
    return before;
}

double WaitingFloor::soonest_min() const
{
    double soonest = std::numeric_limits<double>::max();
    for (const Desk& desk : m_desks) {
        if (desk.direct)
            soonest = std::min(soonest, desk.free_min);
    }
    return soonest;
}

/// Gives everybody who is before to the counter that is free first, in the order of arrival.
void WaitingFloor::schedule(const Asker& asker, double until_min)
{
    std::vector<Cursor> cursors;
    for (Line& line : m_lines) {
        if (line.desks.empty())
            continue;
        for (const WaitingClass which : waitingClasses)
            cursors.push_back({&line, which, line.day->of(which).begin(), line.day->of(which).end()});
    }
    Before left = asker.all;
    for (double soonest = soonest_min(); soonest < until_min; soonest = soonest_min()) {
        Cursor* first = nullptr;
        for (Cursor& cursor : cursors) {
            while (asker.waiting && cursor.next != cursor.end &&
                   cursor.next->leg.ticket == asker.waiting->ticket)
                ++cursor.next;
            if (cursor.next == cursor.end || left[indexOf(cursor.which)] == 0)
                continue;
            // A booked slot goes before everybody, but not before it has come.
            if (cursor.which == WaitingClass::Appointment &&
                Minutes(cursor.next->place.arrival - m_now).count() > soonest)
                continue;
            if (!first || *cursor.next < *first->next)
                first = &cursor;
        }
        if (!first)
            break;
        take(*first);
        ++first->next;
        --left[indexOf(first->which)];
    }
}

void WaitingFloor::take(const Cursor& cursor)
{
    Line& line = *cursor.line;
    Desk& soonest =
        **std::min_element(line.desks.begin(), line.desks.end(),
                           [](const Desk* a, const Desk* b) { return a->free_min < b->free_min; });
    Expected& expected = expectedOf(m_site.find(cursor.next->leg)->service);
    soonest.free_min += expected.mean_min + between_min;
    line.work_min += expected.mean_min + between_min;
    ++line.scheduled;
    if (line.direct > 0 && cursor.which == WaitingClass::Appointment)
        ++m_appointmentsAhead;
    if (soonest.direct) {
        soonest.variance += square(spread * expected.mean_min);
        ++expected.ahead;
    }
}

/// The share of their time that the counters will give to priority tickets which are yet to come.
double WaitingFloor::priorityLoad(double directDesks) const
{
    double load = 0;
    for (const Line& line : m_lines) {
        if (line.direct == 0)
            continue;
        const QueueDay& day = *line.day;
        const double mean_min =
            line.scheduled > 0 ? line.work_min / line.scheduled : m_expected.at(m_service.id).mean_min;
        const double share =
            (day.issuedPriority + priorityPrior * priorityPriorWeight) / (day.issued + priorityPriorWeight);
        load += share * arrivalRate(day, m_now) * mean_min * static_cast<double>(line.direct) /
                static_cast<double>(line.desks.size()) / directDesks;
    }
    return std::min(priorityStays * load, priorityMost);
}

Turn WaitingFloor::turnOf(bool priority, double until_min)
{
    return turnOf(Asker{priority, {}, beforeNewcomer(priority, false), beforeNewcomer(priority, true), 0},
                  until_min);
}

Turn WaitingFloor::turnOf(const LegId& waiting, double until_min)
{
    const Leg& leg = *m_site.find(waiting);
    Asker asker{m_site.find(waiting.ticket)->hasPriority(), waiting, beforeWaiting(waiting, false),
                beforeWaiting(waiting, true), 0};
    if (leg.appointment)
        asker.notBefore_min = Minutes(waitingKeyOf(leg, waiting).place.arrival - m_now).count();
    return turnOf(asker, until_min);
}

Turn WaitingFloor::turnOf(const Asker& asker, double until_min)
{
    Turn turn;
    turn.service_min = expectedOf(m_service.id).mean_min;
    turn.ahead = static_cast<int>(asker.direct[indexOf(WaitingClass::Priority)] +
                                  asker.direct[indexOf(WaitingClass::Ordinary)]);
    schedule(asker, until_min);
    turn.ahead += m_appointmentsAhead;
    double desks = 0;
    double variance = 0;
    for (const Desk& desk : m_desks) {
        if (!desk.direct)
            continue;
        turn.openCounters += desk.isOpen ? 1 : 0;
        desks += 1;
        variance += desk.variance;
    }
    if (turn.openCounters == 0)
        return turn;
    // The means may be wrong for everybody alike: no averaging over people helps.
    for (const auto& [id, expected] : m_expected)
        variance += square(expected.ahead) * expected.meanVariance;
    const double soonest = std::max(soonest_min(), asker.notBefore_min);
    turn.atOnce = soonest <= 0;
    const double share = shareNear + shareFar * soonest / (soonest + farHalf_min);
    turn.mean_min = share * soonest / (1 - (asker.priority ? 0 : priorityLoad(desks))) + reaction_min;
    turn.variance = variance / square(desks) + square(unknownShare * turn.mean_min) + square(unknown_min);
    return turn;
}

} // namespace anjungan
