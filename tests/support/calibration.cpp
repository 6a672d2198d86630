// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/calibration.h"

#include "support/day_player.h"
#include "support/direct_queue.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <stdexcept>

namespace anjungan {

namespace {

using Minutes = std::chrono::duration<double, std::ratio<60>>;

constexpr Day monday = std::chrono::local_days(std::chrono::year(2026) / 11 / 23);

/// What was known when somebody stood at the kiosk.
struct Asked
{
    WaitForecast forecast;
    double average_min = 0;
};

/// Of the service lately, its standard counting as much as three calls.
double averageOf(const Site& site, const Service& service)
{
    double sum_min = 3 * static_cast<double>(service.serviceStandard.count());
    double count = 3;
    const auto& all = site.queue(service.queue).recentServices;
    if (const auto recent = all.find(service.id); recent != all.end()) {
        for (const ServiceTime& time : recent->second) {
            sum_min += Minutes(time.time).count();
            ++count;
        }
    }
    return sum_min / count;
}

/// How many commits lie between two looks at those who wait.
constexpr std::uint64_t lookEvery = 25;

/// Asks now and then, for somebody in each queue, when her turn comes, and waits for it.
class LaterAsked
{
public:
    LaterAsked(const Authority& authority, const MemoryJournal& journal, const FakeClock& clock)
        : m_authority(authority)
        , m_journal(journal)
        , m_clock(clock)
    {}

    void look(Calibration& out)
    {
        for (; m_seen < m_journal.events().size(); ++m_seen) {
            const Event& event = m_journal.events()[m_seen];
            if (const auto* called = std::get_if<LegCalled>(&event.body))
                judge(called->leg, event.act.time, out);
        }
        if (++m_commits % lookEvery == 0)
            ask();
    }

private:
    struct Told
    {
        Instant at{};
        WaitForecast raw;
        WaitEstimate told;
    };

    void ask()
    {
        const Site& site = m_authority.site();
        for (const Queue& queue : site.catalogue()->queues) {
            for (const WaitingClass which : {WaitingClass::Priority, WaitingClass::Ordinary}) {
                const auto& waiting = site.queue(queue.id).of(which);
                if (waiting.empty())
                    continue;
                const LegId id =
                    std::next(waiting.begin(), static_cast<std::ptrdiff_t>(m_commits % waiting.size()))->leg;
                const Ticket& ticket = *site.find(id.ticket);
                const auto raw = forecastWaits(site, ticket, m_clock.now())[id.index];
                const auto told = estimateWaits(site, ticket, m_clock.now())[id.index];
                if (told && told->waitMin && site.find(id)->ended.empty())
                    m_told[id].push_back({m_clock.now(), *raw, *told});
            }
        }
    }

    void judge(const LegId& leg, Instant called, Calibration& out)
    {
        const auto told = m_told.find(leg);
        if (told == m_told.end())
            return;
        for (const Told& each : told->second) {
            const double outcome_min = Minutes(called - each.at).count();
            out.laterRaw.add(outcome_min, each.raw.low_min, each.raw.high_min);
            const auto high_min = static_cast<double>(each.told.waitMax->count());
            out.later.add(outcome_min, static_cast<double>(each.told.waitMin->count()),
                          std::max(high_min, 1.0));
        }
        m_told.erase(told);
    }

    const Authority& m_authority;
    const MemoryJournal& m_journal;
    const FakeClock& m_clock;
    std::size_t m_seen = 0;
    std::uint64_t m_commits = 0;
    std::map<LegId, std::vector<Told>> m_told;
};

/// One site, whose days are played one after the other.
class PlayedSite
{
public:
    PlayedSite(std::uint64_t seed, Load load, bool stops)
        : m_seed(seed)
        , m_load(load)
        , m_stops(stops)
        , m_catalogue(generateCatalogue(seed, CatalogueSize::any(seed)))
        , m_habits(habitsOf(*m_catalogue, seed * 31 + 7))
        , m_authority({*DeviceId::parse("hari"), {}}, m_journal, m_hasher, m_clock, {})
        , m_player(m_authority, m_clock, seed * 3 + static_cast<std::uint64_t>(load))
    {
        const Command publish{FixedRandom(seed).makeId<CommandId>(),
                              {*DeviceId::parse("hari"), {}},
                              PublishCatalogue{m_catalogue}};
        if (!m_authority.open() || !m_authority.commit({&publish, 1}).front())
            throw std::runtime_error("the catalogue was not taken");
        m_player.beforeIssue([this](const PlayedLeg& leg) { return ask(leg); });
    }

