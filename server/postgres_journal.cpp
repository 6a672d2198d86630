// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/postgres_journal.h"

#include "server/postgres_columns.h"
#include "storage/checkpoint_row.h"
#include "storage/event_reader.h"

#include <algorithm>
#include <fmt/format.h>

namespace anjungan {

namespace {

using postgres::Parameters;
using postgres::Row;
using postgres::Rows;
using enum postgres::Type;

/// One message holds at most 1 GiB, and a parameter count is far below what the protocol allows.
constexpr int readPage = 1'000;

constexpr std::int64_t appended = 0;
constexpr std::int64_t notOwner = 1;

const std::initializer_list<postgres::Type> eventColumnTypes{Integer, Integer, Integer, Text, Bytes, Integer,
                                                             Bytes,   Bytes,   Integer, Text, Text,  Integer,
                                                             Integer, Text,    Text,    Text};

Position positionOf(const Row& row, int epoch, int n)
{
    return {static_cast<std::uint32_t>(row.integer(epoch)), static_cast<std::uint64_t>(row.integer(n))};
}

/// The parameters of the function `append`, but for the first four.
Result<void> addRows(Parameters& parameters, std::span<const Event> events)
{
    postgres::Columns rows(eventColumnTypes);
    postgres::Columns tickets{Bytes, Integer, Text, Integer, Integer, Integer};
    for (const Event& event : events) {
        const Result<std::string> body = storedText([&] { return bodyToJsonText(event); });
        if (!body)
            return tl::unexpected(body.error());
        bindEvent(rows, event, *body);
        if (const auto* issued = std::get_if<TicketIssued>(&event.body))
            bindTicket(tickets, *issued, event.position->n);
    }
    rows.addTo(parameters);
    tickets.addTo(parameters);
    return {};
}

} // namespace

PostgresJournal::PostgresJournal(std::string url, SiteId site, OwnerToken owner, const Hasher& hasher)
    : m_url(std::move(url))
    , m_site(std::move(site))
    , m_owner(owner)
    , m_hasher(hasher)
{}

Result<std::unique_ptr<PostgresJournal>> PostgresJournal::open(std::string url, SiteId site, OwnerToken owner,
                                                               const Hasher& hasher)
{
    std::unique_ptr<PostgresJournal> journal(
        new PostgresJournal(std::move(url), std::move(site), owner, hasher));
    if (Result<void> entered = journal->reopen(); !entered)
        return tl::unexpected(entered.error());
    return journal;
}

Result<void> PostgresJournal::reopen()
{
    m_connection = {};
    m_doubt.reset();
    Result<void> entered =
        postgres::openDatabase(m_url)
            .map([this](postgres::Connection connection) { m_connection = std::move(connection); })
            .and_then([this] { return enter(); })
            .and_then([this] { return checkEnd(); });
    // Whatever it was, nothing may be read or appended in a term that was not entered.
    if (!entered)
        m_doubt = entered.error();
    return entered;
}

Result<void> PostgresJournal::enter()
{
    Parameters parameters;
    parameters.add(m_site.text()).add(m_owner.bytes());
    const Result<Rows> entered =
        m_connection.query("SELECT term, head, epoch FROM anjungan.enter($1, $2)", parameters);
    if (!entered)
        return tl::unexpected(entered.error());
    if (entered->count() != 1)
        return failForGood("not-owner", "another process owns the site " + m_site.text());
    const Position end = positionOf((*entered)[0], 2, 1);
    // A server that took over from another one may lack what that one had committed.
    if (end < m_head)
        return failForGood("journal-corrupt",
                           fmt::format("the log ends at {}.{}, and had been acknowledged to {}.{}", end.epoch,
                                       end.n, m_head.epoch, m_head.n));
    m_term = (*entered)[0].integer(0);
    m_head = end;
    return {};
}

Result<void> PostgresJournal::checkEnd()
{
    const Result<Rows> last = select("site = $1 ORDER BY n DESC LIMIT 1", Parameters().add(m_site.text()));
    if (!last)
        return tl::unexpected(last.error());
    const Position end = last->count() == 0 ? Position{} : positionOf((*last)[0], 1, 0);
    if (end != m_head)
        return failForGood("journal-corrupt", fmt::format("the log ends at {}.{}, the site at {}.{}",
                                                          end.epoch, end.n, m_head.epoch, m_head.n));
    return {};
}

Result<void> PostgresJournal::append(std::span<const Event> events, std::span<const Slip> slips)
{
    if (m_doubt)
        return tl::unexpected(*m_doubt);
    if (!slips.empty())
        return refuse("slips-not-kept", "a server prints nothing");
    if (events.empty())
        return {};
    if (Result<void> continues = checkContinues(m_head, events); !continues)
        return continues;

    Parameters parameters;
    parameters.add(m_site.text())
        .add(m_term)
        .add(static_cast<std::int64_t>(m_head.n))
        .add(std::int64_t{events.back().position->epoch});
    if (Result<void> added = addRows(parameters, events); !added)
        return added;
    const Result<void> done = judge(m_connection.query(
        "SELECT anjungan.append($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21,"
        "$22,$23,$24,$25,$26)",
        parameters));
    if (done)
        m_head = *events.back().position;
    return done;
}

Result<void> PostgresJournal::judge(const Result<Rows>& verdict)
{
    if (!verdict)
        return fail(verdict.error());
    const std::int64_t code = (*verdict)[0].integer(0);
    if (code == appended)
        return {};
    if (code == notOwner) {
        m_doubt = Error{"not-owner", Severity::Fatal, "another term began for the site " + m_site.text()};
        return tl::unexpected(*m_doubt);
    }
    // Within a term only this journal moves the end: somebody changed the row by hand.
    m_doubt = Error{"journal-conflict", Severity::TryAgain,
                    fmt::format("the log of the site {} does not end at {}", m_site.text(), m_head.n)};
    return tl::unexpected(*m_doubt);
}

Result<Rows> PostgresJournal::select(std::string_view condition, const Parameters& parameters)
{
    return m_connection.query(fmt::format("SELECT {} FROM anjungan.event WHERE {}", eventColumns, condition),
                              parameters);
}

Result<void> PostgresJournal::read(Position after, const std::function<Result<void>(const Event&)>& each)
{
    if (m_doubt)
        return tl::unexpected(*m_doubt);
    std::uint64_t last = std::min(after.n, m_head.n);
    while (last < m_head.n) {
        const std::uint64_t end = std::min(m_head.n, last + readPage);
        const Result<Rows> rows =
            select("site = $1 AND n > $2 AND n <= $3 ORDER BY n", Parameters()
                                                                      .add(m_site.text())
                                                                      .add(static_cast<std::int64_t>(last))
                                                                      .add(static_cast<std::int64_t>(end)));
        if (!rows)
            return fail(rows.error());
        for (int row = 0; row < rows->count(); ++row) {
            const Result<Event> event = readEvent((*rows)[row]);
            if (!event)
                return fail(event.error());
            if (event->position->n != ++last)
                return fail({"journal-corrupt", Severity::Fatal, fmt::format("event {} is missing", last)});
            if (Result<void> taken = each(*event); !taken)
                return taken;
        }
        if (last != end)
            return fail({"journal-corrupt", Severity::Fatal, fmt::format("event {} is missing", last + 1)});
    }
    return {};
}

Result<std::vector<Event>> PostgresJournal::findCommand(const CommandId& command)
{
    if (m_doubt)
        return tl::unexpected(*m_doubt);
    // The time in the key spares the search in every partition but one.
    const Result<Rows> rows =
        select("(site, n, stored) IN (SELECT k.site, k.n, k.stored FROM anjungan.event_key k "
               "WHERE k.site = $1 AND k.command = $2) ORDER BY idx",
               Parameters().add(m_site.text()).add(command.bytes()));
    if (!rows)
        return fail(rows.error());
    std::vector<Event> events;
    for (int row = 0; row < rows->count(); ++row) {
        Result<Event> event = readEvent((*rows)[row]);
        if (!event)
            return fail(event.error());
        events.push_back(std::move(*event));
    }
    return events;
}

Result<std::optional<Event>> PostgresJournal::eventAt(std::uint64_t n)
{
    if (m_doubt)
        return tl::unexpected(*m_doubt);
    if (n > m_head.n)
        return std::nullopt;
    const Result<Rows> rows =
        select("site = $1 AND n = $2", Parameters().add(m_site.text()).add(static_cast<std::int64_t>(n)));
    if (!rows)
        return fail(rows.error());
    if (rows->count() == 0)
        return std::nullopt;
    Result<Event> event = readEvent((*rows)[0]);
    if (!event)
        return fail(event.error());
    return *std::move(event);
}

Result<void> PostgresJournal::keepCheckpoint(const Checkpoint& checkpoint)
{
    const Result<std::optional<Event>> event = eventAt(checkpoint.at.n);
    if (!event)
        return tl::unexpected(event.error());
    if (!*event || (*event)->position != checkpoint.at)
        return refuse("checkpoint-unknown",
                      fmt::format("no event {}.{}", checkpoint.at.epoch, checkpoint.at.n));
    const std::span state(reinterpret_cast<const std::uint8_t*>(checkpoint.state.data()),
                          checkpoint.state.size());
    Parameters parameters;
    parameters.add(m_site.text())
        .add(m_term)
        .add(static_cast<std::int64_t>(checkpoint.at.n))
        .add(std::int64_t{checkpoint.at.epoch})
        .add(std::int64_t{(*event)->act.time.time_since_epoch().count()})
        .add(m_hasher.hash(chainText(**event)))
        .add(m_hasher.hash(checkpoint.state))
        .add(state)
        .add(std::int64_t{newestCheckpointsKept});
    return judge(
        m_connection.query("SELECT anjungan.keep_checkpoint($1,$2,$3,$4,$5,$6,$7,$8,$9)", parameters));
}

Result<std::optional<Checkpoint>> PostgresJournal::newestCheckpoint()
{
    if (m_doubt)
        return tl::unexpected(*m_doubt);
    std::int64_t before = static_cast<std::int64_t>(m_head.n) + 1;
    while (true) {
        const Result<Rows> rows =
            m_connection.query("SELECT n, epoch, time, link, hash, state FROM anjungan.checkpoint "
                               "WHERE site = $1 AND n < $2 ORDER BY n DESC LIMIT 1",
                               Parameters().add(m_site.text()).add(before));
        if (!rows)
            return fail(rows.error());
        if (rows->count() == 0)
            return std::nullopt;
        const Row row = (*rows)[0];
        const Result<bool> sound = isSound(row);
        if (!sound)
            return tl::unexpected(sound.error());
        if (*sound)
            return Checkpoint{positionOf(row, 1, 0), std::string(row.text(5))};
        before = row.integer(0);
    }
}

Result<bool> PostgresJournal::isSound(const Row& checkpoint)
{
    if (!std::ranges::equal(checkpoint.blob(4), m_hasher.hash(checkpoint.text(5))))
        return false;
    const Position at = positionOf(checkpoint, 1, 0);
    const Result<std::optional<Event>> event = eventAt(at.n);
    if (!event)
        return tl::unexpected(event.error());
    return *event && (*event)->position == at &&
           std::ranges::equal(checkpoint.blob(3), m_hasher.hash(chainText(**event)));
}

tl::unexpected<Error> PostgresJournal::fail(Error error)
{
    if (!postgres::leavesNoTrace(error))
        m_doubt = error;
    return tl::unexpected(std::move(error));
}

} // namespace anjungan
