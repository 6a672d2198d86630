// SPDX-License-Identifier: GPL-3.0-or-later
// How fast tickets are issued in process, each durable before its answer, against bare inserts of the very
// rows that this run wrote. Every counter is open, and the hall fills in the first rounds until 20 people or
// more wait before each, who all count in the waiting range that a new ticket is told.
#include "bench/bare_journal.h"
#include "bench/office.h"

namespace anjungan::bench {

namespace {

constexpr std::size_t fullHall = 20; // people a counter

/// Issues on a real journal, then writes the same rows to a bare one.
class Race
{
public:
    Race(std::size_t ticketsACommit, int ticketsARound)
        : m_ticketsACommit(ticketsACommit)
        , m_ticketsARound(ticketsARound)
        , m_office(m_directory)
        , m_reader(m_office.journalPath())
        , m_bare(m_directory.path("bare.db"))
    {
        copyEvents(0);
    }

    /// Tickets a second.
    double issue()
    {
        const std::uint64_t before = m_office.site().head().n;
        std::vector<std::vector<Command>> commits;
        for (int i = 0; i < m_ticketsARound; ++i) {
            if (commits.empty() || commits.back().size() == m_ticketsACommit)
                commits.emplace_back();
            commits.back().push_back(m_office.nextIssue());
        }
        double total_ms = 0;
        for (const auto& commands : commits) {
            m_office.clock().advance(std::chrono::seconds(1));
            const double time = milliseconds([&] { m_office.commit(commands); });
            m_times_ms.push_back(time);
            total_ms += time;
        }
        m_written = m_reader.ticketsAfter(before);
        return 1000 * m_ticketsARound / total_ms;
    }

    double insert()
    {
        const std::uint64_t before = m_office.site().head().n;
        const std::span<const TicketRows> rows(m_written);
        double total_ms = 0;
        for (std::size_t begin = 0; begin < rows.size(); begin += m_ticketsACommit) {
            const auto commit = rows.subspan(begin, std::min(m_ticketsACommit, rows.size() - begin));
            total_ms += milliseconds([&] { m_bare.insertTickets(commit); });
        }
        while (serve()) {
        }
        copyEvents(before);
        return 1000 * static_cast<double>(rows.size()) / total_ms;
    }

    /// Of the single commits.
    [[nodiscard]] const std::vector<double>& times_ms() const { return m_times_ms; }

private:
    /// False: nobody needs to be served, the hall is just full.
    bool serve()
    {
        const std::vector<LegAct> called = m_office.callNext(fullHall);
        m_office.act(called, [](const LegAct& leg) { return FinishLeg{leg}; });
        return !called.empty();
    }

    /// Both files stay equal.
    void copyEvents(std::uint64_t after) { m_bare.insertEvents(m_reader.eventsAfter(after)); }

    std::size_t m_ticketsACommit;
    int m_ticketsARound;
    TempDirectory m_directory;
    Office m_office;
    RowReader m_reader;
    BareJournal m_bare;
    std::vector<TicketRows> m_written;
    std::vector<double> m_times_ms;
};

void measure(const Settings& settings, Report& report)
{
    const int rounds = settings.rounds(30, 2);
    const int tickets = settings.quick ? 40 : 200;
    {
        Race race(1, tickets);
        const Paired paired = alternately(
            rounds, [&] { return race.issue(); }, [&] { return race.insert(); });
        report.add({"issue in process, durable", paired.value, "tickets/s", paired.yardstick, paired.ratio,
                    Bar{Bar::Kind::AtLeast, 0.8}});
        report.add({"issue in process, p50", quantile(race.times_ms(), 0.5), "ms"});
        report.add({"issue in process, p99", quantile(race.times_ms(), 0.99), "ms"});
    }
    Race race(8, tickets);
    const Paired paired = alternately(
        rounds, [&] { return race.issue(); }, [&] { return race.insert(); });
    report.add({"issue in process, 8 a commit", paired.value, "tickets/s", paired.yardstick, paired.ratio});
}

const Subject subject("issue", measure);

} // namespace

} // namespace anjungan::bench
