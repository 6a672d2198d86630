// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/postgres_schema.h"

#include <array>
#include <fmt/format.h>

namespace anjungan::postgres {

namespace {

/// Step i leads from schema version i to i + 1. A step that was released is never changed.
///
/// What may be there only once has an index over all time, in tables of its own: an index of a partitioned
/// table keeps a promise only within a partition. The position has the fence.
///
/// A function is one statement, so one message and one transaction: a client that stops anywhere leaves
/// nothing open, and its plan is kept by the server, where a pooler does not mind. `lock_timeout` ends a
/// wait whose client may be gone.
constexpr std::array<std::string_view, schemaVersion> steps{R"sql(
CREATE TABLE anjungan.schema_version (
    id smallint PRIMARY KEY CHECK (id = 0),
    version integer NOT NULL
);
INSERT INTO anjungan.schema_version VALUES (0, 0);

CREATE TABLE anjungan.site (
    site text PRIMARY KEY,
    head bigint NOT NULL,
    epoch bigint NOT NULL,
    term bigint NOT NULL,
    owner bytea NOT NULL,
    owner_name text NOT NULL,
    lease_until timestamptz NOT NULL
) WITH (fillfactor = 10, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

CREATE TABLE anjungan.event (
    site text NOT NULL,
    n bigint NOT NULL,
    epoch bigint NOT NULL,
    idx integer NOT NULL,
    device text NOT NULL,
    incarnation bytea NOT NULL,
    sequence bigint NOT NULL,
    previous bytea NOT NULL,
    command bytea NOT NULL,
    time bigint NOT NULL,
    actor_device text NOT NULL,
    actor_staff text,
    base_epoch bigint,
    base_n bigint,
    subject text NOT NULL,
    kind text NOT NULL,
    body text NOT NULL,
    stored timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (site, n, stored)
) PARTITION BY RANGE (stored);
CREATE TABLE anjungan.event_default PARTITION OF anjungan.event DEFAULT;

CREATE TABLE anjungan.event_key (
    site text NOT NULL,
    n bigint NOT NULL,
    idx integer NOT NULL,
    device text NOT NULL,
    incarnation bytea NOT NULL,
    sequence bigint NOT NULL,
    command bytea NOT NULL,
    stored timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (site, command, idx),
    UNIQUE (site, device, incarnation, sequence)
);

CREATE TABLE anjungan.ticket (
    site text NOT NULL,
    ticket bytea NOT NULL,
    day integer NOT NULL,
    prefix text NOT NULL,
    series integer NOT NULL,
    value integer NOT NULL,
    n bigint NOT NULL,
    PRIMARY KEY (site, day, prefix, series, value),
    UNIQUE (site, ticket)
);

CREATE TABLE anjungan.checkpoint (
    site text NOT NULL,
    n bigint NOT NULL,
    epoch bigint NOT NULL,
    time bigint NOT NULL,
    link bytea NOT NULL,
    hash bytea NOT NULL,
    state bytea NOT NULL,
    PRIMARY KEY (site, n)
);

-- A commit that was answered is on disk, whatever is set for others; it also takes there what was before it.
CREATE FUNCTION anjungan.be_durable() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('synchronous_commit') NOT IN ('on', 'remote_apply') THEN
        PERFORM set_config('synchronous_commit', 'on', true);
    END IF;
END $$;

-- Nothing: somebody else lives. A lease that ends later than one can was given by a clock since set back: it
-- would keep everybody out for as long.
CREATE FUNCTION anjungan.take(the_site text, the_owner bytea, the_name text, lease_ms bigint)
RETURNS SETOF anjungan.site LANGUAGE plpgsql SET lock_timeout = '2s' AS $$
BEGIN
    PERFORM anjungan.be_durable();
    RETURN QUERY
    INSERT INTO anjungan.site AS s
    VALUES (the_site, 0, 0, 1, the_owner, the_name, clock_timestamp() + lease_ms * interval '1 ms')
    ON CONFLICT (site) DO UPDATE
    SET term = s.term + 1, owner = the_owner, owner_name = the_name,
        lease_until = clock_timestamp() + lease_ms * interval '1 ms'
    WHERE s.owner = the_owner OR s.lease_until < clock_timestamp()
    OR s.lease_until > clock_timestamp() + 2 * lease_ms * interval '1 ms'
    RETURNING s.*;
END $$;

-- Whether it still is the owner's.
CREATE FUNCTION anjungan.renew(the_site text, the_owner bytea, lease_ms bigint)
RETURNS boolean LANGUAGE plpgsql SET lock_timeout = '2s' AS $$
BEGIN
    UPDATE anjungan.site s SET lease_until = clock_timestamp() + lease_ms * interval '1 ms'
    WHERE s.site = the_site AND s.owner = the_owner;
    RETURN FOUND;
END $$;

-- The raised term stops what the owner itself still has under way.
CREATE FUNCTION anjungan.release(the_site text, the_owner bytea)
RETURNS boolean LANGUAGE plpgsql SET lock_timeout = '2s' AS $$
BEGIN
    UPDATE anjungan.site s
    SET term = s.term + 1, owner = '', owner_name = '', lease_until = '-infinity'
    WHERE s.site = the_site AND s.owner = the_owner;
    RETURN FOUND;
END $$;

-- Nothing: it is not, or no longer, the owner's. An append whose answer was lost has either been committed
-- when this returns, or finds the term raised.
CREATE FUNCTION anjungan.enter(the_site text, the_owner bytea)
RETURNS SETOF anjungan.site LANGUAGE plpgsql SET lock_timeout = '2s' AS $$
BEGIN
    PERFORM anjungan.be_durable();
    RETURN QUERY
    UPDATE anjungan.site s SET term = s.term + 1
    WHERE s.site = the_site AND s.owner = the_owner
    RETURNING s.*;
END $$;

-- 0: appended; 1: the site is another's; 2: the log ends elsewhere. Nothing was written but for 0.
CREATE FUNCTION anjungan.append(
    the_site text, the_term bigint, the_head bigint, the_epoch bigint,
    ns bigint[], epochs bigint[], idxs bigint[], devices text[], incarnations bytea[], sequences bigint[],
    previouses bytea[], commands bytea[], times bigint[], actor_devices text[], actor_staffs text[],
    base_epochs bigint[], base_ns bigint[], subjects text[], kinds text[], bodies text[],
    tickets bytea[], days bigint[], prefixes text[], series bigint[], numbers bigint[], ticket_ns bigint[])
RETURNS integer LANGUAGE plpgsql SET lock_timeout = '2s' AS $$
BEGIN
    PERFORM anjungan.be_durable();
    UPDATE anjungan.site s SET head = s.head + cardinality(ns), epoch = the_epoch
    WHERE s.site = the_site AND s.head = the_head AND s.term = the_term;
    IF NOT FOUND THEN
        PERFORM FROM anjungan.site s WHERE s.site = the_site AND s.term = the_term;
        RETURN CASE WHEN FOUND THEN 2 ELSE 1 END;
    END IF;
    INSERT INTO anjungan.event (site, n, epoch, idx, device, incarnation, sequence, previous, command, time,
        actor_device, actor_staff, base_epoch, base_n, subject, kind, body)
    SELECT the_site, e.* FROM unnest(ns, epochs, idxs, devices, incarnations, sequences, previouses, commands,
        times, actor_devices, actor_staffs, base_epochs, base_ns, subjects, kinds, bodies) AS e;
    INSERT INTO anjungan.event_key (site, n, idx, device, incarnation, sequence, command)
    SELECT the_site, e.* FROM unnest(ns, idxs, devices, incarnations, sequences, commands) AS e;
    IF cardinality(tickets) > 0 THEN
        INSERT INTO anjungan.ticket (site, ticket, day, prefix, series, value, n)
        SELECT the_site, e.* FROM unnest(tickets, days, prefixes, series, numbers, ticket_ns) AS e;
    END IF;
    RETURN 0;
END $$;

-- 0: kept; 1: the site is another's. Of the older checkpoints the newest few stay, and the first of every
-- 30 days.
CREATE FUNCTION anjungan.keep_checkpoint(
    the_site text, the_term bigint, the_n bigint, the_epoch bigint, the_time bigint, the_link bytea,
    the_hash bytea, the_state bytea, newest_kept bigint)
RETURNS integer LANGUAGE plpgsql SET lock_timeout = '2s' AS $$
BEGIN
    PERFORM anjungan.be_durable();
    PERFORM FROM anjungan.site s WHERE s.site = the_site AND s.term = the_term FOR SHARE;
    IF NOT FOUND THEN
        RETURN 1;
    END IF;
    DELETE FROM anjungan.checkpoint c WHERE c.site = the_site AND c.n = the_n;
    INSERT INTO anjungan.checkpoint
    VALUES (the_site, the_n, the_epoch, the_time, the_link, the_hash, the_state);
    DELETE FROM anjungan.checkpoint c
    WHERE c.site = the_site
    AND c.n NOT IN (SELECT k.n FROM anjungan.checkpoint k WHERE k.site = the_site
                    ORDER BY k.n DESC LIMIT newest_kept)
    AND c.n NOT IN (SELECT min(k.n) FROM anjungan.checkpoint k WHERE k.site = the_site
                    GROUP BY k.time / 2592000000);
    RETURN 0;
END $$;
)sql"};

constexpr int scriptTimeoutMs = 30'000;
/// Of what several processes may want to make at once: the first makes it, the others wait and find it.
constexpr std::string_view scriptBeginning =
    "SET LOCAL lock_timeout = '3s'; SET LOCAL statement_timeout = '20s'; "
    "SET LOCAL synchronous_commit = 'on'; "
    "SELECT pg_advisory_xact_lock(4706327);";

Result<std::int64_t> versionIn(Connection& connection)
{
    const Result<Rows> table =
        connection.query("SELECT to_regclass('anjungan.schema_version') IS NOT NULL, "
                         "to_regnamespace('anjungan') IS NOT NULL, current_setting('fsync') = 'on'");
    if (!table)
        return tl::unexpected(table.error());
    if ((*table)[0].integer(2) == 0)
        return failForGood("journal-not-durable", "the server runs with fsync = off");
    if ((*table)[0].integer(0) == 0)
        return (*table)[0].integer(1) != 0 ? 0 : -1;
    const Result<Rows> version = connection.query("SELECT version FROM anjungan.schema_version");
    if (!version)
        return tl::unexpected(version.error());
    if (version->count() != 1)
        return failForGood("journal-corrupt", "nothing says which version the schema has");
    return (*version)[0].integer(0);
}

/// -1: not even the schema is there, which an administrator may have made for us.
Result<void> migrateOnce(Connection& connection, std::int64_t version)
{
    if (version < 0)
        return connection.execute(fmt::format("{} CREATE SCHEMA anjungan", scriptBeginning));
    return connection.execute(fmt::format("{} {} UPDATE anjungan.schema_version SET version = {} "
                                          "WHERE version = {}",
                                          scriptBeginning, steps[static_cast<std::size_t>(version)],
                                          version + 1, version),
                              scriptTimeoutMs);
}

Result<void> migrate(Connection& connection)
{
    Result<std::int64_t> version = versionIn(connection);
    while (version && *version < schemaVersion) {
        const Result<void> done = migrateOnce(connection, *version);
        const std::int64_t before = *version;
        version = versionIn(connection);
        // Another process may have been faster; then it does not matter what our own attempt met.
        if (version && *version == before && !done)
            return done;
    }
    if (!version)
        return tl::unexpected(version.error());
    if (*version > schemaVersion)
        return failForGood("journal-newer",
                           fmt::format("schema version {}, this program knows {}", *version, schemaVersion));
    return {};
}

} // namespace

Result<void> makePartitions(Connection& connection)
{
    const Result<Rows> missing =
        connection.query(fmt::format("SELECT to_char(m, 'YYYY_MM'), to_char(m, 'YYYY-MM-DD'), "
                                     "to_char(m + interval '1 month', 'YYYY-MM-DD') "
                                     "FROM generate_series(date_trunc('month', now() AT TIME ZONE 'UTC'), "
                                     "date_trunc('month', now() AT TIME ZONE 'UTC') + interval '{} months', "
                                     "interval '1 month') AS m "
                                     "WHERE to_regclass('anjungan.event_' || to_char(m, 'YYYY_MM')) IS NULL",
                                     monthsAhead));
    if (!missing)
        return tl::unexpected(missing.error());
    for (int row = 0; row < missing->count(); ++row) {
        const Result<void> made = connection.execute(fmt::format(
            "{} CREATE TABLE IF NOT EXISTS anjungan.event_{} PARTITION OF anjungan.event "
            "FOR VALUES FROM ('{} 00:00+00') TO ('{} 00:00+00')",
            scriptBeginning, (*missing)[row].text(0), (*missing)[row].text(1), (*missing)[row].text(2)));
        // A month of which the default partition holds events already stays there.
        if (!made && made.error().code != "journal-conflict")
            return made;
    }
    return {};
}

Result<Connection> openDatabase(const std::string& url)
{
    Result<Connection> connection = Connection::open(url);
    if (!connection)
        return connection;
    if (Result<void> ready = migrate(*connection); !ready)
        return tl::unexpected(ready.error());
    // Partitions are made ahead, and again by every owner: being busy now does no harm.
    if (Result<void> made = makePartitions(*connection); !made && made.error().code != "journal-busy")
        return tl::unexpected(made.error());
    return connection;
}

} // namespace anjungan::postgres
