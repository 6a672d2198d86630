// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/event_row.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>

namespace anjungan {

namespace {

constexpr std::size_t subjectLengthMax = 64;
constexpr std::uint64_t integerMax = std::numeric_limits<std::int64_t>::max();

enum Column {
    N,
    Epoch,
    Index,
    Device,
    Incarnation,
    Sequence,
    Previous,
    CommandColumn,
    Time,
    ActorDevice,
    ActorStaff,
    BaseEpoch,
    BaseN,
    SubjectColumn,
    Kind,
    Body,
};

/// Reads columns and remembers the first that holds nonsense.
class RowReader
{
public:
    explicit RowReader(const sqlite::Statement& row)
        : m_row(row)
    {}

    template <typename Unsigned>
    Unsigned number(Column column)
    {
        const std::int64_t value = m_row.integer(column);
        if (value < 0 || static_cast<std::uint64_t>(value) > std::numeric_limits<Unsigned>::max())
            fail(column);
        return static_cast<Unsigned>(value);
    }

    template <typename AName>
    AName name(Column column)
    {
        const auto parsed = AName::parse(m_row.text(column));
        if (!parsed)
            fail(column);
        return parsed.value_or(AName());
    }

    template <std::size_t size>
    std::array<std::uint8_t, size> bytes(Column column)
    {
        std::array<std::uint8_t, size> value{};
        const auto stored = m_row.blob(column);
        if (stored.size() == size)
            std::ranges::copy(stored, value.begin());
        else
            fail(column);
        return value;
    }

    std::optional<Position> position(Column epoch, Column n)
    {
        if (m_row.isNull(epoch) && m_row.isNull(n))
            return std::nullopt;
        return Position{number<std::uint32_t>(epoch), number<std::uint64_t>(n)};
    }

    [[nodiscard]] std::optional<Column> fault() const { return m_fault; }

private:
    void fail(Column column) { m_fault = m_fault.value_or(column); }

    const sqlite::Statement& m_row;
    std::optional<Column> m_fault;
};

} // namespace

Result<void> checkStorable(const Event& event)
{
    if (!event.position || event.position->n == 0 || event.position->n > integerMax)
        return refuse("event-invalid", "no position in the log");
    if (event.origin.device.empty() || event.act.actor.device.empty())
        return refuse("event-invalid", "no device");
    if (event.act.actor.staff && event.act.actor.staff->empty())
        return refuse("event-invalid", "no name of staff");
    if (event.origin.sequence > integerMax || (event.base && event.base->n > integerMax))
        return refuse("event-invalid", "a number beyond 63 bits");
    if (event.subject.empty() || event.subject.size() > subjectLengthMax)
        return refuse("event-invalid", "the subject's length");
    return {};
}

void bindEvent(sqlite::Statement& statement, const Event& event, const std::string& body)
{
    statement.bind(static_cast<std::int64_t>(event.position->n))
        .bind(std::int64_t{event.position->epoch})
        .bind(std::int64_t{event.index})
        .bind(event.origin.device.text())
        .bind(event.origin.incarnation.bytes())
        .bind(static_cast<std::int64_t>(event.origin.sequence))
        .bind(event.origin.previous)
        .bind(event.act.command.bytes())
        .bind(std::int64_t{event.act.time.time_since_epoch().count()})
        .bind(event.act.actor.device.text());
    if (event.act.actor.staff)
        statement.bind(event.act.actor.staff->text());
    else
        statement.bindNull();
    if (event.base)
        statement.bind(std::int64_t{event.base->epoch}).bind(static_cast<std::int64_t>(event.base->n));
    else
        statement.bindNull().bindNull();
    statement.bind(event.subject).bind(kindOf(event.body)).bind(body);
}

Result<Event> eventFromRow(const sqlite::Statement& row)
{
    RowReader reader(row);
    Event event;
    event.position = Position{reader.number<std::uint32_t>(Epoch), reader.number<std::uint64_t>(N)};
    event.index = reader.number<std::uint16_t>(Index);
    event.origin.device = reader.name<DeviceId>(Device);
    event.origin.incarnation = IncarnationId(reader.bytes<16>(Incarnation));
    event.origin.sequence = reader.number<std::uint64_t>(Sequence);
    event.origin.previous = reader.bytes<32>(Previous);
    event.act.command = CommandId(reader.bytes<16>(CommandColumn));
    event.act.time = Instant(std::chrono::milliseconds(row.integer(Time)));
    event.act.actor.device = reader.name<DeviceId>(ActorDevice);
    if (!row.isNull(ActorStaff))
        event.act.actor.staff = reader.name<StaffId>(ActorStaff);
    event.base = reader.position(BaseEpoch, BaseN);
    event.subject = row.text(SubjectColumn);
    if (reader.fault())
        return failForGood("journal-corrupt", fmt::format("event {}, column {}", event.position->n,
                                                          static_cast<int>(*reader.fault())));

    const std::string_view text = row.text(Body);
    const auto body = nlohmann::json::parse(text.begin(), text.end(), nullptr, false);
    if (body.is_discarded())
        return failForGood("journal-corrupt",
                           fmt::format("event {}: its body is not JSON", event.position->n));
    if (Result<void> read = readBody(event, row.text(Kind), body); !read)
        return failForGood("journal-corrupt",
                           fmt::format("event {}: {}", event.position->n, read.error().context));
    return event;
}

} // namespace anjungan
