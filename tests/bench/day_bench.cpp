// SPDX-License-Identifier: GPL-3.0-or-later
// A generated day of 40,000 events on the largest site there is to be (40 agencies, 430 services, 80
// counters): how its cost grows from morning to evening, what its state weighs, and how long a node takes to
// start on it. Files lie in memory: what is measured is the program, not the disk.
#include "bench/bench.h"
#include "core/calling.h"
#include "core/slip_maker.h"
#include "core/waiting.h"
#include "storage/sodium.h"
#include "storage/sqlite_journal.h"
#include "support/day_player.h"
#include "support/generated_catalogue.h"
#include "support/temp_directory.h"

#include <fmt/format.h>
#include <malloc.h>

namespace anjungan::bench {

namespace {

constexpr std::uint64_t eventsOfTheDay = 40'000;
constexpr std::uint64_t stepOfTheCurve = 1000;
constexpr std::uint64_t stepOfTheRows = 5000;
constexpr std::uint64_t seed = 1;
constexpr Day monday = std::chrono::local_days(std::chrono::year(2026) / 11 / 23);

/// Short services and many visitors, so that one day has all these events. A little more comes than can be
/// served: the queues are long.
constexpr DayShape shape{Load::Overloaded, 4.2, 0.28};

/// At one moment of the day.
struct Point
{
    std::uint64_t events = 0;
    double waiting = 0;
    double commit_us = 0; ///< an event, everything included, over the last step
    double issue_us = 0;  ///< decided, of any service
    double call_us = 0;   ///< decided, at any counter that is free to call
    double estimate_us = 0;
    double mayCome_us = 0; ///< for every service of the site, as on a page of the kiosk
};

class LargestSite
{
public:
    LargestSite()
        : m_catalogue(generateCatalogue(seed, CatalogueSize::largest()))
        , m_journal(must(SqliteJournal::open(journalPath(), m_hasher)))
        , m_authority({m_device, m_random.makeId<IncarnationId>()}, *m_journal, m_hasher, m_clock, &makeSlip)
        , m_player(m_authority, m_clock, seed)
    {
        must(m_authority.open());
        const Command publish = command(PublishCatalogue{m_catalogue});
        must(std::move(m_authority.commit({&publish, 1}).front()));
    }

    [[nodiscard]] std::string journalPath() const { return m_directory.path("journal.db"); }

    /// Plays the day and looks at it every `stepOfTheCurve` events.
    std::vector<Point> play(int repeats)
    {
        std::vector<Point> curve;
        std::uint64_t next = stepOfTheCurve;
        auto since = std::chrono::steady_clock::now();
        m_player.afterCommit([&] {
            if (m_authority.site().head().n < next)
                return;
            const std::chrono::duration<double, std::micro> time = std::chrono::steady_clock::now() - since;
            curve.push_back(look(repeats));
            curve.back().commit_us = time.count() / stepOfTheCurve;
            next += stepOfTheCurve;
            since = std::chrono::steady_clock::now();
        });
        const DayPlan plan = generateDay(*m_catalogue, habitsOf(*m_catalogue, seed), monday, shape, seed);
        const PlayedDay played = m_player.play(plan, eventsOfTheDay);
        if (m_authority.site().head().n < eventsOfTheDay)
            throw std::runtime_error(fmt::format("the day has {} events only", played.events));
        m_visitors = m_authority.site().tickets().size();
        return curve;
    }

    /// The journal may be opened by somebody else; nothing more can be played.
    void letGo() { m_journal.reset(); }

    [[nodiscard]] std::size_t visitors() const { return m_visitors; }

private:
    Command command(CommandBody body)
    {
        return {m_random.makeId<CommandId>(), {m_device, std::nullopt}, std::move(body)};
    }

    template <typename Items, typename Work>
    double each_us(const Items& items, int repeats, Work work)
    {
        return 1000 *
               medianMilliseconds(repeats, 1, [&] { std::for_each(items.begin(), items.end(), work); }) /
               static_cast<double>(items.size());
    }

    Point look(int repeats)
    {
        const Site& site = m_authority.site();
        const Instant now = m_clock.now();
        Point point;
        point.events = site.head().n;
        for (const Queue& queue : m_catalogue->queues)
            point.waiting += static_cast<double>(site.queue(queue.id).count());
        std::vector<Command> issues;
        for (const Service& service : m_catalogue->services) {
            IssueTicket wanted;
            wanted.ticket = m_random.makeId<TicketId>();
            wanted.services.push_back(service.id);
            const Command issue = command(std::move(wanted));
            if (decide(site, issue, now))
                issues.push_back(issue);
        }
        std::vector<Command> calls;
        for (const Counter& counter : m_catalogue->counters)
            calls.push_back(command(CallNext{counter.id}));
        const auto decides = [&](const Command& each) { (void)decide(site, each, now); };
        if (!issues.empty())
            point.issue_us = each_us(issues, repeats, decides);
        point.call_us = each_us(m_catalogue->counters, repeats,
                                [&](const Counter& counter) { (void)nextFor(site, counter.id, now); });
        point.estimate_us = each_us(m_catalogue->services, repeats, [&](const Service& service) {
            (void)estimateWait(site, service, false, now);
        });
        point.mayCome_us = static_cast<double>(m_catalogue->services.size()) *
                           each_us(m_catalogue->services, repeats, [&](const Service& service) {
                               (void)turnMayCome(site, service, false, now);
                           });
        return point;
    }

