// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/generated_day.h"

#include "core/opening.h"
#include "support/chance.h"

#include <algorithm>

namespace anjungan {

namespace {

using std::chrono::milliseconds;

milliseconds minutesLong(double minutes)
{
    return milliseconds(static_cast<std::int64_t>(minutes * 60'000));
}

double minutesBetween(Instant from, Instant until)
{
    return std::chrono::duration<double, std::ratio<60>>(until - from).count();
}

double loadOf(Load load)
{
    switch (load) {
    case Load::Light:
        return 0.5;
    case Load::Busy:
        return 0.85;
    case Load::Overloaded:
        return 1.25;
    }
    return 0;
}

/// How many come at a time of the day against its busiest minute.
double arrivalShare(double minuteOfDay)
{
    const auto hump = [minuteOfDay](double at, double width) {
        return std::exp(-std::pow((minuteOfDay - at) / width, 2) / 2);
    };
    return std::min(1.0, 0.12 + 0.88 * hump(555, 70) + 0.5 * hump(815, 55));
}

class DayMaker
{
public:
    DayMaker(const Catalogue& catalogue, const SiteHabits& habits, Day day, const DayShape& shape,
             std::uint64_t seed)
        : m_catalogue(catalogue)
        , m_habits(habits)
        , m_shape(shape)
        , m_chance(seed)
    {
        m_plan.day = day;
    }

    DayPlan make()
    {
        for (const Counter& counter : m_catalogue.counters)
            makeShift(counter);
        const std::vector<double> legs = legsWanted();
        double sum = 0;
        for (const double each : legs)
            sum += each;
        if (sum <= 0)
            return std::move(m_plan);
        makeVisitors(legs, sum);
        return std::move(m_plan);
    }

private:
    [[nodiscard]] Instant at(double minuteOfDay) const
    {
        return toInstant(LocalInstant(m_plan.day), m_catalogue.timeZone) + minutesLong(minuteOfDay);
    }

    void makeShift(const Counter& counter)
    {
        const std::vector<Period> hours = periodsOn(m_catalogue, counter.agency, m_plan.day);
        const bool absent = m_chance.happens(1.0 / 12) && m_plan.shifts.size() > 1;
        if (hours.empty() || absent)
            return;
        Shift shift;
        shift.counter = counter.id;
        shift.pace = m_habits.pace.at(counter.id) * m_chance.lognormal(1, 0.08);
        const auto opens = static_cast<double>(hours.front().opens.count());
        const auto closes = static_cast<double>(hours.back().closes.count());
        shift.opens = at(opens + std::max(-5.0, m_chance.exponential(6) - 5));
        shift.callsUntil = at(m_chance.happens(0.25) ? closes - m_chance.between(2, 15) : closes);
        shift.leaves = std::max(shift.callsUntil, at(closes)) + minutesLong(m_chance.between(0, 30));
        if (shift.callsUntil < at(closes))
            shift.leaves = shift.callsUntil;
        const bool worksThrough = m_chance.happens(0.12);
        for (std::size_t i = 1; i < hours.size() && !worksThrough; ++i)
            shift.pauses.push_back(
                {at(static_cast<double>(hours[i - 1].closes.count()) + m_chance.between(-6, 6)),
                 at(static_cast<double>(hours[i].opens.count()) + m_chance.between(-3, 8))});
        for (int i = m_chance.whole(0, 3); i > 0; --i) {
            const double from = m_chance.between(opens + 30, closes - 30);
            shift.pauses.push_back({at(from), at(from + m_chance.lognormal(8, 0.6))});
        }
        std::sort(shift.pauses.begin(), shift.pauses.end(),
                  [](const Pause& a, const Pause& b) { return a.from < b.from; });
        m_plan.shifts.push_back(std::move(shift));
    }

    [[nodiscard]] double workedMinutes(const Shift& shift) const
    {
        double worked = minutesBetween(shift.opens, shift.callsUntil);
        for (const Pause& pause : shift.pauses)
            worked -= minutesBetween(pause.from, pause.until);
        return std::max(worked, 0.0);
    }

    /// How many legs each service should get. A counter's time goes in equal parts to its queues.
    std::vector<double> legsWanted()
    {
        std::map<QueueId, double> capacity_min;
        for (const Shift& shift : m_plan.shifts) {
            const Counter& counter = *m_catalogue.find(shift.counter);
            for (const QueueId& queue : counter.queues)
                capacity_min[queue] +=
                    workedMinutes(shift) / shift.pace / static_cast<double>(counter.queues.size());
        }
        constexpr double between_min = 1; // calling, walking, the desk made ready
        std::map<QueueId, double> popularity;
        std::map<QueueId, double> work_min;
        for (const Service& service : m_catalogue.services) {
            const auto& habit = m_habits.services.at(service.id);
            if (!periodsOn(m_catalogue, service, m_plan.day).empty()) {
                popularity[service.queue] += habit.popularity;
                work_min[service.queue] +=
                    habit.popularity * (habit.mean_min * m_shape.serving + between_min);
            }
        }
        std::map<QueueId, double> legs;
        for (const Queue& queue : m_catalogue.queues) {
            const double busyness = loadOf(m_shape.load) * m_shape.visitors * m_chance.lognormal(1, 0.2);
            if (work_min[queue.id] > 0)
                legs[queue.id] =
                    busyness * capacity_min[queue.id] * popularity[queue.id] / work_min[queue.id];
        }
        std::vector<double> wanted;
        for (const Service& service : m_catalogue.services) {
            const bool opens = !periodsOn(m_catalogue, service, m_plan.day).empty();
            wanted.push_back(opens ? legs[service.queue] * m_habits.services.at(service.id).popularity /
                                         popularity[service.queue]
                                   : 0);
        }
        return wanted;
    }

    void makeVisitors(const std::vector<double>& legs, double sum)
    {
        const std::vector<Period> hours = periodsOn(m_catalogue, m_plan.day);
        const auto opens = static_cast<double>(hours.front().opens.count());
        const auto closes = static_cast<double>(hours.back().closes.count());
        double area = 0;
        for (double minute = opens; minute < closes; ++minute)
            area += isOpen(hours, minute) ? arrivalShare(minute) : 0;
        const double visitors = sum / m_habits.errandsMean;
        // Thinning: candidates come at the rate of the busiest minute.
        const double gap_min = area / visitors;
        for (double minute = opens + m_chance.exponential(gap_min); minute < closes;
             minute += m_chance.exponential(gap_min)) {
            if (isOpen(hours, minute) && m_chance.happens(arrivalShare(minute)))
                makeVisitor(minute, legs);
        }
    }

    static bool isOpen(const std::vector<Period>& hours, double minute)
    {
        return std::any_of(hours.begin(), hours.end(), [minute](const Period& period) {
            return minute >= static_cast<double>(period.opens.count()) &&
                   minute < static_cast<double>(period.closes.count());
        });
    }

    void makeVisitor(double minute, const std::vector<double>& legs)
    {
        std::vector<double> weights = legs;
        Visitor visitor;
        visitor.arrives = at(minute);
        visitor.priority = !m_catalogue.priorityClasses.empty() && m_chance.happens(m_habits.priorityShare);
        int errands = 1;
        while (errands < 3 && m_chance.happens((m_habits.errandsMean - 1) * 0.85))
            ++errands;
        for (int i = 0; i < errands; ++i) {
            const std::size_t chosen = m_chance.weighted(weights);
            if (weights[chosen] <= 0)
                break;
            weights[chosen] = 0;
            const Service& service = m_catalogue.services[chosen];
            // Who finds a service closed takes nothing.
            if (isOpen(periodsOn(m_catalogue, service, m_plan.day), minute))
                visitor.errands.push_back(makeErrand(service));
        }
        if (!visitor.errands.empty())
            m_plan.visitors.push_back(std::move(visitor));
    }

    PlannedErrand makeErrand(const Service& service)
    {
        const auto& habit = m_habits.services.at(service.id);
        PlannedErrand errand;
        errand.service = service.id;
        errand.walk = minutesLong(m_chance.between(0.2, 1.2));
        errand.serving = minutesLong(m_chance.lognormal(habit.mean_min, habit.spread) * m_shape.serving);
        errand.missed = minutesLong(m_chance.between(0.8, 2.5) * std::min(1.0, m_shape.serving));
        errand.comes = !m_chance.happens(m_habits.noShowShare);
        errand.measured = m_chance.happens(0.9);
        errand.away = minutesLong(m_chance.between(3, 20));
        errand.comesBack = m_chance.happens(errand.comes ? 0.85 : 0.4);
        const double fate = m_chance.uniform();
        if (fate < 0.03) {
            errand.fate = PlannedErrand::Fate::Parked;
        } else if (fate < 0.05) {
            const Service& other = m_chance.pick(m_catalogue.services);
            if (other.id != service.id && other.agency == service.agency) {
                errand.fate = PlannedErrand::Fate::Transferred;
                errand.transferTo = other.id;
            }
        }
        return errand;
    }

    const Catalogue& m_catalogue;
    const SiteHabits& m_habits;
    DayShape m_shape;
    Chance m_chance;
    DayPlan m_plan;
};

} // namespace

std::string_view nameOf(Load load)
{
    switch (load) {
    case Load::Light:
        return "light";
    case Load::Busy:
        return "busy";
    case Load::Overloaded:
        return "overloaded";
    }
    return {};
}

SiteHabits habitsOf(const Catalogue& catalogue, std::uint64_t seed)
{
    Chance chance(seed);
    SiteHabits habits;
    const double siteBias = chance.lognormal(0.85, 0.15);
    for (const Service& service : catalogue.services) {
        SiteHabits::OfService own;
        own.mean_min =
            static_cast<double>(service.serviceStandard.count()) * siteBias * chance.lognormal(1, 0.3);
        own.spread = chance.between(0.35, 0.8);
        own.popularity = chance.lognormal(1, 1.2);
        habits.services[service.id] = own;
    }
    for (const Counter& counter : catalogue.counters)
        habits.pace[counter.id] = chance.lognormal(1, 0.15);
    habits.priorityShare = chance.between(0.05, 0.2);
    habits.noShowShare = chance.between(0.02, 0.12);
    habits.errandsMean = chance.between(1.1, 1.4);
    return habits;
}

DayPlan generateDay(const Catalogue& catalogue, const SiteHabits& habits, Day day, const DayShape& shape,
                    std::uint64_t seed)
{
    return DayMaker(catalogue, habits, day, shape, seed).make();
}

} // namespace anjungan
