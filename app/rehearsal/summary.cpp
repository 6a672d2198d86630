// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rehearsal/summary.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
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

double SlipTimes::quantile_ms(double part) const
{
    const std::lock_guard lock(m_shared->mutex);
    if (m_shared->taken_ms.empty())
        return 0;
    std::vector<double> times;
    for (const auto& [ticket, time] : m_shared->taken_ms)
        times.push_back(time);
    std::sort(times.begin(), times.end());
    const auto rank = static_cast<std::size_t>(std::ceil(part * static_cast<double>(times.size())));
    return times[std::max<std::size_t>(rank, 1) - 1];
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

bool writeSummary(const Summary& summary, const std::filesystem::path& file)
{
    const nlohmann::ordered_json json{{"visitors", summary.visitors},
                                      {"issued", summary.issued},
                                      {"served", summary.served},
                                      {"no_show", summary.missed},
                                      {"cancelled", summary.cancelled},
                                      {"duplicate_numbers", summary.duplicateNumbers},
                                      {"duplicate_calls", summary.duplicateCalls},
                                      {"not_as_intended", summary.notAsIntended},
                                      {"p50_ms", summary.p50_ms},
                                      {"p99_ms", summary.p99_ms}};
    std::ofstream out(file);
    out << json.dump(2) << '\n';
    return static_cast<bool>(out.flush());
}

} // namespace anjungan