    void play(int day, Calibration& out)
    {
        m_asked.clear();
        m_player.afterCommit([this, &out] { m_later.look(out); });
        m_plan = generateDay(*m_catalogue, m_habits, monday + std::chrono::days(day), {m_load},
                             m_seed * 1000 + static_cast<std::uint64_t>(day) * 10 +
                                 static_cast<std::uint64_t>(m_load));
        const PlayedDay played = m_player.play(m_plan);
        for (const PlayedLeg& leg : played.legs)
            judge(leg, played, out);
    }

private:
    bool ask(const PlayedLeg& leg)
    {
        const Service& service = *m_catalogue->find(leg.service);
        if (m_stops && !turnMayCome(m_authority.site(), service, leg.priority, m_clock.now()))
            return false;
        if (leg.errand == 0 || !m_asked.contains({leg.visitor, 0}))
            askAll(leg);
        return true;
    }

    /// The ticket's errands are asked for together, as the kiosk does.
    void askAll(const PlayedLeg& leg)
    {
        std::vector<const Service*> services;
        for (const PlannedErrand& errand : m_plan.visitors[leg.visitor].errands)
            services.push_back(m_catalogue->find(errand.service));
        const auto forecasts = forecastWaits(m_authority.site(), services, leg.priority, m_clock.now());
        for (std::size_t i = 0; i < services.size(); ++i)
            m_asked[{leg.visitor, i}] = {forecasts[i], averageOf(m_authority.site(), *services[i])};
    }

    void judge(const PlayedLeg& leg, const PlayedDay& played, Calibration& out) const
    {
        if (leg.refused == "turned-away") {
            ++out.stopped;
            out.stoppedWrong += wasIdleAfter(leg, played) ? 1 : 0;
        }
        if (!leg.refused.empty())
            return;
        ++out.legs;
        out.unserved += leg.called ? 0 : 1;
        if (!leg.told.waitMin) {
            ++out.noCounter;
            return;
        }
        if (!leg.called)
            return;
        const double outcome_min = Minutes(*leg.called - leg.wanted).count();
        out.outcomes_min += outcome_min;
        const Asked& asked = m_asked.at({leg.visitor, leg.errand});
        out.raw.add(outcome_min, asked.forecast.low_min, asked.forecast.high_min);
        const auto low_min = static_cast<double>(leg.told.waitMin->count());
        const bool atOnce = leg.told.waitMax->count() == 0;
        const double high_min = atOnce ? 1 : static_cast<double>(leg.told.waitMax->count());
        out.told.add(outcome_min, low_min, high_min);
        if (!atOnce)
            out.waiting.add(outcome_min, low_min, high_min);
        const double naive_min = asked.average_min * leg.told.ahead;
        const double shared_min = naive_min / std::max(asked.forecast.openCounters, 1);
        out.point.add(outcome_min, naive_min, naive_min);
        out.around.add(outcome_min, 0.7 * naive_min, 1.3 * naive_min);
        out.pointByCounters.add(outcome_min, shared_min, shared_min);
        out.aroundByCounters.add(outcome_min, 0.7 * shared_min, 1.3 * shared_min);
    }

    /// Somebody who was sent away would have been called then.
    bool wasIdleAfter(const PlayedLeg& leg, const PlayedDay& played) const
    {
        const QueueId& queue = m_catalogue->find(leg.service)->queue;
        return std::any_of(
            m_catalogue->counters.begin(), m_catalogue->counters.end(), [&](const auto& counter) {
                const auto idle = played.idleLast.find(counter.id);
                return idle != played.idleLast.end() && idle->second > leg.wanted &&
                       std::find(counter.queues.begin(), counter.queues.end(), queue) != counter.queues.end();
            });
    }

