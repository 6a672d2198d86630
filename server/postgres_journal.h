// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/crypto.h"
#include "core/ports/journal.h"
#include "server/postgres_ownership.h"

#include <memory>

namespace anjungan {

/// The log of one site in a PostgreSQL database that may hold many. Only the site's owner opens it; several
/// processes may believe to be that, and all but one find the fence closed: an append names the term in
/// which it was decided and where the log ends, in the transaction that writes it. Every taking and every
/// opening raises the term. Used from one thread.
///
/// One message and one commit a call of `append`. A server answers only when it is on disk
/// (`synchronous_commit` is forced, a server without fsync is refused).
///
/// After an error that leaves the log in doubt, every call but `reopen` answers with that error again.
class PostgresJournal final : public Journal
{
public:
    /// Errors: `not-owner`, `journal-corrupt` (the log does not end where the site says), those of
    /// `postgres::openDatabase`. `hasher` must live longer.
    [[nodiscard]] static Result<std::unique_ptr<PostgresJournal>>
    open(std::string url, SiteId site, OwnerToken owner, const Hasher& hasher);

    /// Where the log ends; n is 0 while it is empty.
    [[nodiscard]] Position head() const { return m_head; }

    /// Keeps no slips: with any it is `slips-not-kept`. Beyond the port's errors: `not-owner` (fatal: another
    /// process owns the site, nothing was written, nor ever will be), `event-invalid`, `journal-busy`,
    /// `out-of-memory` (nothing was written), `journal-unreachable` (cut off: unknown whether it was).
    [[nodiscard]] Result<void> append(std::span<const Event> events, std::span<const Slip> slips) override;

    /// Up to the end of the log as this journal knows it. A missing position is `journal-corrupt`. `each`
    /// must not call the journal.
    [[nodiscard]] Result<void> read(Position after,
                                    const std::function<Result<void>(const Event&)>& each) override;

    [[nodiscard]] Result<std::vector<Event>> findCommand(const CommandId& command) override;
    [[nodiscard]] Result<std::optional<Event>> eventAt(std::uint64_t n) override;

    /// Thins the older ones out. Also `not-owner`.
    [[nodiscard]] Result<void> keepCheckpoint(const Checkpoint& checkpoint) override;
    /// One whose state or event was changed is passed over.
    [[nodiscard]] Result<std::optional<Checkpoint>> newestCheckpoint() override;

    /// Connects anew and raises the term: an append whose answer was lost is then either in the log or will
    /// never be. Errors: `not-owner`, those of `open`, and
    /// `journal-corrupt` also where what was acknowledged is not there any more.
    [[nodiscard]] Result<void> reopen() override;

private:
    PostgresJournal(std::string url, SiteId site, OwnerToken owner, const Hasher& hasher);

    [[nodiscard]] Result<void> enter();
    [[nodiscard]] Result<void> checkEnd();
    /// The events that `condition` selects, which may name `$1`, the site.
    [[nodiscard]] Result<postgres::Rows> select(std::string_view condition,
                                                const postgres::Parameters& parameters);
    [[nodiscard]] Result<bool> isSound(const postgres::Row& checkpoint);
    [[nodiscard]] Result<void> judge(const Result<postgres::Rows>& verdict);
    [[nodiscard]] tl::unexpected<Error> fail(Error error);

    std::string m_url;
    SiteId m_site;
    OwnerToken m_owner;
    const Hasher& m_hasher;
    postgres::Connection m_connection;
    std::int64_t m_term = 0;
    Position m_head;
    std::optional<Error> m_doubt;
};

} // namespace anjungan
