// SPDX-License-Identifier: GPL-3.0-or-later
// In any history of commands, sensible or not: a replay gives the live state, a refusal has no effect, a
// retry has the same answer, no number is given twice, no citizen is at two counters, and whoever waits is
// found.
#include "support/hall.h"
#include "support/site_text.h"

#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>

namespace anjungan {
namespace {

/// Makes commands of every kind about what there is, half of them out of place.
class Restless
{
public:
    explicit Restless(Hall& hall, std::uint64_t seed)
        : m_hall(hall)
        , m_random(seed)
    {}

    CommandBody next()
    {
        const LegAct act = anyAct();
        switch (m_random.below(16)) {
        case 0:
        case 1:
        case 2:
            return issue();
        case 3:
        case 4:
            return CallNext{anyCounter()};
        case 5:
            return CallLeg{anyCounter(), act.leg};
        case 6:
            return AcknowledgeCall{act};
        case 7:
            return RecallLeg{act};
        case 8:
            return StartService{act};
        case 9:
            return FinishLeg{act, Outcome::Done};
        case 10:
            return MarkNoShow{act};
        case 11:
            return WithdrawCall{act};
        case 12:
            return ParkLeg{act};
        case 13:
            return ReturnLeg{act};
        case 14:
            return TransferLeg{act, anyService(), "n"};
        default:
            return m_random.below(4) == 0 ? CommandBody(CancelTicket{act.leg.ticket, std::nullopt})
                                          : presence();
        }
    }

private:
    CounterId anyCounter()
    {
        const CounterId counters[]{m_hall.counter1, m_hall.counter2, m_hall.counter3};
        return counters[m_random.below(3)];
    }
    ServiceId anyService()
    {
        const auto& services = tinyCatalogue()->services;
        return services[m_random.below(services.size())].id;
    }
    LegAct anyAct()
    {
        // Half the time what a counter has open: else most acts would be about nothing.
        const CounterDesk& desk = m_hall.site().desk(anyCounter());
        if (desk.openLeg && m_random.below(2) == 0)
            return {*desk.openLeg, m_hall.leg(*desk.openLeg).open->id};
        if (m_tickets.empty())
            return {};
        const LegId leg{m_tickets[m_random.below(m_tickets.size())],
                        static_cast<std::uint8_t>(m_random.below(3))};
        return {leg, std::nullopt};
    }
    CommandBody issue()
    {
        IssueTicket wanted;
        wanted.ticket = m_random.makeId<TicketId>();
        m_tickets.push_back(wanted.ticket);
        for (std::uint64_t i = 0; i <= m_random.below(3); ++i)
            wanted.services.push_back(anyService());
        if (m_random.below(3) == 0)
            wanted.classes.push_back(*PriorityClassId::parse("hamil"));
        return wanted;
    }
    CommandBody presence()
    {
        const auto which = static_cast<CounterPresence>(m_random.below(3));
        return ChangeCounter{anyCounter(), which, m_random.below(2) == 0 ? m_hall.ani : m_hall.budi};
    }

    Hall& m_hall;
    FixedRandom m_random;
    std::vector<TicketId> m_tickets;
};

void checkState(const Site& site)
{
    std::map<Number, TicketId> numbers;
    std::size_t waiting = 0;
    std::size_t open = 0;
    for (const auto& [id, ticket] : site.tickets()) {
        RC_ASSERT(numbers.emplace(ticket.number, id).second);
        int openLegs = 0;
        for (std::uint8_t i = 0; i < ticket.legs.size(); ++i) {
            const Leg& leg = ticket.legs[i];
            const bool atCounter = leg.state == LegState::Called || leg.state == LegState::Serving;
            RC_ASSERT(leg.open.has_value() == atCounter);
            openLegs += atCounter ? 1 : 0;
            if (atCounter)
                RC_ASSERT(site.desk(leg.open->counter).openLeg == (LegId{id, i}));
            const QueueDay& queue = site.queue(leg.queue);
            const auto& set = queue.of(waitingClassOf(ticket, leg));
            const bool listed = set.contains(waitingKeyOf(leg, {id, i}));
            RC_ASSERT(listed == (leg.state == LegState::Waiting));
            waiting += listed ? 1 : 0;
        }
        RC_ASSERT(openLegs <= 1);
        open += static_cast<std::size_t>(openLegs);
    }
    std::size_t listed = 0;
    for (const Queue& queue : site.catalogue()->queues)
        listed += site.queue(queue.id).count();
    RC_ASSERT(listed == waiting);
    std::size_t busy = 0;
    for (const Counter& counter : site.catalogue()->counters)
        busy += site.desk(counter.id).openLeg ? 1U : 0U;
    RC_ASSERT(busy == open);
}

RC_GTEST_PROP(Histories, KeepTheirPromises, (std::uint32_t seed))
{
    Hall hall;
    hall.clock.advance(std::chrono::hours(24)); // Tuesday: every service is there
    Restless restless(hall, seed);
    for (int i = 0; i < 150; ++i) {
        hall.clock.advance(std::chrono::seconds(seed % 40));
        const std::string before = textOf(hall.site());
        const Command command{
            hall.queue.random().makeId<CommandId>(), {*DeviceId::parse("test"), {}}, restless.next()};
        std::optional<std::size_t> answered;
        hall.queue.submit(command, [&](const Result<Receipt>& reply) {
            if (reply)
                answered = reply->events.size();
        });
        if (!answered)
            RC_ASSERT(textOf(hall.site()) == before);
        const std::string after = textOf(hall.site());
        hall.queue.submit(command, [&](const Result<Receipt>& reply) {
            RC_ASSERT(!answered || (reply && reply->events.size() == *answered));
            if (answered)
                RC_ASSERT(textOf(hall.site()) == after);
        });
        checkState(hall.site());
    }
    Site replayed;
    for (const Event& event : hall.queue.journal.events()) {
        const auto read = eventFromJson(nlohmann::json::parse(toJson(event).dump()));
        RC_ASSERT(read.has_value());
        RC_ASSERT(applyEvent(replayed, *read).has_value());
    }
    RC_ASSERT(textOf(replayed) == textOf(hall.site()));
}

} // namespace
} // namespace anjungan
