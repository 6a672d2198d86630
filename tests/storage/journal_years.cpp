// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the journal of a small site over years, as its authority would, and measures what must not grow
// with it: each figure beside the same of a journal of one day. `tools/soak years` runs it for ten years.
#include "core/authority.h"
#include "core/calling.h"
#include "core/opening.h"
#include "core/slip_maker.h"
#include "storage/journal_backup.h"
#include "storage/journal_check.h"
#include "storage/journal_prune.h"
#include "storage/journal_stats.h"
#include "storage/sodium.h"
#include "storage/sqlite_journal.h"
#include "support/catalogues.h"
#include "support/fake_clock.h"
#include "support/fixed_random.h"
#include "support/temp_directory.h"

#include <chrono>
#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace anjungan {
namespace {

const SodiumHasher hasher;

template <typename T>
T must(Result<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().code + ": " + result.error().context);
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

double secondsOf(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// A site with the tiny catalogue: its authority, its journal, and how its days go.
class SmallSite
{
public:
    explicit SmallSite(const std::string& path)
        : m_journal(must(SqliteJournal::open(path, hasher)))
        , m_authority({m_device, m_random.makeId<IncarnationId>()}, *m_journal, hasher, m_clock, &makeSlip)
    {
        must(m_authority.open());
        if (m_authority.site().catalogue())
            return;
        commit(PublishCatalogue{tinyCatalogue()});
        RegisterDevice device;
        device.device = m_device;
        device.series = 1;
        commit(std::move(device));
        commit(ChangeStaff{m_staff, "Siti"});
    }

    /// One morning of an open day: `visitors` come, three of four with a second errand, each leg is called,
    /// shown, served and finished. The day ends with a checkpoint.
    void passDay(int visitors)
    {
        for (const char* counter : {"loket-1", "loket-2"})
            commit(ChangeCounter{*CounterId::parse(counter), CounterPresence::Open, m_staff});
        for (int i = 0; i < visitors; ++i) {
            IssueTicket wanted;
            wanted.ticket = m_random.makeId<TicketId>();
            wanted.services.push_back(*ServiceId::parse("ktp"));
            if (i % 4 != 0)
                wanted.services.push_back(*ServiceId::parse("kk"));
            commit(std::move(wanted));
            m_clock.advance(std::chrono::seconds(30));
            while (serveNext(*CounterId::parse("loket-1"))) {
            }
        }
        for (const char* counter : {"loket-1", "loket-2"})
            commit(ChangeCounter{*CounterId::parse(counter), CounterPresence::Closed, std::nullopt});
        must(m_journal->keepCheckpoint({m_journal->head(), std::string(checkpointBytes, 's')}));
        nextWorkday();
    }

    /// Durable commits of one command each, a second.
    double appendRate(int tickets)
    {
        EventsOfRate rate{*this, tickets};
        return tickets / secondsOf([&] { rate.run(); });
    }

    /// What a node does between its commits; how long its longest step took.
    std::pair<Pruned, double> prune(std::chrono::days keep)
    {
        Pruned all;
        double longest = 0;
        for (all.isDone = false; !all.isDone;) {
            Pruned step;
            longest = std::max(longest, secondsOf([&] { step = must(m_journal->prune(keep)); }));
            all = {step.beginning, all.events + step.events, all.tickets + step.tickets,
                   all.slips + step.slips, step.isDone};
        }
        return {all, longest};
    }

    [[nodiscard]] SqliteJournal& journal() { return *m_journal; }

private:
    /// As large as the end of a small site's day is, of which only people, machines and answers are left.
    static constexpr std::size_t checkpointBytes = 40'000;

    struct EventsOfRate
    {
        SmallSite& site;
        int tickets;

        void run() const
        {
            for (int i = 0; i < tickets; ++i)
                site.commit(ChangeStaff{site.m_staff, i % 2 == 0 ? "Siti" : "Siti Rahayu"});
        }
    };

    Receipt commit(CommandBody body)
    {
        const std::vector<Command> commands{
            {m_random.makeId<CommandId>(), {m_device, std::nullopt}, std::move(body)}};
        return must(std::move(m_authority.commit(commands).front()));
    }

    bool serveNext(const CounterId& counter)
    {
        if (waitingFor(m_authority.site(), counter, m_clock.now(), 1).empty())
            return false;
        const Receipt receipt = commit(CallNext{counter});
        const auto& called = std::get<LegCalled>(receipt.events.front().body);
        const LegAct act{called.leg, called.episode};
        commit(AcknowledgeCall{act});
        commit(StartService{act});
        m_clock.advance(std::chrono::seconds(10));
        commit(FinishLeg{act});
        return true;
    }

    void nextWorkday()
    {
        do {
            m_day += std::chrono::days(1);
            m_clock.setNow(m_day);
        } while (
            !openingOf(m_authority.site(), *tinyCatalogue()->find(*ServiceId::parse("ktp")), m_clock.now())
                 .isOpen());
    }

    const DeviceId m_device = *DeviceId::parse("kiosk-1");
    const StaffId m_staff = *StaffId::parse("siti");
    FakeClock m_clock;
    Instant m_day = m_clock.now();
    FixedRandom m_random{20'261'124};
    std::unique_ptr<SqliteJournal> m_journal;
    Authority m_authority;
};

/// What was measured of one journal.
struct Figures
{
    std::uint64_t events = 0;
    double fileMegabytes = 0;
    double openMs = 0;
    double quickCheckMs = 0;
    double reopenMs = 0;
    double appendsPerSecond = 0;
    double statsMs = 0;
    double verifyMs = 0;
    double backupMs = 0;
    std::uint64_t checkpoints = 0;
};

Figures measure(const std::string& path, SmallSite& site, int rateTickets)
{
    Figures figures;
    figures.appendsPerSecond = site.appendRate(rateTickets);
    const JournalStats stats = [&] {
        JournalStats taken;
        figures.statsMs = 1000 * secondsOf([&] { taken = must(statsOfJournal(path)); });
        return taken;
    }();
    figures.events = stats.events;
    figures.fileMegabytes = static_cast<double>(stats.fileBytes) / 1e6;
    figures.checkpoints = stats.checkpoints.count;
    figures.reopenMs = 1000 * secondsOf([&] { must(site.journal().reopen()); });
    figures.quickCheckMs = 1000 * secondsOf([&] {
                               const auto database =
                                   must(sqlite::Database::open(path, sqlite::Database::Mode::ReadOnly));
                               auto check = must(database.prepare("PRAGMA quick_check(1)"));
                               must(check.step());
                           });
    JournalReport report;
    figures.verifyMs = 1000 * secondsOf([&] { report = must(verifyJournal(path, hasher)); });
    if (!report.problems.empty())
        throw std::runtime_error("not sound: " + report.problems.front().reason);
    const std::string target = path + ".backup";
    figures.backupMs = 1000 * secondsOf([&] { must(backupJournal(path, target, hasher)); });
    std::filesystem::remove(target);
    return figures;
}

double openMs(const std::string& path)
{
    return 1000 * secondsOf([&] { must(SqliteJournal::open(path, hasher)); });
}

void print(const char* name, double years, double day, const char* unit)
{
    fmt::print("{:<34} {:>12.2f} {:<10} {:>12.2f}  x {:.2f}\n", name, years, unit, day,
               day == 0 ? 0 : years / day);
}

struct Wanted
{
    double years = 10;
    int visitors = 150;
    int daysAYear = 250;
    int rateTickets = 2'000;
    std::string directory;
};

void run(const Wanted& wanted)
{
    const TempDirectory own(TempDirectory::Place::Disk);
    const std::string folder = wanted.directory.empty() ? own.path() : wanted.directory;
    const std::string dayPath = folder + "/day.db";
    const std::string yearsPath = folder + "/years.db";
    const int days = std::max(1, static_cast<int>(wanted.years * wanted.daysAYear));

    Figures day;
    {
        SmallSite site(dayPath);
        site.passDay(wanted.visitors);
        day = measure(dayPath, site, wanted.rateTickets);
    }
    day.openMs = openMs(dayPath);

    Figures years;
    {
        SmallSite site(yearsPath);
        const double making = secondsOf([&] {
            for (int i = 0; i < days; ++i)
                site.passDay(wanted.visitors);
        });
        fmt::print("{} days of {} visitors made in {:.0f} s\n", days, wanted.visitors, making);
        years = measure(yearsPath, site, wanted.rateTickets);
    }
    years.openMs = openMs(yearsPath);

    fmt::print("{:<34} {:>12} {:<10} {:>12}\n", "", "years", "", "one day");
    print("events", static_cast<double>(years.events), static_cast<double>(day.events), "");
    print("file", years.fileMegabytes, day.fileMegabytes, "MB");
    print("checkpoints", static_cast<double>(years.checkpoints), static_cast<double>(day.checkpoints), "");
    print("open", years.openMs, day.openMs, "ms");
    print("append, one command a commit", years.appendsPerSecond, day.appendsPerSecond, "a second");
    print("quick_check of the whole file", years.quickCheckMs, day.quickCheckMs, "ms");
    print("reopen after a failure", years.reopenMs, day.reopenMs, "ms");
    print("stats", years.statsMs, day.statsMs, "ms");
    print("verify", years.verifyMs, day.verifyMs, "ms");
    print("backup, with its check", years.backupMs, day.backupMs, "ms");

    std::optional<SmallSite> site;
    fmt::print("replay of the whole log: {:.1f} s\n", secondsOf([&] { site.emplace(yearsPath); }));
    std::pair<Pruned, double> pruned;
    const double pruning = secondsOf([&] { pruned = site->prune(std::chrono::days(365)); });
    fmt::print("prune, a year kept: {} events in {:.1f} s, the longest step {:.1f} ms\n", pruned.first.events,
               pruning, 1000 * pruned.second);
}

} // namespace
} // namespace anjungan

int main(int argc, char** argv)
{
    CLI::App app("Measures a journal of many years beside one of a day.");
    anjungan::Wanted wanted;
    app.add_option("--years", wanted.years)->capture_default_str();
    app.add_option("--visitors", wanted.visitors, "a day")->capture_default_str();
    app.add_option("--directory", wanted.directory, "for the journals; else a temporary one");
    CLI11_PARSE(app, argc, argv);
    try {
        anjungan::run(wanted);
    } catch (const std::exception& problem) {
        fmt::print(stderr, "{}\n", problem.what());
        return 1;
    }
    return 0;
}