    TempDirectory m_directory{TempDirectory::Place::Memory};
    const DeviceId m_device = *DeviceId::parse("kiosk-1");
    FakeClock m_clock{Instant((monday - std::chrono::days(1)).time_since_epoch())};
    FixedRandom m_random;
    SodiumHasher m_hasher;
    std::shared_ptr<const Catalogue> m_catalogue;
    std::unique_ptr<SqliteJournal> m_journal;
    Authority m_authority;
    DayPlayer m_player;
    std::size_t m_visitors = 0;
};

/// What the state of the log's end takes, without the catalogue: the heap that is in use after it was built
/// from events which are all there before.
double siteBytes(const std::string& path)
{
    const SodiumHasher hasher;
    const auto journal = must(SqliteJournal::open(path, hasher));
    std::vector<Event> events;
    must(journal->read({}, [&](const Event& event) -> Result<void> {
        events.push_back(event);
        return {};
    }));
    const auto before = mallinfo2();
    Site site;
    for (const Event& event : events)
        must(applyEvent(site, event));
    const auto after = mallinfo2();
    return static_cast<double>(after.uordblks + after.hblkhd) -
           static_cast<double>(before.uordblks + before.hblkhd) + sizeof(Site);
}

double start_ms(const std::string& path)
{
    const SodiumHasher hasher;
    const FakeClock clock;
    return milliseconds([&] {
        const auto journal = must(SqliteJournal::open(path, hasher));
        Authority authority({*DeviceId::parse("kiosk-1"), {}}, *journal, hasher, clock, {});
        must(authority.open());
        if (authority.site().head().n < eventsOfTheDay)
            throw std::runtime_error("not the whole day was replayed");
    });
}

/// The last of a curve against its beginning: the mean of a few points each, for one is noise.
void addGrowth(Report& report, std::string_view name, const std::vector<Point>& curve, double Point::*what)
{
    const auto mean = [&](std::size_t from) {
        double sum = 0;
        for (std::size_t i = from; i < from + 5; ++i)
            sum += curve[i].*what;
        return sum / 5;
    };
    const double first = mean(0);
    const double last = mean(curve.size() - 5);
    report.add(
        {fmt::format("{}, at the end against the morning", name), last, "µs", first, last / first, {}});
}

void measure(const Settings& settings, Report& report)
{
    LargestSite site;
    const std::vector<Point> curve = site.play(settings.rounds(5, 1));
    site.letGo();
    for (const Point& point : curve) {
        if (point.events % stepOfTheRows >= stepOfTheCurve && point.events >= 2 * stepOfTheCurve)
            continue;
        const auto row = [&](std::string_view what, double value, std::string_view unit) {
            if (value > 0)
                report.add({fmt::format("{:>6}: {}", point.events / stepOfTheCurve * stepOfTheCurve, what),
                            value,
                            std::string(unit),
                            {},
                            {},
                            {}});
        };
        row("legs waiting", point.waiting, "legs");
        row("commit an event", point.commit_us, "µs");
        row("decide an issue", point.issue_us, "µs");
        row("decide a call", point.call_us, "µs");
        row("estimate a wait", point.estimate_us, "µs");
        row("may the turn come, 430 services", point.mayCome_us, "µs");
    }
    addGrowth(report, "commit an event", curve, &Point::commit_us);
    addGrowth(report, "decide a call", curve, &Point::call_us);
    addGrowth(report, "estimate a wait", curve, &Point::estimate_us);
    report.add({"the day: visitors", static_cast<double>(site.visitors()), "tickets", {}, {}, {}});

    const double bytes = siteBytes(site.journalPath());
    report.add({"the day: state in memory", bytes / 1024 / 1024, "MiB", {}, {}, {}});
    report.add({"the day: state an event", bytes / eventsOfTheDay, "bytes", {}, {}, {}});

    std::vector<double> times_ms;
    for (int i = 0; i < settings.rounds(11, 1); ++i)
        times_ms.push_back(start_ms(site.journalPath()));
    report.add(Row::within("start on a day of 40,000 events, largest site", median(times_ms), 300));
}

const Subject subject("day", measure);

} // namespace

} // namespace anjungan::bench
