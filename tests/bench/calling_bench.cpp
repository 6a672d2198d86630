// SPDX-License-Identifier: GPL-3.0-or-later
// What the core computes where 4,000 people wait for one counter, in the mixes that make the order of calls
// look at most of them: one queue, many queues, nobody but priority, citizens who are at another counter, and
// missed ones who came back and should still wait for others.
#include "bench/bench.h"
#include "core/calling.h"
#include "core/opening.h"
#include "core/waiting.h"
#include "support/hall.h"

#include <fmt/format.h>

namespace anjungan::bench {

namespace {

constexpr int waiting = 4000;
constexpr int seriesUsed = 5;       // 999 numbers each
constexpr std::size_t listed = 500; // more than a desk lists

/// The sample site, whose counter 1 calls from every queue.
std::shared_ptr<const Catalogue> oneCounterForAll()
{
    Catalogue catalogue = *sampleCatalogue();
    catalogue.counters.front().queues.clear();
    for (const Queue& queue : catalogue.queues)
        catalogue.counters.front().queues.push_back(queue.id);
    return std::make_shared<const Catalogue>(std::move(catalogue));
}

/// Services that are open on the hall's Monday at nine and have no quota, one a queue.
std::vector<ServiceId> servicesOf(const Hall& hall)
{
    std::vector<ServiceId> services;
    std::set<QueueId> queues;
    for (const Service& service : hall.site().catalogue()->services) {
        if (!service.quotaDaily && openingOf(hall.site(), service, hall.clock.now()).isOpen() &&
            queues.insert(service.queue).second)
            services.push_back(service.id);
    }
    return services;
}

TicketId issue(Hall& hall, std::vector<ServiceId> services, int number, bool priority)
{
    IssueTicket wanted;
    wanted.ticket = hall.queue.random().makeId<TicketId>();
    wanted.series = static_cast<std::uint8_t>(number % seriesUsed);
    wanted.services = std::move(services);
    if (priority)
        wanted.classes.push_back(hall.site().catalogue()->priorityClasses.front().id);
    hall.queue.must(wanted);
    hall.clock.advance(std::chrono::milliseconds(500));
    return wanted.ticket;
}

/// Counters are opened after the issue: who issues where none is open need not work out a waiting range.
void openAll(Hall& hall)
{
    for (const Counter& counter : hall.site().catalogue()->counters)
        hall.open(counter.id, hall.ani);
}

/// Every eighth with priority; one service, or the services of all queues in turn.
void fill(Hall& hall, const std::vector<ServiceId>& services, int count, bool onlyPriority = false)
{
    for (int i = 0; i < count; ++i)
        issue(hall, {services[static_cast<std::size_t>(i) % services.size()]}, i, onlyPriority || i % 8 == 7);
}

/// At every other counter a citizen with errands everywhere, who came before all others: her turns are held.
void fillHeld(Hall& hall)
{
    const std::vector<ServiceId> services = servicesOf(hall);
    int held = 0;
    std::vector<std::pair<CounterId, TicketId>> early;
    const auto& counters = hall.site().catalogue()->counters;
    for (std::size_t i = 1; i < counters.size(); ++i) {
        const Service* own = nullptr;
        for (const ServiceId& id : services) {
            const Service* service = hall.site().catalogue()->find(id);
            own = service->queue == counters[i].queues.front() ? service : own;
        }
        if (!own)
            continue;
        std::vector<ServiceId> errands{own->id};
        for (const ServiceId& id : services) {
            if (id != own->id && errands.size() < ticketLegsMax)
                errands.push_back(id);
        }
        held += static_cast<int>(errands.size()) - 1;
        early.emplace_back(counters[i].id, issue(hall, std::move(errands), static_cast<int>(i), false));
    }
    fill(hall, services, waiting - held);
    for (const auto& [counter, ticket] : early) {
        hall.open(counter, hall.ani);
        hall.queue.must(CallLeg{counter, {ticket, 0}});
    }
    hall.open(hall.counter1, hall.ani);
}

/// Everybody was called once, did not come, and is back.
void fillReturned(Hall& hall, const std::vector<ServiceId>& services)
{
    fill(hall, services, waiting);
    hall.open(hall.counter1, hall.ani);
    std::vector<LegId> missed;
    for (int i = 0; i < waiting; ++i) {
        const LegAct act = hall.call(hall.counter1);
        hall.queue.must(MarkNoShow{act});
        missed.push_back(act.leg);
    }
    for (const LegId& leg : missed)
        hall.queue.must(ReturnLeg{{leg, std::nullopt}});
    openAll(hall);
}

void measureMix(const Settings& settings, Report& report, std::string_view name, const Hall& hall)
{
    const Command call{
        FixedRandom(9).makeId<CommandId>(), {*DeviceId::parse("test"), hall.ani}, CallNext{hall.counter1}};
    const int samples = settings.rounds(101, 3);
    const double call_ms = medianMilliseconds(samples, 10, [&] {
        if (must(decide(hall.site(), call, hall.clock.now())).empty())
            throw std::runtime_error("nobody was called");
    });
    const double list_ms = medianMilliseconds(samples, 1, [&] {
        if (waitingFor(hall.site(), hall.counter1, hall.clock.now(), listed).size() != listed)
            throw std::runtime_error("not everybody is listed");
    });
    report.add(Row::within(fmt::format("decide a call, 4,000 waiting{}", name), call_ms, 1));
    report.add(Row::within(fmt::format("list who waits, 4,000 waiting{}", name), list_ms, 1));
}

void measure(const Settings& settings, Report& report)
{
    {
        Hall hall(sampleCatalogue());
        const Service& service = hall.site().catalogue()->services.front();
        fill(hall, {service.id}, waiting);
        openAll(hall);
        measureMix(settings, report, "", hall);
        const double estimate_ms = medianMilliseconds(settings.rounds(101, 5), 1, [&] {
            if (estimateWait(hall.site(), service, false, hall.clock.now()).ahead != waiting)
                throw std::runtime_error("not everybody is ahead");
        });
        report.add({"estimate a wait, 4,000 waiting", estimate_ms, "ms", {}, {}, {}});
    }
    const auto mix = [&](std::string_view name, const std::function<void(Hall&)>& fillIt) {
        Hall hall(oneCounterForAll());
        fillIt(hall);
        measureMix(settings, report, name, hall);
    };
    mix(", many queues", [](Hall& hall) {
        fill(hall, servicesOf(hall), waiting);
        openAll(hall);
    });
    mix(", only priority", [](Hall& hall) {
        fill(hall, servicesOf(hall), waiting, true);
        openAll(hall);
    });
    mix(", held ones first", fillHeld);
    mix(", all returned", [](Hall& hall) { fillReturned(hall, servicesOf(hall)); });
}

const Subject subject("calling", measure);

} // namespace

} // namespace anjungan::bench
