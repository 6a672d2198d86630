// SPDX-License-Identifier: GPL-3.0-or-later
// Proves by kill -9 at chance moments that an acknowledged event is never lost and that nothing half
// done is ever seen: a ticket is there with its slip and its number, or not at all.
#include "storage/journal_check.h"
#include "storage/sodium.h"
#include "storage/sqlite_journal.h"
#include "storage/sqlite_print_outbox.h"
#include "support/child_process.h"
#include "support/event_chain.h"
#include "support/temp_directory.h"

#include <gmock/gmock.h>

namespace anjungan {
namespace {

const SodiumHasher hasher;

/// What a node does all day: opens its journal and issues tickets, one or three commands a commit. Writes
/// the last position to `pipe` after each commit, until it is killed.
int issueForever(const std::string& path, std::uint64_t seed, int pipe)
{
    const auto journal = SqliteJournal::open(path, hasher);
    if (!journal)
        return 1;
    EventChain chain(hasher, seed, {1, (*journal)->head().n});
    for (int round = 0;; ++round) {
        std::vector<Event> events;
        std::vector<Slip> slips;
        for (int i = 0; i < (round % 2 == 0 ? 1 : 3); ++i) {
            events.push_back(chain.ticket());
            slips.push_back(slipOf(events.back()));
            events.push_back(chain.staff("Siti", true));
        }
        if (!(*journal)->append(events, slips))
            return 2;
        const std::uint64_t n = chain.head().n;
        if (::write(pipe, &n, sizeof n) != static_cast<ssize_t>(sizeof n))
            return 3;
    }
}

TEST(JournalCrash, WhatWasAcknowledgedIsThereAfterKill)
{
    constexpr int rounds = 25;
    const TempDirectory directory;
    const std::string path = directory.path("journal");
    FixedRandom random(20'261'123);
    std::uint64_t acknowledged = 0;
    std::uint64_t unacknowledged = 0;
    for (int round = 1; round <= rounds; ++round) {
        ChildProcess node(
            [&](int pipe) { return issueForever(path, static_cast<std::uint64_t>(round), pipe); });
        std::uint64_t n = 0;
        for (std::uint64_t left = 1 + random.below(60); left > 0 && node.read(n); --left)
            acknowledged = n;
        ::usleep(static_cast<useconds_t>(random.below(1'000)));
        node.killAndWait();
        while (node.read(n))
            acknowledged = n;

        const auto journal = SqliteJournal::open(path, hasher);
        ASSERT_TRUE(journal) << journal.error().code << ": " << journal.error().context;
        ASSERT_GE((*journal)->head().n, acknowledged) << "lost in round " << round;
        unacknowledged += (*journal)->head().n - acknowledged;
        const JournalReport report = verifyJournal(path, hasher).value();
        ASSERT_THAT(report.problems, testing::IsEmpty()) << report.problems.front().reason;
        ASSERT_EQ(report.events, 2 * report.tickets) << "half a command";
        ASSERT_EQ(SqlitePrintOutbox::open(path)->unfinished()->size(), report.tickets) << "a ticket, no slip";
    }
    EXPECT_GT(acknowledged, std::uint64_t{rounds});
    RecordProperty("acknowledged", std::to_string(acknowledged));
    RecordProperty("storedButNotAcknowledged", std::to_string(unacknowledged));
}

} // namespace
} // namespace anjungan
