// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that generated catalogues are valid at every size and hold the variety they promise, and that a
// generated day can be played to its end on the real authority, the same for the same seed.
#include "support/day_player.h"
#include "support/direct_queue.h"
#include "support/generated_catalogue.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace anjungan {
namespace {

constexpr Day monday = std::chrono::local_days(std::chrono::year(2026) / 11 / 23);

struct Played
{
    PlayedDay day;
    std::string lastEvent;
    std::size_t visitors = 0;
};

Played play(std::uint64_t seed, Load load)
{
    const auto catalogue = generateCatalogue(seed, {5, 30, 9});
    FakeClock clock(Instant(monday.time_since_epoch()) - std::chrono::hours(24));
    const TestHasher hasher;
    MemoryJournal journal;
    Authority authority({*DeviceId::parse("hari"), {}}, journal, hasher, clock, {});
    EXPECT_TRUE(authority.open());
    const Command publish{
        FixedRandom(seed).makeId<CommandId>(), {*DeviceId::parse("hari"), {}}, PublishCatalogue{catalogue}};
    EXPECT_TRUE(authority.commit({&publish, 1}).front());
    const DayPlan plan = generateDay(*catalogue, habitsOf(*catalogue, seed), monday, {load}, seed);
    DayPlayer player(authority, clock, seed);
    Played played{player.play(plan), {}, plan.visitors.size()};
    played.lastEvent = toJson(journal.events().back()).dump();
    return played;
}

TEST(GeneratedCatalogue, IsValidAtEverySizeAndAsLargeAsAskedFor)
{
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const CatalogueSize size = CatalogueSize::any(seed);
        const auto catalogue = generateCatalogue(seed, size);
        EXPECT_EQ(catalogue->agencies.size(), static_cast<std::size_t>(size.agencies));
        EXPECT_EQ(catalogue->counters.size(), static_cast<std::size_t>(size.counters));
        EXPECT_EQ(*catalogue, *generateCatalogue(seed, size)) << "the same seed, the same catalogue";
    }
}

TEST(GeneratedCatalogue, TheLargestHoldsWhatASiteMayHold)
{
    const auto catalogue = generateCatalogue(7, CatalogueSize::largest());
    EXPECT_EQ(catalogue->services.size(), 430U);
    const auto anyOf = [](const auto& items, auto what) {
        return std::any_of(items.begin(), items.end(), what);
    };
    std::map<QueueId, int> shared;
    for (const Service& service : catalogue->services)
        ++shared[service.queue];
    EXPECT_TRUE(anyOf(shared, [](const auto& each) { return each.second > 1; })) << "services share a queue";
    EXPECT_TRUE(anyOf(catalogue->queues, [](const Queue& queue) { return queue.prefix.size() == 2; }));
    EXPECT_TRUE(anyOf(catalogue->counters, [](const Counter& counter) { return counter.queues.size() > 1; }));
    EXPECT_TRUE(anyOf(catalogue->agencies, [](const Agency& agency) { return agency.hours.has_value(); }));
    EXPECT_TRUE(anyOf(catalogue->services, [](const Service& service) { return service.hours.has_value(); }));
    EXPECT_TRUE(
        anyOf(catalogue->services, [](const Service& service) { return service.quotaDaily.has_value(); }));
    EXPECT_TRUE(anyOf(catalogue->services,
                      [](const Service& service) { return service.title.indonesian.size() > 120; }));
}

TEST(GeneratedDay, IsPlayedToItsEnd)
{
    const Played busy = play(3, Load::Busy);
    ASSERT_GT(busy.day.legs.size(), 50U);
    std::size_t called = 0;
    std::size_t refused = 0;
    for (const PlayedLeg& leg : busy.day.legs) {
        called += leg.called ? 1 : 0;
        refused += leg.refused.empty() ? 0 : 1;
        EXPECT_GE(leg.called.value_or(leg.wanted), leg.wanted);
    }
    EXPECT_GT(called * 10, busy.day.legs.size() * 7);
    EXPECT_LT(refused * 10, busy.day.legs.size() * 2);
    EXPECT_FALSE(busy.day.leftAt.empty()) << "the counters closed";
}

TEST(GeneratedDay, IsTheSameForTheSameSeed)
{
    EXPECT_EQ(play(4, Load::Light).lastEvent, play(4, Load::Light).lastEvent);
    EXPECT_NE(play(4, Load::Light).lastEvent, play(5, Load::Light).lastEvent);
}

TEST(GeneratedDay, MoreLoadMeansLongerWaits)
{
    const auto meanWait = [](Load load) {
        double sum = 0;
        int count = 0;
        for (const PlayedLeg& leg : play(6, load).day.legs) {
            if (leg.called) {
                sum += std::chrono::duration<double>(*leg.called - leg.wanted).count();
                ++count;
            }
        }
        return sum / count;
    };
    EXPECT_LT(2 * meanWait(Load::Light), meanWait(Load::Overloaded));
}

} // namespace
} // namespace anjungan
