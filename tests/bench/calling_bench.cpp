// SPDX-License-Identifier: GPL-3.0-or-later
// What the core computes on the longest queue there may be: 4,000 people who all wait for the same counters,
// every eighth with priority.
#include "bench/bench.h"
#include "core/calling.h"
#include "support/hall.h"

namespace anjungan::bench {

namespace {

constexpr int waiting = 4000;
constexpr int seriesUsed = 5; // 999 numbers each

/// Opens the counters last: who issues where none is open need not work out a waiting range.
void fill(Hall& hall, const Service& service)
{
    for (int i = 0; i < waiting; ++i) {
        IssueTicket wanted;
        wanted.ticket = hall.queue.random().makeId<TicketId>();
        wanted.series = static_cast<std::uint8_t>(i % seriesUsed);
        wanted.services.push_back(service.id);
        if (i % 8 == 7)
            wanted.classes.push_back(hall.site().catalogue()->priorityClasses.front().id);
        hall.queue.must(std::move(wanted));
        hall.clock.advance(std::chrono::seconds(1));
    }
    for (const Counter& counter : hall.site().catalogue()->counters)
        hall.open(counter.id, hall.ani);
}

void measure(const Settings& settings, Report& report)
{
    Hall hall(sampleCatalogue());
    const Service& service = hall.site().catalogue()->services.front();
    fill(hall, service);
    const Command call{hall.queue.random().makeId<CommandId>(),
                       {*DeviceId::parse("test"), hall.ani},
                       CallNext{hall.counter1}};
    const int samples = settings.rounds(101, 5);
    const double call_ms = medianMilliseconds(samples, 100, [&] {
        if (must(decide(hall.site(), call, hall.clock.now())).empty())
            throw std::runtime_error("nobody was called");
    });
    const double estimate_ms = medianMilliseconds(samples, 1, [&] {
        if (estimateWait(hall.site(), service, false, hall.clock.now()).ahead != waiting)
            throw std::runtime_error("not everybody is ahead");
    });
    report.add(Row::within("decide a call, 4,000 waiting", call_ms, 1));
    report.add({"estimate a wait, 4,000 waiting", estimate_ms, "ms"});
}

const Subject subject("calling", measure);

} // namespace

} // namespace anjungan::bench
