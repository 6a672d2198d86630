// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hours_read.h"

#include "core/catalogue_words.h"
#include "core/text_read.h"

#include <algorithm>

namespace anjungan {

namespace {

using Json = nlohmann::json;

Period readPeriod(const Json& value, const std::string& place, Fault& fault)
{
    const auto minute = [&](const Json& text) -> std::optional<MinuteOfDay> {
        return text.is_string() ? parseMinute(text.get_ref<const std::string&>()) : std::nullopt;
    };
    if (value.is_array() && value.size() == 2) {
        const auto opens = minute(value[0]);
        const auto closes = minute(value[1]);
        if (opens && closes && *opens < *closes)
            return {*opens, *closes};
    }
    fault.set(place, "must be two times in order, as [\"07:30\", \"12:00\"]");
    return {};
}

Hours readHours(const Json& value, std::string place, Fault& fault)
{
    ObjectReader reader(value, std::move(place), fault);
    Hours hours;
    for (std::size_t day = 0; day < weekdayWords.size(); ++day) {
        std::vector<Period>& periods = hours.week[day];
        periods = reader.list<Period>(weekdayWords[day], 0, 8, [&](const Json& item, const std::string& at) {
            return readPeriod(item, at, fault);
        });
        for (std::size_t i = 1; i < periods.size(); ++i) {
            if (periods[i].opens < periods[i - 1].closes)
                fault.set(fmt::format("{}[{}]", reader.placeOf(weekdayWords[day]), i),
                          "begins before the one ahead of it ends");
        }
    }
    reader.finish();
    return hours;
}

Day readDay(ObjectReader& reader, std::string_view key)
{
    const auto day = parseDay(reader.plain(key, 10));
    if (!day)
        reader.fault().set(reader.placeOf(key), "must be a date, as \"2027-01-01\"");
    return day.value_or(Day());
}

Closure readClosure(const Json& value, std::string place, Fault& fault)
{
    ObjectReader reader(value, std::move(place), fault);
    Closure closure;
    closure.day = readDay(reader, "day");
    closure.reason = requireText(reader, "reason");
    closure.agencies =
        reader.list<AgencyId>("agencies", 0, 100, [&](const Json& item, const std::string& at) {
            return ObjectReader::readName<AgencyId>(item, at, fault);
        });
    reader.finish();
    return closure;
}

Season readSeason(const Json& value, std::string place, Fault& fault)
{
    ObjectReader reader(value, std::move(place), fault);
    Season season;
    season.from = readDay(reader, "from");
    season.to = readDay(reader, "to");
    if (season.to < season.from)
        fault.set(reader.placeOf("to"), "is before the season begins");
    season.name = requireText(reader, "name");
    if (const Json* hours = reader.require("hours"))
        season.hours = readHours(*hours, reader.placeOf("hours"), fault);
    reader.finish();
    return season;
}

/// Both name agencies, and none of them twice.
bool mayShareADay(const Closure& a, const Closure& b)
{
    const auto isOfB = [&b](const AgencyId& agency) {
        return std::find(b.agencies.begin(), b.agencies.end(), agency) != b.agencies.end();
    };
    return !a.agencies.empty() && !b.agencies.empty() &&
           std::none_of(a.agencies.begin(), a.agencies.end(), isOfB);
}

} // namespace

std::optional<Hours> findHours(ObjectReader& reader)
{
    const Json* value = reader.find("hours");
    if (value == nullptr)
        return std::nullopt;
    return readHours(*value, reader.placeOf("hours"), reader.fault());
}

Hours readSiteHours(ObjectReader& reader)
{
    const Json* value = reader.require("hours");
    if (value == nullptr)
        return {};
    Hours hours = readHours(*value, reader.placeOf("hours"), reader.fault());
    const auto isEmpty = [](const auto& periods) { return periods.empty(); };
    if (std::all_of(hours.week.begin(), hours.week.end(), isEmpty))
        reader.fault().set(reader.placeOf("hours"), "opens on no day");
    return hours;
}

std::vector<Closure> readClosures(ObjectReader& reader)
{
    auto closures = reader.list<Closure>("closures", 0, 1000, [&reader](const Json& item, std::string place) {
        return readClosure(item, std::move(place), reader.fault());
    });
    for (std::size_t i = 1; i < closures.size(); ++i) {
        const bool isLater = closures[i].day > closures[i - 1].day;
        if (!isLater &&
            (closures[i].day < closures[i - 1].day || !mayShareADay(closures[i], closures[i - 1])))
            reader.fault().set(fmt::format("closures[{}].day", i), "must be later than the one ahead of it");
    }
    return closures;
}

std::vector<Season> readSeasons(ObjectReader& reader)
{
    auto seasons = reader.list<Season>("seasons", 0, 100, [&reader](const Json& item, std::string place) {
        return readSeason(item, std::move(place), reader.fault());
    });
    for (std::size_t i = 1; i < seasons.size(); ++i) {
        if (seasons[i].from <= seasons[i - 1].to)
            reader.fault().set(fmt::format("seasons[{}].from", i), "must be after the one ahead of it ends");
    }
    return seasons;
}

} // namespace anjungan
