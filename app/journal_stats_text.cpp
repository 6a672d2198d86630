// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal_stats_text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace anjungan {

namespace {

constexpr std::size_t recentDays = 30;

std::string sizeOf(std::uint64_t bytes)
{
    const auto size = static_cast<double>(bytes);
    if (bytes >= 1'000'000'000)
        return fmt::format("{:.2f} GB", size / 1e9);
    if (bytes >= 1'000'000)
        return fmt::format("{:.1f} MB", size / 1e6);
    return fmt::format("{:.1f} kB", size / 1e3);
}

std::string textOf(const Position& position)
{
    return fmt::format("{}.{}", position.epoch, position.n);
}

std::string growthText(const DayGrowth& growth)
{
    return fmt::format("{} events, {}", growth.events, sizeOf(growth.bytes));
}

nlohmann::json jsonOf(const DayGrowth& growth)
{
    return {{"day", formatDay(growth.day)}, {"events", growth.events}, {"bytes", growth.bytes}};
}

nlohmann::json jsonOf(const std::optional<Position>& position)
{
    return position ? nlohmann::json(textOf(*position)) : nlohmann::json();
}

nlohmann::json jsonOf(const std::optional<Instant>& time)
{
    return time ? nlohmann::json(formatInstant(*time)) : nlohmann::json();
}

} // namespace

std::string textOf(const JournalStats& stats)
{
    std::string text = fmt::format("{} events, {} tickets, {} days, head {}, schema {}\n", stats.events,
                                   stats.tickets, stats.days.size(), textOf(stats.head), stats.schemaVersion);
    if (stats.beginning.n > 0)
        text += fmt::format("pruned: the log begins after {}\n", textOf(stats.beginning));
    if (stats.firstTime && stats.lastTime)
        text +=
            fmt::format("from {} to {}\n", formatInstant(*stats.firstTime), formatInstant(*stats.lastTime));
    text += fmt::format("file {}, of it free {}; log of writes {}\n", sizeOf(stats.fileBytes),
                        sizeOf(stats.freeBytes), sizeOf(stats.walBytes));
    text += fmt::format("slips {}, unfinished {}\n", stats.slips, stats.slipsUnfinished);
    if (stats.checkpoints.oldest)
        text += fmt::format("checkpoints {} from {} to {}, {}\n", stats.checkpoints.count,
                            textOf(*stats.checkpoints.oldest), textOf(*stats.checkpoints.newest),
                            sizeOf(stats.checkpoints.bytes));
    if (const auto busiest = stats.busiest()) {
        text += fmt::format("a day, mean of all: {}\n", growthText(stats.meanOf(stats.days.size())));
        text += fmt::format("a day, mean of the last {}: {}\n", std::min(recentDays, stats.days.size()),
                            growthText(stats.meanOf(recentDays)));
        text += fmt::format("busiest day: {}, {}\n", formatDay(busiest->day), growthText(*busiest));
        text += fmt::format("in a year, not pruned: {}\n", sizeOf(stats.bytesInAYear()));
    }
    for (const auto& [kind, count] : stats.eventsByKind)
        text += fmt::format("  {:<24} {:>10}\n", kind, count);
    text.pop_back();
    return text;
}

std::string jsonOf(const JournalStats& stats)
{
    const auto busiest = stats.busiest();
    return nlohmann::json{{"schemaVersion", stats.schemaVersion},
                          {"beginning", textOf(stats.beginning)},
                          {"head", textOf(stats.head)},
                          {"events", stats.events},
                          {"tickets", stats.tickets},
                          {"slips", stats.slips},
                          {"slipsUnfinished", stats.slipsUnfinished},
                          {"eventsByKind", stats.eventsByKind},
                          {"firstTime", jsonOf(stats.firstTime)},
                          {"lastTime", jsonOf(stats.lastTime)},
                          {"days", stats.days.size()},
                          {"dayMean", jsonOf(stats.meanOf(stats.days.size()))},
                          {"dayMeanRecent", jsonOf(stats.meanOf(recentDays))},
                          {"dayBusiest", busiest ? jsonOf(*busiest) : nlohmann::json()},
                          {"fileBytes", stats.fileBytes},
                          {"freeBytes", stats.freeBytes},
                          {"walBytes", stats.walBytes},
                          {"bytesInAYear", stats.bytesInAYear()},
                          {"checkpoints",
                           {{"count", stats.checkpoints.count},
                            {"bytes", stats.checkpoints.bytes},
                            {"oldest", jsonOf(stats.checkpoints.oldest)},
                            {"newest", jsonOf(stats.checkpoints.newest)}}}}
        .dump(2);
}

} // namespace anjungan
