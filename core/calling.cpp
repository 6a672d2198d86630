// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calling.h"

#include <algorithm>

namespace anjungan {

namespace {

/// Somebody who is first of a class, as the order sees her.
struct Head
{
    WaitingClass privilege;
    LegId leg;
    Place came;           ///< by first arrival, also where a slot was booked
    bool mayWaitNoLonger; ///< was passed over as often as her queue's policy allows
};

/// Who of the first of each class is called: the most privileged one, unless somebody who came before her
/// was passed over often enough; then the most privileged of those who came no later than that one.
/// `heads` are in the order of their privilege and not empty.
const Head& choose(const std::vector<Head>& heads)
{
    const Head& best = heads.front();
    const Head* due = nullptr;
    for (const Head& head : heads) {
        if (head.mayWaitNoLonger && head.came < best.came && (!due || head.came < due->came))
            due = &head;
    }
    if (!due)
        return best;
    return *std::find_if(heads.begin(), heads.end(),
                         [due](const Head& head) { return !(due->came < head.came); });
}

/// Whether calling `chosen` passes over `other`: less privileged, and there before.
bool passesOver(const Head& chosen, const Head& other)
{
    return chosen.privilege < other.privilege && other.came < chosen.came;
}

NextReason reasonOf(const Head& chosen, const std::vector<Head>& heads)
{
    if (&chosen != &heads.front() && chosen.mayWaitNoLonger)
        return NextReason::BoundReached;
    if (chosen.privilege == WaitingClass::Appointment)
        return NextReason::AppointmentDue;
    const bool passes = std::any_of(heads.begin(), heads.end(),
                                    [&chosen](const Head& other) { return passesOver(chosen, other); });
    return passes ? NextReason::Priority : NextReason::FirstArrived;
}

/// A counter's queues at one moment.
class Candidates
{
public:
    Candidates(const Site& site, const Counter& counter, Instant now)
        : m_site(site)
        , m_counter(counter)
        , m_now(now)
    {}

    enum class Reach { Regular, EvenReturned, EvenEarly };

    /// The earliest leg of a class that may be called now.
    [[nodiscard]] std::optional<WaitingKey> first(WaitingClass which, Reach reach) const
    {
        std::optional<WaitingKey> best;
        for (const QueueId& id : m_counter.queues) {
            const QueueDay& queue = m_site.queue(id);
            for (const WaitingKey& key : queue.of(which)) {
                if (best && *best < key)
                    break;
                if (which == WaitingClass::Appointment && reach != Reach::EvenEarly &&
                    key.place.arrival > m_now)
                    break;
                if (mayCall(key, queue, id, reach != Reach::Regular)) {
                    best = key;
                    break;
                }
            }
        }
        return best;
    }

    [[nodiscard]] std::vector<Head> heads() const
    {
        std::vector<Head> heads;
        for (const WaitingClass which : waitingClasses) {
            if (const auto key = first(which, Reach::Regular))
                heads.push_back(headOf(key->leg, which, m_site.find(key->leg)->passedOver));
        }
        return heads;
    }

    [[nodiscard]] Head headOf(const LegId& id, WaitingClass which, int passedOver) const
    {
        const Leg& leg = *m_site.find(id);
        return {which, id, leg.place, passedOver >= m_site.catalogue()->policyOf(leg.queue).priorityRun};
    }

private:
    [[nodiscard]] bool mayCall(const WaitingKey& key, const QueueDay& queue, const QueueId& id,
                               bool evenReturned) const
    {
        if (key.place.notBeforeCall > queue.calls && !evenReturned)
            return false;
        const Ticket& ticket = *m_site.find(key.leg.ticket);
        return ticket.openLeg() == nullptr && meetsNeeds(m_site, m_counter, ticket, id);
    }

    const Site& m_site;
    const Counter& m_counter;
    Instant m_now;
};

/// The whole order: each class in its own order, one taken after the other as `choose` says.
class Order
{
public:
    Order(const Site& site, const Counter& counter, Instant now, std::size_t limit)
        : m_site(site)
        , m_candidates(site, counter, now)
    {
        for (const QueueId& id : counter.queues) {
            for (const WaitingClass which : waitingClasses) {
                const auto& waiting = site.queue(id).of(which);
                Line& line = which == WaitingClass::Appointment ? m_early : lineOf(which);
                auto taken = std::min(waiting.size(), limit);
                for (auto key = waiting.begin(); taken > 0; ++key, --taken) {
                    const bool isDue = which == WaitingClass::Appointment && key->place.arrival <= now;
                    (isDue ? lineOf(which) : line).keys.push_back(*key);
                }
            }
        }
        for (Line& line : m_lines)
            line.begin();
        m_early.begin();
        for (const WaitingClass which : waitingClasses)
            renewHead(which);
    }

