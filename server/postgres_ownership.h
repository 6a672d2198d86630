// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/ports/random.h"
#include "server/postgres_schema.h"

#include <chrono>
#include <optional>

namespace anjungan {

/// What an owner shows to work on its site's log: new with each time that a site is taken.
using OwnerToken = Id<struct OwnerTokenTag>;

/// Which of several processes owns a site: a row with a lease, judged by the database's clock alone. Its
/// owner renews it; when it did not for `lease`, or gave it up, whoever asks first takes it.
///
/// The lease only says who may try: what keeps two owners from writing is the fence in each append
/// (`PostgresJournal`). Who answers questions from its own state may do so for `lease` after the beginning of
/// its last successful renewal, by its own steady clock; then another may have gone on. Used from one thread,
/// with a connection of its own, so that a long append does not hold a renewal up; connects by itself, and
/// again after it was cut off.
class PostgresOwnership
{
public:
    static constexpr std::chrono::milliseconds lease{5'000};
    /// How often `renew`, and a stand-by's `tryTake`, should be called.
    static constexpr std::chrono::milliseconds renewEvery{1'000};

    /// `name` tells people who it is. Keeps a reference to `random`.
    PostgresOwnership(std::string url, SiteId site, std::string name, Random& random);

    /// Takes the site if nobody lives, and makes it if it is new; the token when it is ours, else nothing.
    /// An owner that takes again keeps its token. Errors: those of `postgres::openDatabase`; whether the site
    /// was taken is then unknown, and asking again tells.
    [[nodiscard]] Result<std::optional<OwnerToken>> tryTake();

    /// Errors: `not-owner` (fatal: another one owns the site; what is not yet committed never will be), and
    /// those of `tryTake`, after which the site may still be ours: go on renewing.
    [[nodiscard]] Result<void> renew();

    /// At an orderly end: another may take the site at once, and nothing of ours can be appended any more.
    /// Errors: those of `renew`.
    [[nodiscard]] Result<void> giveUp();

    /// Whether the site was ours when it was last asked.
    [[nodiscard]] bool isOwner() const { return m_isOwner; }

private:
    [[nodiscard]] Result<postgres::Rows> ask(const std::string& sql, const postgres::Parameters& parameters);
    [[nodiscard]] Result<void> lose();
    void keepPartitionsAhead();

    std::string m_url;
    SiteId m_site;
    std::string m_name;
    Random& m_random;
    postgres::Connection m_connection;
    OwnerToken m_token;
    bool m_isOwner = false;
    int m_renewals = 0;
};

} // namespace anjungan
