// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlite_journal.h"

#include "storage/checkpoint_row.h"
#include "storage/event_row.h"
#include "storage/journal_opening.h"
#include "storage/schema.h"
#include "storage/slip_row.h"
#include "storage/ticket_row.h"

#include <filesystem>
#include <fmt/format.h>

namespace anjungan {

namespace {

/// Two names of one file must ask for one lock.
std::string canonicalPath(const std::string& path)
{
    std::error_code problem;
    const std::filesystem::path canonical = std::filesystem::weakly_canonical(path, problem);
    return problem ? path : canonical.string();
}

/// A log of writes without its journal is what is left of a journal that somebody removed: its events
/// were acknowledged, so a new journal must not quietly take its place.
Result<void> createWhereNothingIs(const std::string& path)
{
    std::error_code problem;
    if (std::filesystem::exists(path, problem))
        return {};
    if (problem)
        return failForGood("journal-unreachable", path + ": " + problem.message());
    if (std::filesystem::file_size(path + "-wal", problem) > 0 && !problem)
        return failForGood("journal-corrupt", path + " is gone, but " + path + "-wal is there");
    return createJournalFile(path);
}

/// Whether nothing was written, as far as SQLite can know.
bool leavesNoDoubt(const Error& error)
{
    return error.severity == Severity::ThisItem || error.code == "journal-busy";
}

} // namespace

SqliteJournal::SqliteJournal(std::string path, const Hasher& hasher, FileLock lock)
    : m_path(std::move(path))
    , m_hasher(hasher)
    , m_lock(std::move(lock))
{}

Result<std::unique_ptr<SqliteJournal>> SqliteJournal::open(const std::string& path, const Hasher& hasher)
{
    const std::string canonical = canonicalPath(path);
    Result<FileLock> lock = FileLock::take(canonical);
    if (!lock)
        return tl::unexpected(lock.error());
    if (Result<void> created = createWhereNothingIs(canonical); !created)
        return tl::unexpected(created.error());
    std::unique_ptr<SqliteJournal> journal(new SqliteJournal(canonical, hasher, std::move(*lock)));
    // Another process may have met a failed sync and died before it could reopen.
    if (Result<void> ready = journal->connect().and_then([&] { return journal->settle(); }); !ready)
        return tl::unexpected(ready.error());
    return journal;
}

Result<void> SqliteJournal::connect()
{
    Result<sqlite::Database> database = openJournalFile(m_path, sqlite::Database::Mode::ReadWrite);
    if (!database)
        return tl::unexpected(database.error());
    m_connection = std::make_unique<Connection>();
    m_connection->database = std::move(*database);
    if (Result<void> prepared = prepareStatements(); !prepared)
        return prepared;
    Result<LogBounds> bounds = checkOpening(m_connection->database, m_hasher);
    if (!bounds && bounds.error().code == "projection-differs")
        bounds = rebuildTickets(m_connection->database).and_then([this](std::uint64_t) {
            return checkOpening(m_connection->database, m_hasher);
        });
    if (!bounds)
        return tl::unexpected(bounds.error());
    m_beginning = bounds->beginning;
    m_head = bounds->head;
    return {};
}

Result<void> SqliteJournal::prepareStatements()
{
    const std::string insertEvent =
        fmt::format("INSERT INTO event ({}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", eventColumns);
    const std::string selectAfter = fmt::format("SELECT {} FROM event WHERE n > ? ORDER BY n", eventColumns);
    const std::string selectCommand =
        fmt::format("SELECT {} FROM event WHERE command = ? ORDER BY idx", eventColumns);
    const std::pair<sqlite::Statement*, std::string_view> statements[] = {
        {&m_connection->begin, "BEGIN IMMEDIATE"},     {&m_connection->commit, "COMMIT"},
        {&m_connection->insertEvent, insertEvent},     {&m_connection->insertTicket, insertTicketSql},
        {&m_connection->insertSlip, insertSlipSql},    {&m_connection->selectAfter, selectAfter},
        {&m_connection->selectCommand, selectCommand},
    };
    for (const auto& [statement, sql] : statements) {
        Result<sqlite::Statement> prepared = m_connection->database.prepare(sql);
        if (!prepared)
            return tl::unexpected(prepared.error());
        *statement = std::move(*prepared);
    }
    return {};
}

Result<void> SqliteJournal::append(std::span<const Event> events, std::span<const Slip> slips)
{
    if (m_doubt)
        return tl::unexpected(*m_doubt);
    if (events.empty() && slips.empty())
        return {};
    if (Result<void> continues = checkContinues(m_head, events); !continues)
        return continues;

    Result<void> done =
        m_connection->begin.run().and_then([&] { return insertAll(events, slips); }).and_then([&] {
            return m_connection->commit.run();
        });
    if (!done) {
        m_connection->database.rollBack();
        return fail(done.error());
    }
    if (!events.empty())
        m_head = *events.back().position;
    return {};
}

Result<void> SqliteJournal::insertAll(std::span<const Event> events, std::span<const Slip> slips)
{
    for (const Event& event : events) {
        if (Result<void> done = insert(event); !done)
            return done;
    }
    for (const Slip& slip : slips) {
        if (Result<void> done = insert(slip); !done)
            return done;
    }
    return {};
}

Result<void> SqliteJournal::insert(const Event& event)
{
    const Result<std::string> body = storedText([&] { return bodyToJsonText(event); });
    if (!body)
        return tl::unexpected(body.error());
    bindEvent(m_connection->insertEvent, event, *body);
    if (Result<void> done = m_connection->insertEvent.run(); !done)
        return done;
    const auto* issued = std::get_if<TicketIssued>(&event.body);
    if (!issued)
        return {};
    bindTicket(m_connection->insertTicket, *issued, event.position->n);
    return m_connection->insertTicket.run();
}

Result<void> SqliteJournal::insert(const Slip& slip)
{
    const Result<std::string> text = storedText([&] { return toJsonText(slip); });
    if (!text)
        return tl::unexpected(text.error());
    bindSlip(m_connection->insertSlip, slip, *text);
    return m_connection->insertSlip.run();
}

Result<void> SqliteJournal::read(Position after, const std::function<Result<void>(const Event&)>& each)
{
    if (m_doubt)
        return tl::unexpected(*m_doubt);
    if (after.n < m_beginning.n)
        return refuse("journal-pruned", fmt::format("the log begins after {}", m_beginning.n));
    sqlite::Statement& select = m_connection->selectAfter;
    const sqlite::ResetAtEnd reset(select);
    std::uint64_t expected = std::min(after.n, m_head.n) + 1;
    select.bind(static_cast<std::int64_t>(expected - 1));
    while (true) {
        const Result<bool> row = select.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            break;
        const Result<Event> event = eventFromRow(select);
        if (!event)
            return fail(event.error());
        if (event->position->n != expected)
            return fail(failForGood("journal-corrupt", fmt::format("event {} is missing", expected)).value());
        ++expected;
        if (Result<void> taken = each(*event); !taken)
            return taken;
    }
    if (expected != m_head.n + 1)
        return fail(failForGood("journal-corrupt", fmt::format("event {} is missing", expected)).value());
    return {};
}

Result<std::vector<Event>> SqliteJournal::findCommand(const CommandId& command)
{
    if (m_doubt)
        return tl::unexpected(*m_doubt);
    sqlite::Statement& select = m_connection->selectCommand;
    const sqlite::ResetAtEnd reset(select);
    select.bind(command.bytes());
    std::vector<Event> events;
    while (true) {
        const Result<bool> row = select.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return events;
        Result<Event> event = eventFromRow(select);
        if (!event)
            return fail(event.error());
        events.push_back(std::move(*event));
    }
}

Result<std::optional<Event>> SqliteJournal::eventAt(std::uint64_t n)
{
    if (m_doubt)
        return tl::unexpected(*m_doubt);
    Result<std::optional<Event>> event = eventAtRow(m_connection->database, n);
    if (!event)
        return fail(event.error());
    return event;
}

Result<void> SqliteJournal::keepCheckpoint(const Checkpoint& checkpoint)
{
    const Result<std::optional<Event>> event = eventAt(checkpoint.at.n);
    if (!event)
        return tl::unexpected(event.error());
    if (!*event || (*event)->position != checkpoint.at || checkpoint.at.n <= m_beginning.n)
        return refuse("checkpoint-unknown",
                      fmt::format("no event {}.{}", checkpoint.at.epoch, checkpoint.at.n));
    Result<void> done =
        m_connection->begin.run()
            .and_then([&] { return insertCheckpoint(m_connection->database, m_hasher, checkpoint, **event); })
            .and_then([&] { return m_connection->commit.run(); });
    if (!done) {
        m_connection->database.rollBack();
        return fail(done.error());
    }
    return {};
}

Result<std::optional<Checkpoint>> SqliteJournal::newestCheckpoint()
{
    if (m_doubt)
        return tl::unexpected(*m_doubt);
    std::optional<Checkpoint> newest;
    const Result<void> read = eachCheckpoint(m_connection->database, m_hasher,
                                             [&](const CheckpointRow& row, std::string_view state) {
                                                 if (row.fault.empty())
                                                     newest = Checkpoint{row.at, std::string(state)};
                                                 return !newest;
                                             });
    if (!read)
        return fail(read.error());
    return newest;
}

Result<Pruned> SqliteJournal::prune(std::chrono::days keep)
{
    if (m_doubt)
        return tl::unexpected(*m_doubt);
    Result<Pruned> pruned = pruneStep(m_connection->database, m_hasher, keep);
    if (!pruned)
        return fail(pruned.error());
    m_beginning = pruned->beginning;
    return pruned;
}

Result<void> SqliteJournal::quickCheck() const
{
    const Result<std::int64_t> bytes = m_connection->database.number(
        "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
    if (!bytes)
        return tl::unexpected(bytes.error());
    const bool isSmall = *bytes <= quickCheckBytesMax;
    Result<sqlite::Statement> check =
        m_connection->database.prepare(isSmall ? "PRAGMA quick_check(1)" : "PRAGMA quick_check(checkpoint)");
    if (!check)
        return tl::unexpected(check.error());
    if (const Result<bool> row = check->step(); !row)
        return tl::unexpected(row.error());
    if (check->text(0) != "ok")
        return failForGood("journal-corrupt", std::string(check->text(0)));
    return {};
}

Result<void> SqliteJournal::reopen()
{
    const bool wasFull = m_doubt && m_doubt->code == "disk-full";
    m_connection.reset();
    m_doubt.reset();
    if (Result<void> connected = connect(); !connected)
        return fail(connected.error());

    if (Result<void> whole = quickCheck(); !whole)
        return fail(whole.error());

    // With a full disk no sync failed, and no space is left to write: reading must go on.
    if (const Result<void> settled = settle(); !settled && !(wasFull && settled.error().code == "disk-full"))
        return fail(settled.error());
    return {};
}

Result<void> SqliteJournal::settle()
{
    // A failed sync is told once; the kernel then counts the pages as clean. Writing them anew is the only
    // way to know them on disk: first the log itself, of which else an old beginning may be all that is
    // there, to be found by the next start beside a file that is newer; then into the file.
    Result<void> rewritten =
        m_connection->begin.run().and_then([this] { return rewriteDurably(m_path + "-wal"); });
    m_connection->database.rollBack();
    if (!rewritten)
        return rewritten;
    const Result<std::int64_t> busy = m_connection->database.number("PRAGMA wal_checkpoint(TRUNCATE)");
    if (!busy)
        return tl::unexpected(busy.error());
    if (*busy != 0)
        return failTemporarily("journal-busy", "checkpoint");
    return {};
}

tl::unexpected<Error> SqliteJournal::fail(Error error)
{
    if (!leavesNoDoubt(error))
        m_doubt = error;
    return tl::unexpected(std::move(error));
}

} // namespace anjungan
