// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/hall.h"

#include <map>
#include <optional>
#include <string>

namespace anjungan {

/// Names each thing that can be done to the queue, "serving: finish", as docs/rules.md lists them, and makes
/// commands that do it where the hall has somebody to do it to. Half of what it makes is out of place.
class TableOfActs
{
public:
    /// `counts` goes on from hall to hall: how often each row was reached.
    TableOfActs(Hall& hall, std::uint64_t seed, std::map<std::string, int>& counts)
        : m_hall(hall)
        , m_random(seed)
        , m_counts(counts)
    {}

    struct Wanted
    {
        std::string row; ///< empty: whatever it leads to is not counted
        Command command;
    };

    /// Every row there is.
    [[nodiscard]] static const std::vector<std::string>& rows();

    /// The next command: of any row, those that were seldom reached first.
    [[nodiscard]] Wanted next();
    void reached(const std::string& row) { ++m_counts[row]; }

    /// Whether an undo of it is a row too.
    [[nodiscard]] std::optional<Wanted> undoOf(const Wanted& done);

private:
    [[nodiscard]] std::optional<LegId> anyLeg(LegState state);
    [[nodiscard]] std::optional<LegAct> anyAct(LegState state);
    [[nodiscard]] std::optional<TicketId> anyLeft();
    [[nodiscard]] CounterId anyCounter();
    [[nodiscard]] CounterId counterFor(const LegId& leg);
    [[nodiscard]] ServiceId anyService();
    [[nodiscard]] IssueTicket anyIssue();
    [[nodiscard]] std::optional<CommandBody> bodyOf(const std::string& row);
    [[nodiscard]] std::optional<CommandBody> issueOf(const std::string& row);
    [[nodiscard]] std::optional<CommandBody> actOf(const std::string& row);
    [[nodiscard]] CommandBody outOfPlace();
    [[nodiscard]] Command command(CommandBody body);

    Hall& m_hall;
    FixedRandom m_random;
    std::map<std::string, int>& m_counts;
    std::vector<TicketId> m_issued;
    int m_version = 1;
};

} // namespace anjungan
