// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/event_columns.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>

namespace anjungan {

/// Reads columns and remembers the first that holds nonsense. `Row` has the readers of `sqlite::Statement`.
template <typename Row>
class EventReader
{
public:
    explicit EventReader(const Row& row)
        : m_row(row)
    {}

    /// Errors: `journal-corrupt` with the position.
    [[nodiscard]] Result<Event> read()
    {
        Event event;
        event.position = Position{number<std::uint32_t>(Epoch), number<std::uint64_t>(N)};
        event.index = number<std::uint16_t>(Index);
        event.origin.device = name<DeviceId>(Device);
        event.origin.incarnation = IncarnationId(bytes<16>(Incarnation));
        event.origin.sequence = number<std::uint64_t>(Sequence);
        event.origin.previous = bytes<32>(Previous);
        event.act.command = CommandId(bytes<16>(CommandColumn));
        event.act.time = Instant(std::chrono::milliseconds(m_row.integer(Time)));
        event.act.actor.device = name<DeviceId>(ActorDevice);
        if (!m_row.isNull(ActorStaff))
            event.act.actor.staff = name<StaffId>(ActorStaff);
        event.base = position(BaseEpoch, BaseN);
        event.subject = m_row.text(SubjectColumn);
        if (m_fault)
            return failForGood("journal-corrupt", fmt::format("event {}, column {}", event.position->n,
                                                              static_cast<int>(*m_fault)));
        return readStoredBody(std::move(event), m_row.text(Kind), m_row.text(Body));
    }

private:
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

    [[nodiscard]] static Result<Event> readStoredBody(Event event, std::string_view kind,
                                                      std::string_view text)
    {
        const auto body = nlohmann::json::parse(text.begin(), text.end(), nullptr, false);
        if (body.is_discarded())
            return failForGood("journal-corrupt",
                               fmt::format("event {}: its body is not JSON", event.position->n));
        if (Result<void> read = readBody(event, kind, body); !read)
            return failForGood("journal-corrupt",
                               fmt::format("event {}: {}", event.position->n, read.error().context));
        return event;
    }

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

    void fail(Column column) { m_fault = m_fault.value_or(column); }

    const Row& m_row;
    std::optional<Column> m_fault;
};

/// Reads a row that selects `eventColumns`. Errors: `journal-corrupt` with the position.
template <typename Row>
[[nodiscard]] Result<Event> readEvent(const Row& row)
{
    return EventReader<Row>(row).read();
}

} // namespace anjungan
