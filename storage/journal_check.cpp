// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal_check.h"

#include "core/site_checkpoint.h"
#include "storage/checkpoint_row.h"
#include "storage/event_row.h"
#include "storage/schema.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <ostream>

namespace anjungan {

namespace {

using sqlite::Database;
using sqlite::Statement;

using NumberOfDay = std::pair<Day, Number>;

struct IssuedNumber
{
    TicketId ticket;
    std::uint64_t n = 0;
};

/// Where the chain of an origin stands.
struct ChainEnd
{
    std::uint64_t sequence = 0;
    Hash hash{};
    std::uint64_t n = 0;
};

class Check
{
public:
    Check(Database& database, const Hasher& hasher)
        : m_database(database)
        , m_hasher(hasher)
    {}

    JournalReport run()
    {
        // One read transaction: the file as it was at one moment, also while a node appends.
        note(m_database.execute("BEGIN"));
        checkFile();
        note(readBeginning());
        note(walk([this](const Statement& row) { checkRow(row); }));
        checkCommands();
        checkProjection();
        note(checkCheckpoints());
        m_database.rollBack();
        std::ranges::stable_sort(m_report.problems, {}, &JournalProblem::n);
        return std::move(m_report);
    }

private:
    void report(std::optional<std::uint64_t> n, std::string_view code, std::string reason)
    {
        if (m_report.problems.size() < JournalReport::problemsMax)
            m_report.problems.push_back({n, std::string(code), std::move(reason)});
        else
            ++m_report.problemsLeftOut;
    }

    void note(const Result<void>& result)
    {
        if (!result)
            report(std::nullopt, "file-damaged", result.error().context);
    }

    /// Calls `each` for every event's row. The table itself is read, no index: an index may be wrong.
    template <typename Each>
    Result<void> walk(Each&& each)
    {
        return rows(fmt::format("SELECT {} FROM event NOT INDEXED ORDER BY n", eventColumns),
                    std::forward<Each>(each));
    }

    template <typename Each>
    Result<void> rows(const std::string& sql, Each&& each)
    {
        Result<Statement> select = m_database.prepare(sql);
        if (!select)
            return tl::unexpected(select.error());
        while (true) {
            const Result<bool> row = select->step();
            if (!row)
                return tl::unexpected(row.error());
            if (!*row)
                return {};
            each(*select);
        }
    }

    void checkFile()
    {
        note(rows("PRAGMA integrity_check(100)", [this](const Statement& row) {
            if (row.text(0) != "ok")
                report(std::nullopt, "file-damaged", std::string(row.text(0)));
        }));
    }

    Result<void> readBeginning()
    {
        return beginningOf(m_database)
            .map([this](const Position& beginning) {
                m_report.beginning = m_report.head = beginning;
                m_replays = beginning.n == 0;
            })
            .and_then([this] { return readStates(); });
    }

    /// The states that checkpoints tell of, for the replay to begin with and to agree with.
    Result<void> readStates()
    {
        return eachCheckpoint(m_database, m_hasher, [this](const CheckpointRow& row, std::string_view state) {
            const auto eventAt = [this](std::uint64_t n) { return eventAtRow(m_database, n); };
            if (!row.fault.empty())
                return true;
            auto site = siteOf({row.at, std::string(state)}, eventAt);
            if (site && row.at == m_report.beginning) {
                m_site = *std::move(site);
                m_replays = true;
            } else if (site) {
                m_states.emplace(row.at.n, state);
            }
            return true;
        });
    }

    /// Of what was pruned only the published catalogues are left.
    void checkRowBeforeBeginning(const Statement& row, std::uint64_t n)
    {
        const Result<Event> event = eventFromRow(row);
        if (!event)
            report(n, "event-unreadable", event.error().context);
        else if (!std::holds_alternative<CataloguePublished>(event->body))
            report(n, "position-gap", fmt::format("the log begins after {}", m_report.beginning.n));
    }

    void checkRow(const Statement& row)
    {
        ++m_report.events;
        const auto n = static_cast<std::uint64_t>(row.integer(0));
        if (n <= m_report.beginning.n)
            return checkRowBeforeBeginning(row, n);
        if (n != m_report.head.n + 1) {
            report(n, "position-gap", fmt::format("follows {}", m_report.head.n));
            m_replays = false;
        }
        const auto epoch = static_cast<std::uint32_t>(row.integer(1));
        if (epoch < m_report.head.epoch)
            report(n, "epoch-falls", fmt::format("from {} to {}", m_report.head.epoch, epoch));
        m_report.head = {epoch, n};

        const Result<Event> event = eventFromRow(row);
        if (!event) {
            report(n, "event-unreadable", event.error().context);
            m_replays = false;
            return;
        }
        checkChain(*event);
        if (const auto* issued = std::get_if<TicketIssued>(&event->body))
            checkIssued(*issued, n);
        replay(*event);
        if (!m_report.firstTime)
            m_report.firstTime = event->act.time;
        m_report.lastTime = event->act.time;
    }

