// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal_opening.h"

#include "storage/checkpoint_row.h"
#include "storage/event_row.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace anjungan {

namespace {

using sqlite::Database;
using sqlite::Statement;

/// Looks at the newest events of a journal, in their order.
class Tail
{
public:
    Tail(const Database& database, const Hasher& hasher, const LogBounds& bounds)
        : m_database(database)
        , m_hasher(hasher)
        , m_bounds(bounds)
    {}

    Result<void> check()
    {
        const std::uint64_t length = std::min(m_bounds.head.n - m_bounds.beginning.n, openedEvents);
        m_first = m_bounds.head.n - length + 1;
        Result<Statement> select =
            m_database.prepare(fmt::format("SELECT {} FROM event WHERE n >= ? ORDER BY n", eventColumns));
        if (!select)
            return tl::unexpected(select.error());
        select->bind(static_cast<std::int64_t>(m_first));
        for (std::uint64_t n = m_first; n <= m_bounds.head.n; ++n) {
            const Result<bool> row = select->step();
            if (!row)
                return tl::unexpected(row.error());
            const Result<Event> event = eventFromRow(*select);
            if (!event)
                return tl::unexpected(event.error());
            if (event->position->n != n)
                return failForGood("journal-corrupt", fmt::format("event {} is missing", n));
            if (Result<void> follows = checkLink(*event); !follows)
                return follows;
            if (const auto* issued = std::get_if<TicketIssued>(&event->body))
                m_firstDay = std::min(m_firstDay.value_or(issued->day), issued->day);
            m_events.push_back(*event);
        }
        return checkProjection();
    }

private:
    struct Link
    {
        std::uint64_t sequence = 0;
        Hash hash{};
        std::uint64_t n = 0;
    };

    /// What came before in the event's chain: known from the tail, or asked for. Nothing: it was pruned.
    Result<std::optional<Link>> before(const Event& event)
    {
        const auto known = m_links.find({event.origin.device, event.origin.incarnation});
        if (known != m_links.end())
            return known->second;
        Result<Statement> select = m_database.prepare(fmt::format(
            "SELECT {} FROM event WHERE device = ? AND incarnation = ? AND sequence = ?", eventColumns));
        if (!select)
            return tl::unexpected(select.error());
        select->bind(event.origin.device.text())
            .bind(event.origin.incarnation.bytes())
            .bind(static_cast<std::int64_t>(event.origin.sequence - 1));
        const Result<bool> row = select->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return std::nullopt;
        const Result<Event> found = eventFromRow(*select);
        if (!found)
            return tl::unexpected(found.error());
        return Link{found->origin.sequence, m_hasher.hash(chainText(*found)), found->position->n};
    }

    Result<void> checkLink(const Event& event)
    {
        if (event.origin.sequence > 1) {
            const Result<std::optional<Link>> link = before(event);
            if (!link)
                return tl::unexpected(link.error());
            const bool mayBePruned = m_bounds.beginning.n > 0;
            if (!*link && !mayBePruned)
                return failForGood("journal-corrupt",
                                   fmt::format("event {} follows one that is not there", event.position->n));
            if (*link &&
                ((*link)->sequence + 1 != event.origin.sequence || (*link)->hash != event.origin.previous))
                return failForGood("journal-corrupt",
                                   fmt::format("event {} does not follow event {} in its chain",
                                               event.position->n, (*link)->n));
        }
        m_links[{event.origin.device, event.origin.incarnation}] = {
            event.origin.sequence, m_hasher.hash(chainText(event)), event.position->n};
        return {};
    }

