// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/postgres_ownership.h"

namespace anjungan {

namespace {

/// A renewal must not wait so long that the lease is over before the next one.
constexpr int renewalTimeoutMs = 2'500;
constexpr int renewalsBetweenPartitions = 3'600;

} // namespace

PostgresOwnership::PostgresOwnership(std::string url, SiteId site, std::string name, Random& random)
    : m_url(std::move(url))
    , m_site(std::move(site))
    , m_name(std::move(name))
    , m_random(random)
    , m_token(random.makeId<OwnerToken>())
{}

Result<postgres::Rows> PostgresOwnership::ask(const std::string& sql, const postgres::Parameters& parameters)
{
    // One that was cut off since the last time is only noticed by using it; asking twice does no harm.
    if (m_connection.isOpen()) {
        Result<postgres::Rows> rows = m_connection.query(sql, parameters, renewalTimeoutMs);
        if (rows || m_connection.isOpen())
            return rows;
    }
    Result<postgres::Connection> connection = postgres::openDatabase(m_url);
    if (!connection)
        return tl::unexpected(connection.error());
    m_connection = std::move(*connection);
    return m_connection.query(sql, parameters, renewalTimeoutMs);
}

Result<std::optional<OwnerToken>> PostgresOwnership::tryTake()
{
    postgres::Parameters parameters;
    parameters.add(m_site.text()).add(m_token.bytes()).add(m_name).add(std::int64_t{lease.count()});
    const Result<postgres::Rows> taken = ask("SELECT term FROM anjungan.take($1, $2, $3, $4)", parameters);
    if (!taken)
        return tl::unexpected(taken.error());
    m_isOwner = taken->count() == 1;
    return m_isOwner ? std::optional(m_token) : std::nullopt;
}

Result<void> PostgresOwnership::renew()
{
    postgres::Parameters parameters;
    parameters.add(m_site.text()).add(m_token.bytes()).add(std::int64_t{lease.count()});
    const Result<postgres::Rows> renewed = ask("SELECT anjungan.renew($1, $2, $3)", parameters);
    if (!renewed)
        return tl::unexpected(renewed.error());
    if ((*renewed)[0].integer(0) == 0)
        return lose();
    keepPartitionsAhead();
    return {};
}

Result<void> PostgresOwnership::giveUp()
{
    postgres::Parameters parameters;
    parameters.add(m_site.text()).add(m_token.bytes());
    const Result<postgres::Rows> released = ask("SELECT anjungan.release($1, $2)", parameters);
    if (!released)
        return tl::unexpected(released.error());
    if ((*released)[0].integer(0) == 0)
        return lose();
    (void)lose();
    return {};
}

Result<void> PostgresOwnership::lose()
{
    m_isOwner = false;
    m_token = m_random.makeId<OwnerToken>();
    return failForGood("not-owner", "another process owns the site " + m_site.text());
}

void PostgresOwnership::keepPartitionsAhead()
{
    if (++m_renewals < renewalsBetweenPartitions)
        return;
    m_renewals = 0;
    // They are made months ahead: if it does not work now, it will another time.
    (void)postgres::makePartitions(m_connection);
}

} // namespace anjungan
