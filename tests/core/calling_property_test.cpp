// SPDX-License-Identifier: GPL-3.0-or-later
// Of the order of calls, on random halls, against what is counted by hand from the tickets: nobody who is
// first is passed over beyond the bound of her queue; the order is whole, the same at every look, and not
// changed by whoever comes last; no counter idles beside somebody whom it may call; needs are served where
// they can be.
#include "core/calling.h"
#include "support/hall.h"

#include <gtest/gtest.h>
#include <map>
#include <rapidcheck/gtest.h>
#include <set>

namespace anjungan {
namespace {

std::shared_ptr<const Catalogue> threeCounters(FixedRandom& random)
{
    auto catalogue = std::make_shared<Catalogue>(*tinyCatalogue());
    catalogue->services[2].hours = catalogue->hours;
    catalogue->services[2].quotaDaily.reset();
    catalogue->policy.priorityRun = static_cast<int>(random.below(4));
    catalogue->queues[1].policy = CallPolicy{static_cast<int>(random.below(3)), 2};
    catalogue->counters[1].queues.push_back(catalogue->queues[1].id);
    catalogue->counters[0].serves = {Need::Wheelchair};
    return catalogue;
}

/// Somebody who waits, as the tickets tell.
struct Waiting
{
    LegId id;
    const Leg* leg;
    WaitingClass which;
};

class CallingHall
{
public:
    explicit CallingHall(std::uint64_t seed)
        : m_random(seed)
        , hall(threeCounters(m_random))
    {
        for (const Counter& counter : catalogue().counters) {
            if (m_random.below(4) > 0)
                hall.open(counter.id, hall.ani);
        }
    }

    [[nodiscard]] const Catalogue& catalogue() const { return *hall.site().catalogue(); }
    [[nodiscard]] std::uint64_t below(std::uint64_t bound) { return m_random.below(bound); }

    void comes(bool plain = false)
    {
        IssueTicket wanted;
        wanted.ticket = hall.queue.random().makeId<TicketId>();
        wanted.services = {catalogue().services[m_random.below(3)].id};
        if (!plain && m_random.below(3) == 0)
            wanted.services = {catalogue().services[0].id, catalogue().services[2].id};
        if (!plain && m_random.below(3) == 0)
            wanted.classes = {catalogue().priorityClasses[m_random.below(2)].id};
        if (!plain && m_random.below(6) == 0)
            wanted.needs = {static_cast<Need>(m_random.below(4))};
        if (!plain && m_random.below(6) == 0)
            wanted.appointment = hall.clock.now() + std::chrono::minutes(m_random.below(40));
        // Where the turn could not come today no number is given.
        (void)hall.attempt(wanted);
    }

    /// Whom a counter may call at all, by first arrival.
    [[nodiscard]] std::vector<Waiting> callable(const Counter& counter) const
    {
        std::vector<Waiting> found;
        for (const auto& [id, ticket] : hall.site().tickets()) {
            for (std::uint8_t i = 0; i < ticket.legs.size(); ++i) {
                const Leg& leg = ticket.legs[i];
                if (leg.state == LegState::Waiting && !ticket.openLeg() && serves(counter, leg.queue) &&
                    isPlaceFor(counter, ticket, leg.queue))
                    found.push_back({{id, i}, &leg, waitingClassOf(ticket, leg)});
            }
        }
        std::ranges::sort(found, {}, [](const Waiting& waiting) { return waiting.leg->place; });
        return found;
    }

    /// The first of a class among those whose time has come.
    [[nodiscard]] const Waiting* firstOf(const std::vector<Waiting>& waiting, WaitingClass which) const
    {
        const Waiting* first = nullptr;
        for (const Waiting& each : waiting) {
            const bool hasComeTo =
                which != WaitingClass::Appointment || *each.leg->appointment <= hall.clock.now();
            const bool mayBeCalled =
                each.leg->place.notBeforeCall <= hall.site().queue(each.leg->queue).calls;
            const auto orderOf = [](const Waiting& one) {
                return std::pair(one.leg->appointment.value_or(one.leg->place.arrival), one.leg->place.tie);
            };
            if (each.which == which && hasComeTo && mayBeCalled &&
                (!first || orderOf(each) < orderOf(*first)))
                first = &each;
        }
        return first;
    }

