// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event_body.h"
#include "core/ids.h"
#include "core/result.h"
#include "core/time.h"

#include <nlohmann/json_fwd.hpp>
#include <optional>

namespace anjungan {

/// Where an event stands in the authority's log. Epochs rise when the log was put back from a copy
/// (`EpochRaised`), or another node becomes the authority.
struct Position
{
    std::uint32_t epoch = 0;
    std::uint64_t n = 0; ///< 1 for the first event of the log; goes on through epochs

    auto operator<=>(const Position&) const = default;
};

/// The node that decided an event, and where it stands in that node's own chain.
struct Origin
{
    DeviceId device;
    IncarnationId incarnation;  ///< random at each opening of the device's journal
    std::uint64_t sequence = 0; ///< 1 for the incarnation's first event
    Hash previous{};            ///< the hash of `chainText` of the event before; zeros for the first

    bool operator==(const Origin&) const = default;
};

struct Actor
{
    DeviceId device;              ///< where it was done
    std::optional<StaffId> staff; ///< nothing: a citizen, or the machine itself

    bool operator==(const Actor&) const = default;
};

/// The act of which an event is a part: one command may have several events.
struct Act
{
    CommandId command;
    Actor actor;
    Instant time{};

    bool operator==(const Act&) const = default;
};

/// What an event is about. Written `ticket:<id>`, `counter:<name>`, `staff:<name>`, `device:<name>`,
/// `site`; a node that meets an event it does not know is read-only on that event's subject.
using Subject = std::string;

[[nodiscard]] Subject subjectOf(const TicketId& ticket);
[[nodiscard]] Subject subjectOf(const CounterId& counter);
[[nodiscard]] Subject subjectOf(const StaffId& staff);
[[nodiscard]] Subject subjectOf(const DeviceId& device);
[[nodiscard]] Subject subjectOfSite();

/// Something that happened. Never changed once it has a position.
struct Event
{
    std::optional<Position> position; ///< nothing: not yet in the authority's log
    std::uint16_t index = 0;          ///< which of its command's events, from 0
    Origin origin;
    Act act;
    std::optional<Position> base; ///< the last position its node had seen, when it decided alone
    Subject subject;
    EventBody body;
    std::string extra; ///< body fields of a newer version, kept: the text of a JSON object, or empty
};

[[nodiscard]] std::string_view kindOf(const EventBody& body);

/// The body alone, with `extra` merged in: what the journal stores beside the envelope's columns.
[[nodiscard]] nlohmann::json bodyToJson(const Event& event);

/// The same as text, made without the JSON: `bodyToJson(event).dump()`, and throws as that does.
[[nodiscard]] std::string bodyToJsonText(const Event& event);

/// Fills `event.body` and `event.extra` from a stored body. A kind nobody here knows becomes UnknownEvent.
/// Errors: `event-invalid` with the field and the reason.
[[nodiscard]] Result<void> readBody(Event& event, std::string_view kind, const nlohmann::json& body);

/// The whole event, envelope and body: the form of the protocol and of `journal export`.
[[nodiscard]] nlohmann::json toJson(const Event& event);
[[nodiscard]] Result<Event> eventFromJson(const nlohmann::json& json);

/// The bytes that the next event of the same origin hashes into its `previous`: everything but the
/// position and the base, which another node may add, in one canonical text.
[[nodiscard]] std::string chainText(const Event& event);

} // namespace anjungan
