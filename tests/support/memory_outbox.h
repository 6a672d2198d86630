// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/slips.h"

#include <algorithm>
#include <mutex>

namespace anjungan {

/// The print outbox in memory; keeps the contract of `SqlitePrintOutbox` (the same suite runs on both).
/// Thread-safe, because a MemoryJournal reserves slips from its own thread.
class MemoryOutbox final : public PrintOutbox
{
public:
    [[nodiscard]] Result<std::vector<OutboxRow>> unfinished() override
    {
        const std::lock_guard lock(m_mutex);
        std::vector<OutboxRow> rows;
        std::ranges::copy_if(m_rows, std::back_inserter(rows), [](const OutboxRow& row) {
            return row.state == SlipState::Reserved ||
                   (row.state == SlipState::HandedOver && !row.problem.empty());
        });
        return rows;
    }

    [[nodiscard]] Result<std::optional<OutboxRow>> newestOf(const TicketId& ticket) override
    {
        const std::lock_guard lock(m_mutex);
        const auto row = std::find_if(m_rows.rbegin(), m_rows.rend(),
                                      [&](const OutboxRow& each) { return each.slip.ticket == ticket; });
        return row == m_rows.rend() ? std::nullopt : std::optional<OutboxRow>(*row);
    }

    [[nodiscard]] Result<OutboxRow> addReprint(const TicketId& ticket) override
    {
        const auto newest = newestOf(ticket);
        if (!*newest)
            return refuse("slip-unknown", ticket.text());
        Slip slip = (*newest)->slip;
        slip.reprint = true;
        return reserve(std::move(slip));
    }

    [[nodiscard]] Result<void> update(const OutboxRow& row) override
    {
        const std::lock_guard lock(m_mutex);
        const auto stored = std::ranges::find(m_rows, row.id, &OutboxRow::id);
        if (stored == m_rows.end())
            return refuse("slip-unknown");
        stored->state = row.state;
        stored->attempts = row.attempts;
        stored->problem = row.problem;
        return {};
    }

    /// What the journal does when it commits a ticket.
    OutboxRow reserve(Slip slip)
    {
        const std::lock_guard lock(m_mutex);
        OutboxRow row;
        row.id = static_cast<std::int64_t>(m_rows.size()) + 1;
        row.slip = std::move(slip);
        m_rows.push_back(row);
        return row;
    }

    [[nodiscard]] std::vector<OutboxRow> rows() const
    {
        const std::lock_guard lock(m_mutex);
        return m_rows;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<OutboxRow> m_rows;
};

} // namespace anjungan
