// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal_prune.h"

#include "storage/checkpoint_row.h"
#include "storage/files.h"
#include "storage/schema.h"
#include "storage/slip_row.h"

#include <algorithm>
#include <fmt/format.h>

namespace anjungan {

namespace {

using sqlite::Database;
using sqlite::Statement;

constexpr std::string_view ticketSubject = "ticket:";

/// The newest checkpoint that is old enough; nothing: nothing may be removed.
Result<std::optional<Position>> targetOf(const Database& database, const Hasher& hasher,
                                         std::chrono::days keep)
{
    const Result<std::int64_t> newest = database.number("SELECT time FROM event ORDER BY n DESC LIMIT 1");
    if (!newest)
        return tl::unexpected(newest.error());
    const Result<Position> beginning = beginningOf(database);
    if (!beginning)
        return tl::unexpected(beginning.error());
    const Instant limit = Instant(std::chrono::milliseconds(*newest)) - keep;
    std::optional<Position> target;
    return eachCheckpoint(
               database, hasher,
               [&](const CheckpointRow& row, std::string_view) {
                   if (row.fault.empty() && row.at.n > beginning->n)
                       target = row.at;
                   return !target;
               },
               limit)
        .map([&] { return target; });
}

class Step
{
public:
    Step(Database& database, const Position& beginning, const Position& target)
        : m_database(database)
        , m_from(beginning.n)
        , m_to(std::min(beginning.n + pruneStepEvents, target.n))
    {
        m_pruned.isDone = m_to == target.n;
    }

    Result<Pruned> run()
    {
        return removeTickets()
            .and_then([this] { return moveBeginning(); })
            .and_then([this] { return removeEvents(); })
            .and_then([this] {
                return m_database.execute(fmt::format("DELETE FROM checkpoint WHERE n < {}", m_to));
            })
            .map([this] { return m_pruned; });
    }

private:
    /// A ticket and its slips go by its id, which the event's subject says.
    Result<void> removeTickets()
    {
        Result<Statement> select =
            m_database.prepare("SELECT subject FROM event WHERE n > ? AND n <= ? AND kind = 'ticket-issued'");
        Result<Statement> ticket = m_database.prepare("DELETE FROM ticket WHERE ticket = ?");
        Result<Statement> slips = m_database.prepare(
            fmt::format("DELETE FROM slip WHERE ticket = ? AND NOT ({})", slipIsUnfinished));
        for (const auto* prepared : {&select, &ticket, &slips}) {
            if (!*prepared)
                return tl::unexpected(prepared->error());
        }
        select->bind(static_cast<std::int64_t>(m_from)).bind(static_cast<std::int64_t>(m_to));
        while (true) {
            const Result<bool> row = select->step();
            if (!row)
                return tl::unexpected(row.error());
            if (!*row)
                return {};
            std::string_view subject = select->text(0);
            subject.remove_prefix(std::min(subject.size(), ticketSubject.size()));
            const auto id = TicketId::parse(subject);
            if (!id)
                return failForGood("journal-corrupt", fmt::format("a ticket's subject: {}", subject));
            if (Result<void> done = remove(*ticket, *id, m_pruned.tickets); !done)
                return done;
            if (Result<void> done = remove(*slips, *id, m_pruned.slips); !done)
                return done;
        }
    }

    Result<void> remove(Statement& statement, const TicketId& ticket, std::uint64_t& removed)
    {
        statement.bind(ticket.bytes());
        if (Result<void> done = statement.run(); !done)
            return done;
        removed += static_cast<std::uint64_t>(sqlite3_changes(m_database.connection()));
        return {};
    }

    Result<void> moveBeginning()
    {
        const Result<std::int64_t> epoch =
            m_database.number(fmt::format("SELECT epoch FROM event WHERE n = {}", m_to));
        if (!epoch)
            return tl::unexpected(epoch.error());
        m_pruned.beginning = {static_cast<std::uint32_t>(*epoch), m_to};
        return m_database.execute(fmt::format("UPDATE beginning SET n = {}, epoch = {}", m_to, *epoch));
    }

    Result<void> removeEvents()
    {
        const std::string sql = fmt::format(
            "DELETE FROM event WHERE n > {} AND n <= {} AND kind <> 'catalogue-published'", m_from, m_to);
        if (Result<void> done = m_database.execute(sql); !done)
            return done;
        m_pruned.events = static_cast<std::uint64_t>(sqlite3_changes(m_database.connection()));
        return {};
    }

    Database& m_database;
    std::uint64_t m_from; ///< the last that is gone already
    std::uint64_t m_to;   ///< the last that goes
    Pruned m_pruned;
};

Result<Pruned> prune(Database& database, const Hasher& hasher, std::chrono::days keep)
{
    const Result<Position> beginning = beginningOf(database);
    if (!beginning)
        return tl::unexpected(beginning.error());
    const Result<std::optional<Position>> target = targetOf(database, hasher, keep);
    if (!target)
        return tl::unexpected(target.error());
    if (!*target)
        return Pruned{*beginning};
    return Step(database, *beginning, **target).run();
}

} // namespace

Result<Pruned> pruneStep(Database& database, const Hasher& hasher, std::chrono::days keep)
{
    if (keep < pruneKeepMin)
        return refuse("retention-too-short", fmt::format("at least {} days", pruneKeepMin.count()));
    Result<Pruned> pruned = database.execute("BEGIN IMMEDIATE")
                                .and_then([&] { return prune(database, hasher, keep); })
                                .and_then([&](const Pruned& done) {
                                    return database.execute("COMMIT").map([&] { return done; });
                                });
    if (!pruned)
        database.rollBack();
    return pruned;
}

Result<Pruned> pruneJournal(const std::string& path, const Hasher& hasher, std::chrono::days keep,
                            bool shrinks)
{
    const Result<FileLock> lock = FileLock::take(path);
    if (!lock)
        return tl::unexpected(lock.error());
    Result<Database> database = openJournalFile(path, Database::Mode::ReadWrite);
    if (!database)
        return tl::unexpected(database.error());
    Pruned all;
    for (all.isDone = false; !all.isDone;) {
        const Result<Pruned> step = pruneStep(*database, hasher, keep);
        if (!step)
            return step;
        all = {step->beginning, all.events + step->events, all.tickets + step->tickets,
               all.slips + step->slips, step->isDone};
    }
    if (shrinks) {
        if (Result<void> done = database->execute("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)"); !done)
            return tl::unexpected(done.error());
    }
    return all;
}

} // namespace anjungan