    /// Somebody leaves her counter, one way or another.
    void leave(const CounterId& counter)
    {
        const auto& open = hall.site().desk(counter).openLeg;
        if (!open)
            return;
        const LegAct act{*open, hall.leg(*open).open->id};
        switch (m_random.below(6)) {
        case 0:
            hall.queue.must(MarkNoShow{act});
            if (m_random.below(2) == 0)
                hall.queue.must(ReturnLeg{{act.leg, {}}});
            break;
        case 1:
            hall.queue.must(ParkLeg{act});
            hall.queue.must(ReturnLeg{{act.leg, {}}});
            break;
        case 2:
            hall.queue.must(WithdrawCall{act});
            break;
        default:
            hall.queue.must(FinishLeg{act});
        }
    }

private:
    [[nodiscard]] static bool serves(const Counter& counter, const QueueId& queue)
    {
        return std::ranges::count(counter.queues, queue) > 0;
    }
    [[nodiscard]] bool isPlaceFor(const Counter& counter, const Ticket& ticket, const QueueId& queue) const
    {
        for (const Need need : ticket.needs) {
            for (const Counter& other : catalogue().counters) {
                const bool isBetter = std::ranges::count(other.serves, need) > 0 && serves(other, queue) &&
                                      hall.site().desk(other.id).presence == CounterPresence::Open;
                if (isBetter && std::ranges::count(counter.serves, need) == 0)
                    return false;
            }
        }
        return true;
    }

