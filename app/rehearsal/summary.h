// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/rehearsal/visitor.h"
#include "core/ports/clock.h"
#include "core/ports/slips.h"
#include "core/site.h"

#include <chrono>
#include <deque>
#include <filesystem>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <vector>

namespace anjungan {

/// How long slips took from the touch that asked for them until they were handed over. Thread-safe.
class SlipTimes
{
public:
    /// `port` must be stopped, or silent, before this goes.
    explicit SlipTimes(SlipPort& port, const Clock& clock);

    /// The finger left the button that asks for the next number.
    void touchedNow();
    [[nodiscard]] bool isHandedOver(const TicketId& ticket) const;

    /// Of each slip that was handed over.
    [[nodiscard]] std::vector<double> times_ms() const;
    /// Of `part` (0 to 1) of the slips at most so long, in milliseconds; 0 without slips.
    [[nodiscard]] double quantile_ms(double part) const;

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared; ///< the port's observer may outlive this
};

/// Of `part` (0 to 1) of the values at most so much; 0 without values.
[[nodiscard]] double quantileOf(std::vector<double> values, double part);

/// What came of a rehearsal, as `summary.json` tells it.
struct Summary
{
    int visitors = 0;
    int issued = 0;
    int served = 0;
    int missed = 0;
    int cancelled = 0;
    int duplicateNumbers = 0; ///< numbers given twice on a day, by the journal
    int duplicateCalls = 0;   ///< calls of a leg or at a counter that had an open call already
    int notAsIntended = 0;
    double p50_ms = 0; ///< from touch to slip handed over
    double p99_ms = 0;

    [[nodiscard]] bool isGood() const
    {
        return notAsIntended == 0 && duplicateNumbers == 0 && duplicateCalls == 0 && issued == visitors;
    }
};

/// Counts what must not be, reading the log as a stranger would: without the state that decided it.
class DuplicateCount
{
public:
    void take(const Event& event);
    [[nodiscard]] int numbers() const { return m_numbers; }
    [[nodiscard]] int calls() const { return m_calls; }

private:
    void end(const LegId& leg);

    std::set<std::pair<Day, Number>> m_given;
    std::map<LegId, CounterId> m_open;
    Day m_day{};
    int m_numbers = 0;
    int m_calls = 0;
};

/// What became of the visitors; says to the log who did not end as intended.
[[nodiscard]] Summary summaryOf(const std::deque<Visitor>& visitors, const Site& site);

/// For a person, in a few lines.
void tell(const Summary& summary, bool isJournalSound, const std::filesystem::path& out);

/// `more` stands behind what every summary has.
[[nodiscard]] bool writeSummary(const Summary& summary, const std::filesystem::path& file,
                                const nlohmann::ordered_json& more = {});

} // namespace anjungan
