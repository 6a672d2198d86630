// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/slips.h"
#include "storage/sqlite.h"

#include <string>

namespace anjungan {

/// How long rows with which nothing is left to do are kept, for reprints.
inline constexpr std::chrono::days slipsKept{30};

/// The print outbox in the journal's file, through a connection of its own, for the thread that prints.
/// The journal must be open in this process first: it holds the lock. Writes wait for the journal's, at
/// most `sqlite::Database::busyTimeoutMs`; as durable as the journal's.
///
/// Errors of every call: `journal-busy`, `disk-full`, `disk-error`, `journal-corrupt` …; after one that
/// leaves the disk in doubt the next call opens the file anew.
class SqlitePrintOutbox final : public PrintOutbox
{
public:
    [[nodiscard]] static Result<SqlitePrintOutbox> open(const std::string& path);

    [[nodiscard]] Result<std::vector<OutboxRow>> unfinished() override;
    [[nodiscard]] Result<std::optional<OutboxRow>> newestOf(const TicketId& ticket) override;
    [[nodiscard]] Result<OutboxRow> addReprint(const TicketId& ticket) override;
    /// Stores state, attempts and problem. `slip-unknown` if the row is not there.
    [[nodiscard]] Result<void> update(const OutboxRow& row) override;

    /// Removes rows of slips issued before `issued` with which nothing is left to do; returns how many.
    [[nodiscard]] Result<int> removeFinishedBefore(LocalInstant issued);

private:
    explicit SqlitePrintOutbox(std::string path)
        : m_path(std::move(path))
    {}

    /// A statement of `sql` on an open connection.
    [[nodiscard]] Result<sqlite::Statement> prepare(std::string_view sql);
    [[nodiscard]] tl::unexpected<Error> fail(Error error);

    std::string m_path;
    sqlite::Database m_database;
    bool m_inDoubt = false;
};

} // namespace anjungan
