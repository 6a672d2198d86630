// SPDX-License-Identifier: GPL-3.0-or-later
// Drives the real server over HTTPS and measures it: two kiosks and eight counters that hammer at once, calls
// seen by many displays, devices that come back after a restart. Exit code 1: a number or a call came twice,
// or an answer was neither a success nor a refusal.
#include "bench/load/hammer.h"
#include "support/postgres_server.h"

#include <CLI/CLI.hpp>
#include <cstdio>

namespace {

using namespace anjungan;
using namespace anjungan::load;

void print(const char* name, const Rate& rate)
{
    std::printf("%-34s %9.0f/s   p50 %7.2f ms   p99 %7.2f ms   errors %d\n", name, rate.perSecond,
                rate.p50_ms, rate.p99_ms, rate.errors);
    std::fflush(stdout);
}

/// Whether all is well.
bool measure(LoadSite& site, Seconds time)
{
    const Hammered both = hammer(site, 2, 8, time);
    const Hammered issues = hammer(site, 8, 0, time);
    print("issue, 8 clients", issues.issues);
    const Hammered calls = hammer(site, 0, 8, time);
    print("call, 8 counters", calls.calls);
    print("2 kiosks and 8 counters: issue", both.issues);
    print("2 kiosks and 8 counters: call", both.calls);
    const Doubles doubles = doublesIn(site.log());
    std::printf("in a log of %zu events: %d numbers twice, %d calls twice; server %.0f MiB\n", doubles.events,
                doubles.numbers, doubles.calls, site.memory_MiB());
    return doubles.numbers == 0 && doubles.calls == 0 &&
           issues.issues.errors + calls.calls.errors + both.issues.errors + both.calls.errors == 0;
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App app("Drives a real anjungan-server over HTTPS and measures it.");
    Options options;
    options.program = ANJUNGAN_SERVER;
    options.slowSync = SLOW_SYNC;
    bool onPostgres = false;
    double seconds = 5;
    int displays = 0;
    int returning = 0;
    app.add_option("--server", options.program, "the program to start")->capture_default_str();
    app.add_flag("--postgres", onPostgres, "the log lies in a PostgreSQL that is started for it");
    app.add_option("--sync-ms", options.syncDelay_ms, "every sync takes so much longer");
    app.add_option("--seconds", seconds, "of each part")->capture_default_str();
    app.add_option("--displays", displays, "so many follow while calls are made");
    app.add_option("--returning", returning, "so many come back after a restart");
    CLI11_PARSE(app, argc, argv);
    try {
        std::unique_ptr<tests::PostgresServer> database;
        if (onPostgres) {
            database = std::make_unique<tests::PostgresServer>();
            options.store = database->url("load");
        }
        LoadSite site(options, 2, 8, std::max(displays, returning));
        bool isGood = measure(site, Seconds(seconds));
        if (displays > 0) {
            const Fanout fanout = fanOut(site, 100);
            std::printf(
                "a call seen by %zu displays             p50 %7.2f ms   p99 %7.2f ms   (%zu of %zu seen)\n",
                fanout.readers, fanout.p50_ms, fanout.p99_ms, fanout.seen, 100 * fanout.readers);
            isGood = isGood && fanout.seen == 100 * fanout.readers;
        }
        if (returning > 0) {
            const Return back = comeBack(site);
            std::printf("%zu of %d devices back after a restart in %.2f s\n", back.devices, returning,
                        back.took.count());
            isGood = isGood && back.devices == static_cast<std::size_t>(returning);
        }
        return isGood ? 0 : 1;
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "anjungan_load: %s\n", problem.what());
        return 2;
    }
}
