// SPDX-License-Identifier: GPL-3.0-or-later
// How long a node takes from its files to being able to answer, after a long day: the journal is opened and
// checked, and the whole log replayed. The files are in memory, as after a crash of the process alone.
#include "bench/office.h"

namespace anjungan::bench {

namespace {

constexpr std::uint64_t eventsOfTheDay = 40'000;

/// As many citizens come as there are counters, and those who are next are served.
void passTime(Office& office)
{
    std::vector<Command> issues;
    for (std::size_t i = 0; i < sampleCatalogue()->counters.size(); ++i)
        issues.push_back(office.nextIssue());
    office.commit(issues);
    const std::vector<LegAct> called = office.callNext();
    office.act(called, [](const LegAct& leg) { return AcknowledgeCall{leg}; });
    office.act(called, [](const LegAct& leg) { return StartService{leg}; });
    office.clock().advance(std::chrono::seconds(10));
    office.act(called, [](const LegAct& leg) { return FinishLeg{leg}; });
}

void measure(const Settings& settings, Report& report)
{
    const TempDirectory directory(TempDirectory::Place::Memory);
    std::string path;
    {
        Office office(directory);
        path = office.journalPath();
        while (office.site().head().n < eventsOfTheDay)
            passTime(office);
    }
    const SodiumHasher hasher;
    const FakeClock clock;
    std::vector<double> times_ms;
    for (int i = 0; i < settings.rounds(11, 1); ++i) {
        times_ms.push_back(milliseconds([&] {
            const auto journal = must(SqliteJournal::open(path, hasher));
            Authority authority({*DeviceId::parse("kiosk-1"), {}}, *journal, hasher, clock, {});
            must(authority.open());
            if (authority.site().head().n < eventsOfTheDay)
                throw std::runtime_error("not the whole day was replayed");
        }));
    }
    report.add(Row::within("start on a day of 40,000 events", median(times_ms), 300));
}

const Subject subject("start", measure);

} // namespace

} // namespace anjungan::bench
