// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/checkpoint_row.h"

#include "storage/event_row.h"

#include <algorithm>
#include <fmt/format.h>

namespace anjungan {

namespace {

constexpr std::int64_t checkpointsSinceVersion = 2;

std::string_view textOf(std::span<const std::uint8_t> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Position positionFrom(const sqlite::Statement& row, int epoch, int n)
{
    return {static_cast<std::uint32_t>(row.integer(epoch)), static_cast<std::uint64_t>(row.integer(n))};
}

Instant timeFrom(const sqlite::Statement& row)
{
    return Instant(std::chrono::milliseconds(row.integer(2)));
}

bool equal(std::span<const std::uint8_t> stored, const Hash& hash)
{
    return std::ranges::equal(stored, hash);
}

/// Whether a row that selects `n, epoch, time, link, hash, state` may be believed; the reason if not.
Result<std::string> faultOf(const sqlite::Database& database, const Hasher& hasher,
                            const sqlite::Statement& row, const Position& beginning)
{
    const Position at = positionFrom(row, 1, 0);
    if (!equal(row.blob(4), hasher.hash(textOf(row.blob(5)))))
        return "its state was changed";
    // The event of the checkpoint from which a pruned log begins is gone: its hash is all that is left.
    if (at.n == beginning.n)
        return at.epoch == beginning.epoch ? "" : "it is of another epoch";
    if (at.n < beginning.n)
        return "the log begins after it";
    const Result<std::optional<Event>> event = eventAtRow(database, at.n);
    if (!event && event.error().code != "journal-corrupt")
        return tl::unexpected(event.error());
    if (!event || !*event)
        return "its event is not in the log, or cannot be read";
    if (*(*event)->position != at || (*event)->act.time != timeFrom(row) ||
        !equal(row.blob(3), hasher.hash(chainText(**event))))
        return "its event is another one";
    return "";
}

} // namespace

Result<Position> beginningOf(const sqlite::Database& database)
{
    const Result<std::int64_t> version = database.number("PRAGMA user_version");
    if (!version)
        return tl::unexpected(version.error());
    if (*version < checkpointsSinceVersion)
        return Position{};
    Result<sqlite::Statement> select = database.prepare("SELECT epoch, n FROM beginning WHERE id = 0");
    if (!select)
        return tl::unexpected(select.error());
    const Result<bool> row = select->step();
    if (!row)
        return tl::unexpected(row.error());
    if (!*row || select->integer(1) < 0)
        return failForGood("journal-corrupt", "nothing says where the log begins");
    return positionFrom(*select, 0, 1);
}

Result<std::optional<Event>> eventAtRow(const sqlite::Database& database, std::uint64_t n)
{
    Result<sqlite::Statement> select =
        database.prepare(fmt::format("SELECT {} FROM event WHERE n = ?", eventColumns));
    if (!select)
        return tl::unexpected(select.error());
    select->bind(static_cast<std::int64_t>(n));
    const Result<bool> row = select->step();
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return std::nullopt;
    return eventFromRow(*select).map([](Event event) { return std::optional(std::move(event)); });
}

Result<void> insertCheckpoint(const sqlite::Database& database, const Hasher& hasher,
                              const Checkpoint& checkpoint, const Event& after)
{
    Result<sqlite::Statement> insert =
        database.prepare("INSERT OR REPLACE INTO checkpoint (n, epoch, time, link, hash, state) "
                         "VALUES (?,?,?,?,?,?)");
    if (!insert)
        return tl::unexpected(insert.error());
    const Hash link = hasher.hash(chainText(after));
    const Hash hash = hasher.hash(checkpoint.state);
    insert->bind(static_cast<std::int64_t>(checkpoint.at.n))
        .bind(std::int64_t{checkpoint.at.epoch})
        .bind(std::int64_t{after.act.time.time_since_epoch().count()})
        .bind(link)
        .bind(hash)
        .bind(std::span(reinterpret_cast<const std::uint8_t*>(checkpoint.state.data()),
                        checkpoint.state.size()));
    if (Result<void> done = insert->run(); !done)
        return done;

    constexpr std::int64_t period_ms = std::chrono::milliseconds(std::chrono::days(30)).count();
    Result<sqlite::Statement> thin = database.prepare(
        "DELETE FROM checkpoint WHERE n NOT IN (SELECT n FROM checkpoint ORDER BY n DESC LIMIT ?) "
        "AND n NOT IN (SELECT min(n) FROM checkpoint GROUP BY time / ?)");
    if (!thin)
        return tl::unexpected(thin.error());
    thin->bind(std::int64_t{newestCheckpointsKept}).bind(period_ms);
    return thin->run();
}

Result<void> eachCheckpoint(const sqlite::Database& database, const Hasher& hasher,
                            const std::function<bool(const CheckpointRow& row, std::string_view state)>& each,
                            Instant until)
{
    const Result<std::int64_t> version = database.number("PRAGMA user_version");
    if (!version)
        return tl::unexpected(version.error());
    if (*version < checkpointsSinceVersion)
        return {};
    const Result<Position> beginning = beginningOf(database);
    if (!beginning)
        return tl::unexpected(beginning.error());
    Result<sqlite::Statement> select = database.prepare(
        "SELECT n, epoch, time, link, hash, state FROM checkpoint WHERE time <= ? ORDER BY n DESC");
    if (!select)
        return tl::unexpected(select.error());
    select->bind(std::int64_t{until.time_since_epoch().count()});
    while (true) {
        const Result<bool> more = select->step();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return {};
        Result<std::string> fault = faultOf(database, hasher, *select, *beginning);
        if (!fault)
            return tl::unexpected(fault.error());
        const std::string_view state = textOf(select->blob(5));
        const CheckpointRow row{positionFrom(*select, 1, 0), timeFrom(*select), state.size(),
                                std::move(*fault)};
        if (!each(row, state))
            return {};
    }
}

} // namespace anjungan
