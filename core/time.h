// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace anjungan {

/// A moment, UTC, to the millisecond. Order never depends on it: positions order events.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// A site's local date.
using Day = std::chrono::local_days;

/// Minutes since local midnight, 0 to 1,440.
using MinuteOfDay = std::chrono::minutes;

/// Indonesia's zones have no daylight saving: WIB +7 h, WITA +8 h, WIT +9 h.
enum class TimeZone { Wib = 7, Wita = 8, Wit = 9 };

using LocalInstant = std::chrono::local_time<std::chrono::milliseconds>;

[[nodiscard]] constexpr LocalInstant toLocal(Instant instant, TimeZone zone)
{
    return LocalInstant(instant.time_since_epoch() + std::chrono::hours(static_cast<int>(zone)));
}

[[nodiscard]] constexpr Instant toInstant(LocalInstant local, TimeZone zone)
{
    return Instant(local.time_since_epoch() - std::chrono::hours(static_cast<int>(zone)));
}

[[nodiscard]] constexpr Day dayOf(Instant instant, TimeZone zone)
{
    return std::chrono::floor<std::chrono::days>(toLocal(instant, zone));
}

[[nodiscard]] constexpr MinuteOfDay minuteOfDay(Instant instant, TimeZone zone)
{
    const LocalInstant local = toLocal(instant, zone);
    return std::chrono::floor<std::chrono::minutes>(local - std::chrono::floor<std::chrono::days>(local));
}

/// ISO weekday, 1 Monday to 7 Sunday.
[[nodiscard]] constexpr unsigned weekdayOf(Day day)
{
    return std::chrono::weekday(day).iso_encoding();
}

/// `2026-11-23`.
[[nodiscard]] std::string formatDay(Day day);
[[nodiscard]] std::optional<Day> parseDay(std::string_view text);

/// `2026-11-23T02:41:00.000Z`.
[[nodiscard]] std::string formatInstant(Instant instant);

/// `07:30`; `24:00` is the end of the day.
[[nodiscard]] std::string formatMinute(MinuteOfDay minute);
[[nodiscard]] std::optional<MinuteOfDay> parseMinute(std::string_view text);

} // namespace anjungan