    /// Nothing: everybody was named.
    [[nodiscard]] std::optional<LegId> next()
    {
        std::vector<Head> heads;
        for (const auto& head : m_heads) {
            if (head)
                heads.push_back(*head);
        }
        if (heads.empty())
            return m_early.take();
        const Head chosen = choose(heads);
        for (const Head& other : heads) {
            if (passesOver(chosen, other)) {
                Line& line = lineOf(other.privilege);
                m_heads[index(other.privilege)] =
                    m_candidates.headOf(other.leg, other.privilege, ++line.passedOver);
            }
        }
        (void)lineOf(chosen.privilege).take();
        renewHead(chosen.privilege);
        return chosen.leg;
    }

private:
    struct Line
    {
        std::vector<WaitingKey> keys;
        std::size_t at = 0;
        int passedOver = 0; ///< of the first one, in the order as it will be

        void begin() { std::sort(keys.begin(), keys.end()); }
        [[nodiscard]] std::optional<LegId> first() const
        {
            return at < keys.size() ? std::optional(keys[at].leg) : std::nullopt;
        }
        std::optional<LegId> take()
        {
            const auto taken = first();
            ++at;
            return taken;
        }
    };

    [[nodiscard]] static std::size_t index(WaitingClass which) { return static_cast<std::size_t>(which); }
    [[nodiscard]] Line& lineOf(WaitingClass which) { return m_lines.at(index(which)); }

    void renewHead(WaitingClass which)
    {
        Line& line = lineOf(which);
        const auto first = line.first();
        line.passedOver = first ? m_site.find(*first)->passedOver : 0;
        m_heads.at(index(which)) =
            first ? std::optional(m_candidates.headOf(*first, which, line.passedOver)) : std::nullopt;
    }

    const Site& m_site;
    Candidates m_candidates;
    std::array<Line, waitingClasses.size()> m_lines;
    Line m_early; ///< whose slots have not come
    std::array<std::optional<Head>, waitingClasses.size()> m_heads;
};

const Counter* counterOf(const Site& site, const CounterId& id, Instant now)
{
    if (!site.catalogue() || site.day() != dayOf(now, site.catalogue()->timeZone))
        return nullptr;
    return site.catalogue()->find(id);
}

bool serves(const Counter& counter, Need need)
{
    return std::find(counter.serves.begin(), counter.serves.end(), need) != counter.serves.end();
}

} // namespace

bool meetsNeeds(const Site& site, const Counter& counter, const Ticket& ticket, const QueueId& queue)
{
    return std::all_of(ticket.needs.begin(), ticket.needs.end(), [&](Need need) {
        if (serves(counter, need))
            return true;
        const auto isBetter = [&](const Counter& other) {
            return serves(other, need) && site.desk(other.id).presence == CounterPresence::Open &&
                   std::find(other.queues.begin(), other.queues.end(), queue) != other.queues.end();
        };
        return std::none_of(site.catalogue()->counters.begin(), site.catalogue()->counters.end(), isBetter);
    });
}

std::optional<NextLeg> nextFor(const Site& site, const CounterId& counterId, Instant now)
{
    const Counter* counter = counterOf(site, counterId, now);
    if (!counter)
        return std::nullopt;
    const Candidates candidates(site, *counter, now);
    const std::vector<Head> heads = candidates.heads();
    if (!heads.empty()) {
        const Head& chosen = choose(heads);
        NextLeg next{chosen.leg, reasonOf(chosen, heads), std::nullopt, std::nullopt};
        for (const Head& other : heads) {
            if (passesOver(chosen, other))
                (other.privilege == WaitingClass::Ordinary ? next.passedOver : next.passedOverPriority) =
                    other.leg;
        }
        return next;
    }
    // Nobody else waits, and a counter is not idle beside somebody whom it may call.
    using Reach = Candidates::Reach;
    for (const auto& [reach, reason] : {std::pair(Reach::EvenReturned, NextReason::OnlyReturned),
                                        std::pair(Reach::EvenEarly, NextReason::OnlyEarly)}) {
        for (const WaitingClass which : waitingClasses) {
            if (const auto only = candidates.first(which, reach))
                return NextLeg{only->leg, reason, std::nullopt, std::nullopt};
        }
    }
    return std::nullopt;
}

std::vector<LegId> waitingFor(const Site& site, const CounterId& counterId, Instant now, std::size_t limit)
{
    const Counter* counter = counterOf(site, counterId, now);
    if (!counter)
        return {};
    std::vector<LegId> order;
    Order wholeOrder(site, *counter, now, limit);
    while (order.size() < limit) {
        const auto next = wholeOrder.next();
        if (!next)
            break;
        order.push_back(*next);
    }
    // What cannot be called now stands where it is in the list, but the first row is the one called next.
    if (const auto next = nextFor(site, counterId, now)) {
        const auto found = std::find(order.begin(), order.end(), next->leg);
        if (found != order.end())
            std::rotate(order.begin(), found, found + 1);
    }
    return order;
}

} // namespace anjungan
