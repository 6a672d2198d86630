// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time.h"

#include <fmt/format.h>

namespace anjungan {

namespace {

/// Reads exactly `text.size()` digits; -1 if anything else is in it.
int readDigits(std::string_view text)
{
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return -1;
        value = value * 10 + (c - '0');
    }
    return text.empty() ? -1 : value;
}

} // namespace

std::string formatDay(Day day)
{
    const std::chrono::year_month_day date(day);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::optional<Day> parseDay(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const int year = readDigits(text.substr(0, 4));
    const int month = readDigits(text.substr(5, 2));
    const int day = readDigits(text.substr(8, 2));
    if (year < 1970 || month < 1 || day < 1)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok())
        return std::nullopt;
    return Day(date);
}

std::string formatInstant(Instant instant)
{
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(instant - day);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       time.hours().count(), time.minutes().count(), time.seconds().count(),
                       time.subseconds().count());
}

std::string formatMinute(MinuteOfDay minute)
{
    return fmt::format("{:02}:{:02}", minute.count() / 60, minute.count() % 60);
}

std::optional<MinuteOfDay> parseMinute(std::string_view text)
{
    if (text.size() != 5 || text[2] != ':')
        return std::nullopt;
    const int hours = readDigits(text.substr(0, 2));
    const int minutes = readDigits(text.substr(3, 2));
    if (hours < 0 || minutes < 0 || minutes > 59 || hours * 60 + minutes > 24 * 60)
        return std::nullopt;
    return MinuteOfDay(hours * 60 + minutes);
}

} // namespace anjungan
