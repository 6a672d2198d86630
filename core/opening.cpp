// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/opening.h"

namespace anjungan {

namespace {

constexpr int daysAhead = 60;

const std::vector<Period>& periodsOn(const Hours& hours, Day day)
{
    return hours.week[weekdayOf(day) - 1];
}

Instant at(const Catalogue& catalogue, Day day, MinuteOfDay minute)
{
    return toInstant(LocalInstant(day) + minute, catalogue.timeZone);
}

std::optional<Instant> openingAfter(const Catalogue& catalogue, const Hours& hours, Day today)
{
    for (int ahead = 1; ahead <= daysAhead; ++ahead) {
        const Day day = today + std::chrono::days(ahead);
        const std::vector<Period>& periods = periodsOn(hours, day);
        if (!periods.empty() && catalogue.closureOn(day) == nullptr)
            return at(catalogue, day, periods.front().opens);
    }
    return std::nullopt;
}

} // namespace

const Hours& hoursOf(const Catalogue& catalogue, const Service& service)
{
    if (service.hours)
        return *service.hours;
    const Agency* agency = catalogue.find(service.agency);
    return agency != nullptr && agency->hours ? *agency->hours : catalogue.hours;
}

Opening openingOf(const Catalogue& catalogue, const Hours& hours, Instant now)
{
    const Day today = dayOf(now, catalogue.timeZone);
    const std::vector<Period>& periods = periodsOn(hours, today);
    Opening opening;
    opening.closure = catalogue.closureOn(today);
    if (opening.closure != nullptr || periods.empty()) {
        opening.reason = opening.closure != nullptr ? ClosedReason::Holiday : ClosedReason::ClosedDay;
        opening.opensNext = openingAfter(catalogue, hours, today);
        return opening;
    }
    const MinuteOfDay minute = minuteOfDay(now, catalogue.timeZone);
    for (std::size_t i = 0; i < periods.size(); ++i) {
        if (minute < periods[i].opens) {
            opening.reason = i == 0 ? ClosedReason::BeforeHours : ClosedReason::Break;
            opening.opensNext = at(catalogue, today, periods[i].opens);
            return opening;
        }
        if (minute < periods[i].closes) {
            opening.closes = at(catalogue, today, periods.back().closes);
            return opening;
        }
    }
    opening.reason = ClosedReason::AfterHours;
    opening.opensNext = openingAfter(catalogue, hours, today);
    return opening;
}

} // namespace anjungan
