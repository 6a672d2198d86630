// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/opening.h"

#include "core/site.h"
#include "core/waiting.h"

#include <algorithm>

namespace anjungan {

namespace {

/// Longer than any row of closed days, and than a weekday's turn within a season that it is not part of.
constexpr int daysAhead = 60;

/// Where both are open.
std::vector<Period> intersect(const std::vector<Period>& a, const std::vector<Period>& b)
{
    std::vector<Period> both;
    for (const Period& one : a) {
        for (const Period& other : b) {
            const Period common{std::max(one.opens, other.opens), std::min(one.closes, other.closes)};
            if (common.opens < common.closes)
                both.push_back(common);
        }
    }
    return both;
}

/// The site, or one service of it.
class Timetable
{
public:
    Timetable(const Catalogue& catalogue, const Service* service)
        : m_catalogue(catalogue)
        , m_service(service)
    {
        const Agency* agency = service ? catalogue.find(service->agency) : nullptr;
        if (service && service->hours)
            m_own = &*service->hours;
        else if (agency && agency->hours)
            m_own = &*agency->hours;
    }

    [[nodiscard]] const Closure* closureOn(Day day) const
    {
        return m_service ? m_catalogue.closureOn(day, m_service->agency) : m_catalogue.closureOn(day);
    }

    /// By weekday and season, whatever the calendar says.
    [[nodiscard]] std::vector<Period> hoursOn(Day day) const
    {
        const std::size_t weekday = weekdayOf(day) - 1;
        const Season* season = m_catalogue.seasonOn(day);
        const Hours& general = season ? season->hours : m_catalogue.hours;
        if (!m_own)
            return general.week.at(weekday);
        return season ? intersect(m_own->week.at(weekday), general.week.at(weekday))
                      : m_own->week.at(weekday);
    }

    [[nodiscard]] std::optional<Instant> opensAfter(Day today) const
    {
        for (int ahead = 1; ahead <= daysAhead; ++ahead) {
            const Day day = today + std::chrono::days(ahead);
            if (closureOn(day) != nullptr)
                continue;
            if (const std::vector<Period> periods = hoursOn(day); !periods.empty())
                return at(day, periods.front().opens);
        }
        return std::nullopt;
    }

    [[nodiscard]] Opening openingAt(Instant now) const;

private:
    [[nodiscard]] Instant at(Day day, MinuteOfDay minute) const
    {
        return toInstant(LocalInstant(day) + minute, m_catalogue.timeZone);
    }

    const Catalogue& m_catalogue;
    const Service* m_service;
    const Hours* m_own = nullptr; ///< the service's or its agency's
};

Opening Timetable::openingAt(Instant now) const
{
    const Day today = dayOf(now, m_catalogue.timeZone);
    const std::vector<Period> periods = hoursOn(today);
    Opening opening;
    opening.closure = closureOn(today);
    opening.season = m_catalogue.seasonOn(today);
    if (opening.closure != nullptr || periods.empty()) {
        opening.reason = opening.closure != nullptr ? ClosedReason::Holiday : ClosedReason::ClosedDay;
        opening.opensNext = opensAfter(today);
        return opening;
    }
    const MinuteOfDay minute = minuteOfDay(now, m_catalogue.timeZone);
    for (const Period& period : periods) {
        if (minute < period.opens) {
            const bool isFirst = period == periods.front();
            opening.reason = isFirst ? ClosedReason::BeforeHours : ClosedReason::Break;
            opening.opensNext = at(today, period.opens);
            return opening;
        }
        if (minute < period.closes) {
            opening.closes = at(today, periods.back().closes);
            return opening;
        }
    }
    opening.reason = ClosedReason::AfterHours;
    opening.opensNext = opensAfter(today);
    return opening;
}

} // namespace

std::vector<Period> periodsOn(const Catalogue& catalogue, Day day)
{
    const Timetable timetable(catalogue, nullptr);
    return timetable.closureOn(day) ? std::vector<Period>() : timetable.hoursOn(day);
}

std::vector<Period> periodsOn(const Catalogue& catalogue, const Service& service, Day day)
{
    const Timetable timetable(catalogue, &service);
    return timetable.closureOn(day) ? std::vector<Period>() : timetable.hoursOn(day);
}

std::vector<Period> periodsOn(const Catalogue& catalogue, const AgencyId& agency, Day day)
{
    Service any;
    any.agency = agency;
    return periodsOn(catalogue, any, day);
}

Opening openingOf(const Catalogue& catalogue, Instant now)
{
    return Timetable(catalogue, nullptr).openingAt(now);
}

Opening openingOf(const Catalogue& catalogue, const Service& service, Instant now)
{
    return Timetable(catalogue, &service).openingAt(now);
}

Opening openingOf(const Site& site, const Service& service, Instant now, bool priority)
{
    const Catalogue& catalogue = *site.catalogue();
    Opening opening = openingOf(catalogue, service, now);
    if (!opening.isOpen())
        return opening;
    const Day today = dayOf(now, catalogue.timeZone);
    if (service.quotaDaily && site.issuedToday(service.id, today) >= *service.quotaDaily)
        opening.reason = ClosedReason::QuotaSpent;
    else if (!turnMayCome(site, service, priority, now))
        opening.reason = ClosedReason::TurnTooLate;
    if (!opening.isOpen()) {
        opening.closes.reset();
        opening.opensNext = Timetable(catalogue, &service).opensAfter(today);
    }
    return opening;
}

} // namespace anjungan