    Result<void> checkProjection()
    {
        std::int64_t tickets = 0;
        for (const Event& event : m_events) {
            const auto* issued = std::get_if<TicketIssued>(&event.body);
            if (!issued)
                continue;
            ++tickets;
            const Result<bool> agrees = isProjected(*issued, event.position->n);
            if (!agrees)
                return tl::unexpected(agrees.error());
            if (!*agrees)
                return failForGood("projection-differs",
                                   fmt::format("the ticket of event {}", event.position->n));
        }
        if (!m_firstDay)
            return {};
        Result<Statement> count = m_database.prepare("SELECT count(*) FROM ticket WHERE day >= ? AND n >= ?");
        if (!count)
            return tl::unexpected(count.error());
        count->bind(std::int64_t{m_firstDay->time_since_epoch().count()})
            .bind(static_cast<std::int64_t>(m_first));
        const Result<bool> row = count->step();
        if (!row)
            return tl::unexpected(row.error());
        if (count->integer(0) != tickets)
            return failForGood("projection-differs", fmt::format("{} tickets from event {} on, {} projected",
                                                                 tickets, m_first, count->integer(0)));
        return {};
    }

    Result<bool> isProjected(const TicketIssued& issued, std::uint64_t n)
    {
        Result<Statement> select = m_database.prepare(
            "SELECT ticket FROM ticket WHERE day = ? AND prefix = ? AND series = ? AND value = ? AND n = ?");
        if (!select)
            return tl::unexpected(select.error());
        select->bind(std::int64_t{issued.day.time_since_epoch().count()})
            .bind(issued.number.prefix)
            .bind(std::int64_t{issued.number.series})
            .bind(std::int64_t{issued.number.value})
            .bind(static_cast<std::int64_t>(n));
        return select->step().map(
            [&](bool found) { return found && std::ranges::equal(select->blob(0), issued.ticket.bytes()); });
    }

    const Database& m_database;
    const Hasher& m_hasher;
    LogBounds m_bounds;
    std::uint64_t m_first = 0;
    std::vector<Event> m_events;
    std::optional<Day> m_firstDay; ///< of the tail's tickets
    std::map<std::pair<DeviceId, IncarnationId>, Link> m_links;
};

Result<LogBounds> boundsOf(const Database& database)
{
    const Result<Position> beginning = beginningOf(database);
    if (!beginning)
        return tl::unexpected(beginning.error());
    // The newest ticket is one of the newest day: no index on positions is needed to find it.
    Result<Statement> ends =
        database.prepare("SELECT (SELECT min(n) FROM event WHERE n > ?1), (SELECT max(n) FROM event), "
                         "(SELECT epoch FROM event ORDER BY n DESC LIMIT 1), "
                         "(SELECT max(n) FROM ticket WHERE day = (SELECT max(day) FROM ticket)), "
                         "(SELECT count(*) FROM event WHERE n = ?1 AND kind <> 'catalogue-published')");
    if (!ends)
        return tl::unexpected(ends.error());
    ends->bind(static_cast<std::int64_t>(beginning->n));
    const Result<bool> row = ends->step();
    if (!row)
        return tl::unexpected(row.error());

    LogBounds bounds{*beginning, *beginning};
    const auto last = static_cast<std::uint64_t>(ends->integer(1));
    const bool holdsEvents = !ends->isNull(0);
    if (holdsEvents)
        bounds.head = {static_cast<std::uint32_t>(ends->integer(2)), last};
    if (ends->integer(4) != 0 ||
        (holdsEvents && static_cast<std::uint64_t>(ends->integer(0)) != beginning->n + 1) ||
        static_cast<std::uint64_t>(ends->integer(3)) > bounds.head.n)
        return failForGood("journal-corrupt",
                           fmt::format("events from {} to {} after {}, the newest ticket at {}",
                                       ends->integer(0), last, beginning->n, ends->integer(3)));
    return bounds;
}

} // namespace

Result<LogBounds> checkOpening(const Database& database, const Hasher& hasher)
{
    const Result<LogBounds> bounds = boundsOf(database);
    if (!bounds)
        return bounds;
    return Tail(database, hasher, *bounds).check().map([&] { return *bounds; });
}

} // namespace anjungan
