// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rehearsal/summary.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <spdlog/spdlog.h>
#include <utility>

namespace anjungan {

struct SlipTimes::Shared
{
    mutable std::mutex mutex;
    const Clock& clock;
    std::chrono::milliseconds touched{};
    std::map<TicketId, double> taken_ms;
};

SlipTimes::SlipTimes(SlipPort& port, const Clock& clock)
    : m_shared(new Shared{{}, clock, {}, {}})
{
    port.follow(
        [shared = m_shared](const SlipNews& news) {
            if (news.reprint || (news.state != SlipState::Printed && news.state != SlipState::HandedOver))
                return;
            const auto now = shared->clock.steady();
            const std::lock_guard lock(shared->mutex);
            shared->taken_ms.emplace(news.ticket, static_cast<double>((now - shared->touched).count()));
        },
        {});
}

void SlipTimes::touchedNow()
{
    const auto now = m_shared->clock.steady();
    const std::lock_guard lock(m_shared->mutex);
    m_shared->touched = now;
}

bool SlipTimes::isHandedOver(const TicketId& ticket) const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->taken_ms.contains(ticket);
}

std::vector<double> SlipTimes::times_ms() const
{
    const std::lock_guard lock(m_shared->mutex);
    std::vector<double> times;
    for (const auto& [ticket, time] : m_shared->taken_ms)
        times.push_back(time);
    return times;
}

double SlipTimes::quantile_ms(double part) const
{
    return quantileOf(times_ms(), part);
}

double quantileOf(std::vector<double> values, double part)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto rank = static_cast<std::size_t>(std::ceil(part * static_cast<double>(values.size())));
    return values[std::max<std::size_t>(rank, 1) - 1];
}

void DuplicateCount::end(const LegId& leg)
{
    m_open.erase(leg);
}

void DuplicateCount::take(const Event& event)
{
    if (const auto* issued = std::get_if<TicketIssued>(&event.body)) {
        if (std::exchange(m_day, issued->day) != issued->day)
            m_open.clear();
        m_numbers += m_given.emplace(issued->day, issued->number).second ? 0 : 1;
    } else if (const auto* called = std::get_if<LegCalled>(&event.body)) {
        const bool busy = std::any_of(m_open.begin(), m_open.end(), [called](const auto& open) {
            return open.first.ticket == called->leg.ticket || open.second == called->counter;
        });
        m_calls += busy ? 1 : 0;
        m_open[called->leg] = called->counter;
    } else if (const auto* finished = std::get_if<LegFinished>(&event.body)) {
        end(finished->leg);
    } else if (const auto* missed = std::get_if<LegMissed>(&event.body)) {
        end(missed->leg);
    } else if (const auto* withdrawn = std::get_if<CallWithdrawn>(&event.body)) {
        end(withdrawn->leg);
    } else if (const auto* parked = std::get_if<LegParked>(&event.body)) {
        end(parked->leg);
    } else if (const auto* transferred = std::get_if<LegTransferred>(&event.body)) {
        end(transferred->leg);
    }
}

Summary summaryOf(const std::deque<Visitor>& visitors, const Site& site)
{
    Summary summary;
    summary.visitors = static_cast<int>(visitors.size());
    for (const Visitor& visitor : visitors) {
        const bool good = endedAsIntended(visitor, site);
        if (!good)
            spdlog::error("visitor {} ({}), {}: did not end as intended", visitor.index, visitor.number,
                          nameOf(visitor.course));
        summary.notAsIntended += good ? 0 : 1;
        summary.issued += visitor.ticket ? 1 : 0;
        summary.missed += good && visitor.course == Course::Missed ? 1 : 0;
        summary.cancelled += good && visitor.course == Course::Cancelled ? 1 : 0;
    }
    summary.served = summary.visitors - summary.notAsIntended - summary.missed - summary.cancelled;
    return summary;
}

void tell(const Summary& summary, bool isJournalSound, const std::filesystem::path& out)
{
    fmt::print("{} visitors: {} served, {} missed, {} cancelled, {} not as intended\n", summary.visitors,
               summary.served, summary.missed, summary.cancelled, summary.notAsIntended);
    fmt::print("{} numbers twice, {} calls twice; touch to slip p50 {:.0f} ms, p99 {:.0f} ms; journal {}\n",
               summary.duplicateNumbers, summary.duplicateCalls, summary.p50_ms, summary.p99_ms,
               isJournalSound ? "sound" : "NOT SOUND");
    fmt::print("slips, screens, audio, journal and summary in {}\n", out.string());
}

bool writeSummary(const Summary& summary, const std::filesystem::path& file,
                  const nlohmann::ordered_json& more)
{
    nlohmann::ordered_json json{{"visitors", summary.visitors},
                                {"issued", summary.issued},
                                {"served", summary.served},
                                {"no_show", summary.missed},
                                {"cancelled", summary.cancelled},
                                {"duplicate_numbers", summary.duplicateNumbers},
                                {"duplicate_calls", summary.duplicateCalls},
                                {"not_as_intended", summary.notAsIntended},
                                {"p50_ms", summary.p50_ms},
                                {"p99_ms", summary.p99_ms}};
    if (more.is_object())
        json.update(more);
    std::ofstream out(file);
    out << json.dump(2) << '\n';
    return static_cast<bool>(out.flush());
}

} // namespace anjungan