    void checkChain(const Event& event)
    {
        const std::uint64_t n = event.position->n;
        const auto [chain, isNew] = m_chains.try_emplace({event.origin.device, event.origin.incarnation});
        ChainEnd& end = chain->second;
        if (isNew && m_report.beginning.n > 0)
            end = {event.origin.sequence - 1, event.origin.previous, m_report.beginning.n};
        if (event.origin.sequence != end.sequence + 1)
            report(
                n, "chain-broken",
                fmt::format("sequence {} follows {} (event {})", event.origin.sequence, end.sequence, end.n));
        else if (event.origin.previous != end.hash)
            report(n, "chain-broken",
                   end.n == 0 ? std::string("the first of its origin names a predecessor")
                              : fmt::format("event {}, or this one's link to it, was changed", end.n));
        end = {event.origin.sequence, m_hasher.hash(chainText(event)), n};
    }

    void checkIssued(const TicketIssued& issued, std::uint64_t n)
    {
        ++m_report.tickets;
        const auto [number, isNew] =
            m_numbers.try_emplace(NumberOfDay(issued.day, issued.number), IssuedNumber{issued.ticket, n});
        if (!isNew)
            report(n, "number-twice",
                   fmt::format("{} on {} is of event {} too", issued.number.text(), formatDay(issued.day),
                               number->second.n));
        const auto [ticket, isNewTicket] = m_tickets.try_emplace(issued.ticket, n);
        if (!isNewTicket)
            report(n, "ticket-twice", fmt::format("issued by event {} already", ticket->second));
    }

    /// Until the first event that cannot be applied: what follows it would only repeat the complaint.
    void replay(const Event& event)
    {
        if (!m_replays)
            return;
        if (Result<void> applied = applyEvent(m_site, event); !applied) {
            report(event.position->n, "replay-fails", applied.error().context);
            m_replays = false;
            return;
        }
        const auto state = m_states.find(event.position->n);
        if (state != m_states.end() && state->second != checkpointOf(m_site))
            report(event.position->n, "checkpoint-differs", "a replay of the log leads to another state");
    }

    void checkCommands()
    {
        note(rows(
            "SELECT max(n), min(n), idx FROM event NOT INDEXED GROUP BY command, idx HAVING count(*) > 1",
            [this](const Statement& row) {
                report(
                    static_cast<std::uint64_t>(row.integer(0)), "command-twice",
                    fmt::format("index {} of its command is event {} too", row.integer(2), row.integer(1)));
            }));
    }

    void checkProjection()
    {
        std::uint64_t matched = 0;
        note(rows("SELECT ticket, day, prefix, series, value, n FROM ticket", [&](const Statement& row) {
            const auto n = static_cast<std::uint64_t>(row.integer(5));
            const NumberOfDay key(Day(std::chrono::days(row.integer(1))),
                                  Number{std::string(row.text(2)), static_cast<std::uint8_t>(row.integer(3)),
                                         static_cast<std::uint16_t>(row.integer(4))});
            const auto issued = m_numbers.find(key);
            if (issued != m_numbers.end() && issued->second.n == n &&
                std::ranges::equal(row.blob(0), issued->second.ticket.bytes()))
                ++matched;
            else
                report(n, "projection-differs",
                       fmt::format("{} on {} is in the projection, not in the events", key.second.text(),
                                   formatDay(key.first)));
        }));
        if (matched != m_numbers.size())
            report(std::nullopt, "projection-differs",
                   fmt::format("{} tickets of the events are not in the projection",
                               m_numbers.size() - matched));
    }

    Result<void> checkCheckpoints()
    {
        const Result<void> read =
            eachCheckpoint(m_database, m_hasher, [this](const CheckpointRow& row, std::string_view) {
                if (row.fault.empty())
                    ++m_report.checkpoints;
                else
                    report(row.at.n, "checkpoint-damaged", row.fault);
                return true;
            });
        if (read && m_report.beginning.n > 0 && m_report.checkpoints == 0)
            report(m_report.beginning.n, "checkpoint-missing", "the log was pruned: nothing to start from");
        return read;
    }

    Database& m_database;
    const Hasher& m_hasher;
    JournalReport m_report;
    std::map<std::pair<DeviceId, IncarnationId>, ChainEnd> m_chains;
    std::map<NumberOfDay, IssuedNumber> m_numbers;
    std::unordered_map<TicketId, std::uint64_t> m_tickets;
    Site m_site;
    std::map<std::uint64_t, std::string> m_states;
    bool m_replays = true;
};

} // namespace

Result<JournalReport> verifyJournal(const std::string& path, const Hasher& hasher)
{
    Result<Database> database = openJournalFile(path, Database::Mode::ReadOnly);
    if (!database)
        return tl::unexpected(database.error());
    return Check(*database, hasher).run();
}

Result<std::uint64_t> exportJournal(const std::string& path, std::ostream& out)
{
    Result<Database> database = openJournalFile(path, Database::Mode::ReadOnly);
    if (!database)
        return tl::unexpected(database.error());
    Result<Statement> select =
        database->prepare(fmt::format("SELECT {} FROM event ORDER BY n", eventColumns));
    if (!select)
        return tl::unexpected(select.error());
    std::uint64_t lines = 0;
    while (true) {
        const Result<bool> row = select->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            break;
        const Result<Event> event = eventFromRow(*select);
        if (!event)
            return tl::unexpected(event.error());
        const Result<std::string> line = storedText([&] { return toJson(*event).dump(); });
        if (!line)
            return tl::unexpected(line.error());
        if (!(out << *line << '\n'))
            return failForGood("export-failed", fmt::format("at event {}", event->position->n));
        ++lines;
    }
    if (!out.flush())
        return failForGood("export-failed", "at the end");
    return lines;
}

} // namespace anjungan
