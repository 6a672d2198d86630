// SPDX-License-Identifier: GPL-3.0-or-later
// postgres_rates [SECONDS]: how many issued tickets a second the journal takes on PostgreSQL, by how many are
// committed together, beside what pgbench inserts by single rows with as many clients: on one cluster, in
// turn, so that only the ratios count. Prints a line each; nothing is judged.
#include "server/postgres_store.h"
#include "support/event_chain.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <fstream>
#include <regex>

namespace {

using namespace anjungan;
using namespace anjungan::tests;
using Clock = std::chrono::steady_clock;

const SodiumHasher hasher;

struct Rate
{
    double perSecond = 0;
    double p50_ms = 0;
    double p99_ms = 0;
};

/// `together` commands of one ticket each a commit.
Rate journalRate(const std::string& url, int together, int seconds)
{
    PostgresStore store(url);
    PostgresJournal& journal = store.journal();
    EventChain chain(hasher);
    std::vector<double> times_ms;
    long tickets = 0;
    const auto begin = Clock::now();
    std::chrono::duration<double> spent{};
    while (Clock::now() - begin < std::chrono::seconds(seconds)) {
        std::vector<Event> events;
        for (int i = 0; i < together; ++i)
            events.push_back(chain.ticket());
        const auto before = Clock::now();
        if (const Result<void> done = journal.append(events, {}); !done) {
            fmt::print(stderr, "{}: {}\n", done.error().code, done.error().context);
            std::exit(1);
        }
        const std::chrono::duration<double> took = Clock::now() - before;
        spent += took;
        times_ms.push_back(took.count() * 1'000);
        tickets += together;
    }
    std::ranges::sort(times_ms);
    return {static_cast<double>(tickets) / spent.count(), times_ms[times_ms.size() / 2],
            times_ms[times_ms.size() * 99 / 100]};
}

/// Single rows of the same size, each in its own transaction.
double pgbenchRate(PostgresServer& server, int clients, int seconds, const std::string& mode)
{
    const TempDirectory folder;
    std::ofstream(folder.path("insert.sql")) << "\\set n random(1, 9000000000000000)\n"
                                             << "INSERT INTO bench (n, body) VALUES (:n, '"
                                             << std::string(400, 'x') << "') ON CONFLICT DO NOTHING;\n";
    Program bench({PostgresServer::program("pgbench"), "--no-vacuum", "--file=" + folder.path("insert.sql"),
                   "--client=" + std::to_string(clients), "--jobs=1", "--time=" + std::to_string(seconds),
                   "--protocol=" + mode, "--host=127.0.0.1", "--port=" + std::to_string(server.port()),
                   "--username=anjungan", "anjungan"},
                  folder.path("said"));
    if (bench.wait(seconds + 60) != 0)
        return 0;
    std::ifstream file(folder.path("said"));
    const std::string said{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    std::smatch found;
    return std::regex_search(said, found, std::regex("tps = ([0-9.]+)")) ? std::stod(found[1]) : 0;
}

} // namespace

int main(int argc, char** argv)
{
    const int seconds = argc > 1 ? std::atoi(argv[1]) : 5;
    PostgresServer& server = PostgresServer::shared();
    const std::string direct = server.url();
    const std::string pooled = server.pooledUrl();
    auto connection = postgres::Connection::open(direct);
    if (!connection || !connection->execute("CREATE TABLE bench (n bigint PRIMARY KEY, body text NOT NULL)"))
        return 1;
    for (const int clients : {1, 8, 32}) {
        const double simple = pgbenchRate(server, clients, seconds, "simple");
        const double prepared = pgbenchRate(server, clients, seconds, "prepared");
        const Rate straight = journalRate(direct, clients, seconds);
        const Rate through = journalRate(pooled, clients, seconds);
        fmt::print(
            "{:2} clients: pgbench {:.0f} simple, {:.0f} prepared; journal {:.0f} direct (p50 {:.2f}, p99 "
            "{:.2f} ms), {:.0f} pooled (p50 {:.2f}, p99 {:.2f} ms); ratio {:.2f} to prepared\n",
            clients, simple, prepared, straight.perSecond, straight.p50_ms, straight.p99_ms,
            through.perSecond, through.p50_ms, through.p99_ms, straight.perSecond / prepared);
    }
    return 0;
}