    std::uint64_t m_seed;
    Load m_load;
    bool m_stops;
    std::shared_ptr<const Catalogue> m_catalogue;
    SiteHabits m_habits;
    FakeClock m_clock{Instant((monday - std::chrono::days(1)).time_since_epoch())};
    TestHasher m_hasher;
    MemoryJournal m_journal;
    Authority m_authority;
    DayPlayer m_player;
    LaterAsked m_later{m_authority, m_journal, m_clock};
    DayPlan m_plan;
    std::map<std::pair<std::size_t, std::size_t>, Asked> m_asked;
};

} // namespace

void Score::add(double outcome_min, double low_min, double high_min)
{
    ++m_count;
    m_held += outcome_min >= low_min && outcome_min <= high_min ? 1 : 0;
    m_width_min += high_min - low_min;
    m_interval_min += high_min - low_min + 10 * std::max(low_min - outcome_min, 0.0) +
                      10 * std::max(outcome_min - high_min, 0.0);
}

void Score::add(const Score& other)
{
    m_count += other.m_count;
    m_held += other.m_held;
    m_width_min += other.m_width_min;
    m_interval_min += other.m_interval_min;
}

void Calibration::add(const Calibration& other)
{
    legs += other.legs;
    noCounter += other.noCounter;
    unserved += other.unserved;
    stopped += other.stopped;
    stoppedWrong += other.stoppedWrong;
    outcomes_min += other.outcomes_min;
    for (Score Calibration::*score :
         {&Calibration::raw, &Calibration::told, &Calibration::waiting, &Calibration::laterRaw,
          &Calibration::later, &Calibration::point, &Calibration::around, &Calibration::pointByCounters,
          &Calibration::aroundByCounters})
        (this->*score).add(other.*score);
}

Calibration calibrate(const CalibrationPlan& plan, Load load)
{
    Calibration out;
    for (int i = 0; i < plan.catalogues; ++i) {
        PlayedSite site(plan.firstSeed + static_cast<std::uint64_t>(i), load, plan.stops);
        for (int day = 0; day < plan.days; ++day)
            site.play(day, out);
    }
    return out;
}

std::string calibrationTable(const std::vector<std::pair<std::string, Calibration>>& rows)
{
    std::string table =
        "| load | legs told | mean wait | held, raw | held, told | held, without \"at once\" | width | "
        "score, told | point | ±30 % | point ÷ counters | ±30 % ÷ counters |\n"
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n";
    for (const auto& [name, row] : rows)
        table += fmt::format("| {} | {} | {:.1f} | {:.1f} % | {:.1f} % | {:.1f} % | {:.1f} | {:.1f} | {:.1f} "
                             "| {:.1f} | {:.1f} | {:.1f} |\n",
                             name, row.told.count(), row.outcomes_min / std::max(row.told.count(), 1),
                             100 * row.raw.coverage(), 100 * row.told.coverage(),
                             100 * row.waiting.coverage(), row.told.width_min(), row.told.interval_min(),
                             row.point.interval_min(), row.around.interval_min(),
                             row.pointByCounters.interval_min(), row.aroundByCounters.interval_min());
    table += "\n| load | issued | no counter open | never called | sent away | of these wrongly |\n"
             "|---|--:|--:|--:|--:|--:|\n";
    for (const auto& [name, row] : rows)
        table += fmt::format("| {} | {} | {} | {} ({:.2f} %) | {} | {} |\n", name, row.legs, row.noCounter,
                             row.unserved, 100.0 * row.unserved / std::max(row.legs, 1), row.stopped,
                             row.stoppedWrong);
    table += "\n| load | asked while waiting | held, raw | held, told | width | score, told |\n"
             "|---|--:|--:|--:|--:|--:|\n";
    for (const auto& [name, row] : rows)
        table += fmt::format("| {} | {} | {:.1f} % | {:.1f} % | {:.1f} | {:.1f} |\n", name, row.later.count(),
                             100 * row.laterRaw.coverage(), 100 * row.later.coverage(), row.later.width_min(),
                             row.later.interval_min());
    return table;
}

} // namespace anjungan