    FixedRandom m_random;

public:
    Hall hall;
};

RC_GTEST_PROP(CallOrder, KeepsItsBoundAndLetsNoCounterIdle, (std::uint32_t seed))
{
    CallingHall world(seed);
    Hall& hall = world.hall;
    std::map<LegId, int> passes;
    for (int step = 0; step < 120; ++step) {
        hall.clock.advance(std::chrono::seconds(world.below(60)));
        if (world.below(3) > 0) {
            world.comes();
            continue;
        }
        const Counter& counter = world.catalogue().counters[world.below(3)];
        if (hall.site().desk(counter.id).presence != CounterPresence::Open)
            continue;
        world.leave(counter.id);
        const std::vector<Waiting> waiting = world.callable(counter);
        const auto next = nextFor(hall.site(), counter.id, hall.clock.now());
        RC_ASSERT(next.has_value() == !waiting.empty());
        if (!next)
            continue;
        const auto called = std::ranges::find(waiting, next->leg, &Waiting::id);
        RC_ASSERT(called != waiting.end());
        for (const WaitingClass which : waitingClasses) {
            const Waiting* first = world.firstOf(waiting, which);
            if (!first || first->id == next->leg || which <= called->which)
                continue;
            if (first->leg->place < called->leg->place) {
                const int bound = world.catalogue().policyOf(first->leg->queue).priorityRun;
                RC_ASSERT(++passes[first->id] <= bound);
            }
        }
        // Within a class nobody is passed over who came before.
        const Waiting* own = world.firstOf(waiting, called->which);
        RC_ASSERT(next->reason == NextReason::OnlyReturned || next->reason == NextReason::OnlyEarly ||
                  (own && own->id == next->leg));
        hall.queue.must(CallNext{counter.id});
        for (const auto& [leg, count] : passes) {
            if (const Leg* passed = hall.site().find(leg))
                RC_ASSERT(passed->passedOver == count);
        }
    }
}

RC_GTEST_PROP(CallOrder, IsWholeAndTheSameAtEveryLookAndWhoComesLastChangesNothing, (std::uint32_t seed))
{
    CallingHall world(seed);
    Hall& hall = world.hall;
    for (std::uint64_t i = world.below(60); i > 0; --i) {
        world.comes();
        hall.clock.advance(std::chrono::seconds(world.below(30)));
    }
    for (const Counter& counter : world.catalogue().counters) {
        if (hall.site().desk(counter.id).presence == CounterPresence::Open && world.below(2) == 0)
            (void)hall.attempt(CallNext{counter.id});
    }
    std::map<CounterId, std::vector<LegId>> before;
    for (const Counter& counter : world.catalogue().counters) {
        before[counter.id] = waitingFor(hall.site(), counter.id, hall.clock.now(), 1'000);
        const auto& order = before[counter.id];
        RC_ASSERT(order == waitingFor(hall.site(), counter.id, hall.clock.now(), 1'000));
        std::size_t all = 0;
        for (const QueueId& queue : counter.queues)
            all += hall.site().queue(queue).count();
        RC_ASSERT(order.size() == all);
        RC_ASSERT(std::set<LegId>(order.begin(), order.end()).size() == all);
        if (const auto next = nextFor(hall.site(), counter.id, hall.clock.now()))
            RC_ASSERT(order.front() == next->leg);
        const std::size_t few = std::min<std::size_t>(order.size(), 5);
        RC_ASSERT(waitingFor(hall.site(), counter.id, hall.clock.now(), few) ==
                  std::vector<LegId>(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(few)));
    }
    const auto isLastResort = [&](const CounterId& counter) {
        const auto next = nextFor(hall.site(), counter, hall.clock.now());
        return next && (next->reason == NextReason::OnlyReturned || next->reason == NextReason::OnlyEarly);
    };
    std::set<CounterId> lastResort;
    for (const Counter& counter : world.catalogue().counters) {
        if (isLastResort(counter.id))
            lastResort.insert(counter.id);
    }
    world.comes(true);
    for (const Counter& counter : world.catalogue().counters) {
        // Who would only be called because nobody else waits gives way to whoever comes.
        if (lastResort.contains(counter.id))
            continue;
        auto after = waitingFor(hall.site(), counter.id, hall.clock.now(), 1'000);
        std::erase_if(after, [&](const LegId& leg) {
            return std::ranges::find(before[counter.id], leg) == before[counter.id].end();
        });
        RC_ASSERT(after == before[counter.id]);
    }
}

TEST(CallOrder, AnAppointmentIsCalledAtItsSlotAndEarlierOnlyWhereNobodyElseWaits)
{
    Hall hall;
    hall.open(hall.counter1, hall.ani);
    IssueTicket booked;
    booked.ticket = hall.queue.random().makeId<TicketId>();
    booked.services = {*ServiceId::parse("ktp")};
    booked.appointment = hall.clock.now() + std::chrono::minutes(30);
    hall.queue.must(booked);
    const auto next = [&] { return *nextFor(hall.site(), hall.counter1, hall.clock.now()); };
    EXPECT_EQ(next().reason, NextReason::OnlyEarly);
    const TicketId walkIn = hall.issue({"ktp"});
    hall.issue({"ktp"}, true);
    EXPECT_EQ(next().reason, NextReason::Priority);
    EXPECT_EQ(next().passedOver->ticket, walkIn);
    hall.clock.advance(std::chrono::minutes(30));
    EXPECT_EQ(next().reason, NextReason::AppointmentDue);
    EXPECT_EQ(next().leg.ticket, booked.ticket);
    EXPECT_FALSE(next().passedOver) << "she was there before";
}

TEST(CallOrder, APriorityTicketIsPassedOverByAppointmentsNoMoreThanTheBound)
{
    Hall hall;
    hall.open(hall.counter1, hall.ani);
    hall.issue({"ktp"}, true);
    for (int i = 0; i < 3; ++i) {
        IssueTicket booked;
        booked.ticket = hall.queue.random().makeId<TicketId>();
        booked.services = {*ServiceId::parse("ktp")};
        booked.appointment = hall.clock.now();
        hall.queue.must(booked);
    }
    std::string order;
    for (int i = 0; i < 4; ++i) {
        const LegAct act = hall.call(hall.counter1);
        order += hall.number(act.leg.ticket) + ' ';
        hall.queue.must(FinishLeg{act});
    }
    EXPECT_EQ(order, "A-002 A-003 A-001 A-004 ");
}

TEST(CallOrder, PriorityThatStaffDoNotConfirmWaitsWithTheOthers)
{
    Hall hall;
    hall.open(hall.counter1, hall.ani);
    const TicketId first = hall.issue({"ktp"});
    const TicketId declared = hall.issue({"ktp"}, true);
    EXPECT_EQ(hall.codeOf(ConfirmPriority{declared, {*PriorityClassId::parse("raja")}}), "class-unknown");
    hall.queue.must(ConfirmPriority{declared, {}});
    EXPECT_EQ(nextFor(hall.site(), hall.counter1, hall.clock.now())->leg.ticket, first);
    EXPECT_TRUE(hall.site().find(declared)->priorityConfirmed);
    hall.queue.must(ConfirmPriority{declared, {*PriorityClassId::parse("hamil")}});
    EXPECT_EQ(nextFor(hall.site(), hall.counter1, hall.clock.now())->leg.ticket, declared);
}

} // namespace
} // namespace anjungan
