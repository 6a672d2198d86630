// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event.h"

#include "core/json_text.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

namespace anjungan {

namespace codec {

std::string toHex(std::span<const std::uint8_t> bytes)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        out.push_back(digits[byte >> 4]);
        out.push_back(digits[byte & 15]);
    }
    return out;
}

bool fromHex(std::string_view text, std::span<std::uint8_t> bytes)
{
    if (text.size() != bytes.size() * 2)
        return false;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char* begin = text.data() + 2 * i;
        const auto [end, error] = std::from_chars(begin, begin + 2, bytes[i], 16);
        if (error != std::errc() || end != begin + 2)
            return false;
    }
    return true;
}

void appendQuoted(std::string& out, std::string_view text)
{
    const auto isPlain = [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; };
    if (!std::ranges::all_of(text, isPlain)) {
        out += json(text).dump();
        return;
    }
    out += '"';
    out += text;
    out += '"';
}

json encode(const std::shared_ptr<const Catalogue>& value)
{
    return value ? toJson(*value) : json();
}

bool decode(const json& from, LegId& value)
{
    if (!from.is_string())
        return false;
    const std::string& text = from.get_ref<const std::string&>();
    const std::size_t slash = text.find('/');
    if (slash == std::string::npos)
        return false;
    const auto ticket = TicketId::parse(std::string_view(text).substr(0, slash));
    const char* begin = text.data() + slash + 1;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(begin, end, value.index);
    if (!ticket || error != std::errc() || stop != end || value.index >= ticketLegsMax)
        return false;
    value.ticket = *ticket;
    return true;
}

bool decode(const json& from, std::shared_ptr<const Catalogue>& value)
{
    auto catalogue = readCatalogue(from);
    if (!catalogue)
        return false;
    value = std::make_shared<const Catalogue>(std::move(*catalogue));
    return true;
}

} // namespace codec

namespace {

using nlohmann::json;

/// Reads a body of type `Body` if that is what `kind` says; goes on with the rest of the list otherwise.
template <std::size_t I = 0>
Result<void> readBodyOf(Event& event, std::string_view kind, const json& body)
{
    using Body = std::variant_alternative_t<I, EventBody>;
    if constexpr (std::is_same_v<Body, UnknownEvent>) {
        event.body = UnknownEvent{std::string(kind), body.dump()};
        return {};
    } else {
        if (kind != Body::kind)
            return readBodyOf<I + 1>(event, kind, body);
        Body typed;
        std::string fault;
        std::size_t known = 0;
        const bool read = codec::decodeFields(
            body, typed, fault, [&](std::string_view name) { known += body.contains(name) ? 1 : 0; });
        if (!read)
            return refuse("event-invalid", std::string(kind) + '.' + fault);
        event.extra.clear();
        // Copied only where there is something to keep: a whole log is read at every start.
        if (known < body.size()) {
            json extra = body;
            Body::fields(
                typed, [&](std::string_view name, auto&, const auto&...) { extra.erase(std::string(name)); });
            event.extra = extra.dump();
        }
        event.body = std::move(typed);
        return {};
    }
}

json toJson(const Position& position)
{
    return {{"epoch", position.epoch}, {"n", position.n}};
}

bool readPosition(const json& from, Position& position)
{
    return from.is_object() && codec::get(from, "epoch", position.epoch) && codec::get(from, "n", position.n);
}

json envelopeToJson(const Event& event)
{
    json actor = {{"device", event.act.actor.device.text()}};
    codec::put(actor, "staff", event.act.actor.staff);
    return {{"index", event.index},
            {"origin",
             {{"device", event.origin.device.text()},
              {"incarnation", event.origin.incarnation.text()},
              {"sequence", event.origin.sequence},
              {"previous", codec::encode(event.origin.previous)}}},
            {"command", event.act.command.text()},
            {"actor", std::move(actor)},
            {"time", event.act.time.time_since_epoch().count()},
            {"subject", event.subject},
            {"kind", kindOf(event.body)}};
}

/// Names the first envelope field that is missing or wrong; empty when all were read.
std::string readEnvelope(const json& from, Event& event)
{
    std::int64_t time = 0;
    const auto origin = from.find("origin");
    const auto actor = from.find("actor");
    if (!codec::get(from, "index", event.index))
        return "index";
    if (origin == from.end() || !origin->is_object() || !codec::get(*origin, "device", event.origin.device) ||
        !codec::get(*origin, "incarnation", event.origin.incarnation) ||
        !codec::get(*origin, "sequence", event.origin.sequence) ||
        !codec::get(*origin, "previous", event.origin.previous))
        return "origin";
    if (!codec::get(from, "command", event.act.command))
        return "command";
    if (actor == from.end() || !actor->is_object() || !codec::get(*actor, "device", event.act.actor.device) ||
        !codec::get(*actor, "staff", event.act.actor.staff))
        return "actor";
    if (!codec::get(from, "time", time))
        return "time";
    event.act.time = Instant(std::chrono::milliseconds(time));
    if (!codec::get(from, "subject", event.subject) || event.subject.size() > 64)
        return "subject";
    if (const auto position = from.find("position"); position != from.end()) {
        if (!readPosition(*position, event.position.emplace()))
            return "position";
    }
    if (const auto base = from.find("base"); base != from.end()) {
        if (!readPosition(*base, event.base.emplace()))
            return "base";
    }
    return {};
}

} // namespace

Subject subjectOf(const TicketId& ticket)
{
    return "ticket:" + ticket.text();
}

Subject subjectOf(const CounterId& counter)
{
    return "counter:" + counter.text();
}

Subject subjectOf(const StaffId& staff)
{
    return "staff:" + staff.text();
}

Subject subjectOf(const DeviceId& device)
{
    return "device:" + device.text();
}

Subject subjectOfSite()
{
    return "site";
}

std::string_view kindOf(const EventBody& body)
{
    return std::visit([](const auto& typed) -> std::string_view { return typed.kind; }, body);
}

json bodyToJson(const Event& event)
{
    if (const auto* unknown = std::get_if<UnknownEvent>(&event.body))
        return json::parse(unknown->body);
    json body = event.extra.empty() ? json::object() : json::parse(event.extra);
    std::visit(
        [&body](const auto& typed) {
            using Body = std::decay_t<decltype(typed)>;
            if constexpr (!std::is_same_v<Body, UnknownEvent>) {
                Body::fields(typed,
                             [&body](std::string_view name, const auto& value, const auto&... otherwise) {
                                 codec::put(body, name, value, otherwise...);
                             });
            }
        },
        event.body);
    return body;
}

std::string bodyToJsonText(const Event& event)
{
    if (std::holds_alternative<UnknownEvent>(event.body) || !event.extra.empty())
        return bodyToJson(event).dump();
    std::string text;
    text.reserve(512);
    std::visit(
        [&text](const auto& typed) {
            if constexpr (!std::is_same_v<std::decay_t<decltype(typed)>, UnknownEvent>)
                codec::append(text, typed);
        },
        event.body);
    return text;
}

Result<void> readBody(Event& event, std::string_view kind, const json& body)
{
    return readBodyOf(event, kind, body);
}

json toJson(const Event& event)
{
    json out = envelopeToJson(event);
    if (event.position)
        out["position"] = toJson(*event.position);
    if (event.base)
        out["base"] = toJson(*event.base);
    out["body"] = bodyToJson(event);
    return out;
}

Result<Event> eventFromJson(const json& from)
{
    Event event;
    if (!from.is_object())
        return refuse("event-invalid", "not an object");
    if (const std::string fault = readEnvelope(from, event); !fault.empty())
        return refuse("event-invalid", fault);
    std::string kind;
    const auto body = from.find("body");
    if (!codec::get(from, "kind", kind) || kind.empty() || kind.size() > 64)
        return refuse("event-invalid", "kind");
    if (body == from.end())
        return refuse("event-invalid", "body");
    if (auto read = readBody(event, kind, *body); !read)
        return tl::unexpected(read.error());
    return event;
}

std::string chainText(const Event& event)
{
    // What `envelopeToJson` with the body dumps, keys in their order, written without building it: this is
    // done for every event, twice where it is checked.
    std::string text = R"({"actor":{)";
    text.reserve(1'024);
    codec::appendField(text, "device", event.act.actor.device);
    codec::appendField(text, "staff", event.act.actor.staff);
    text += R"(},"body":)";
    text += bodyToJsonText(event);
    codec::appendField(text, "command", event.act.command);
    codec::appendField(text, "index", event.index);
    codec::appendField(text, "kind", kindOf(event.body));
    text += R"(,"origin":{)";
    codec::appendField(text, "device", event.origin.device);
    codec::appendField(text, "incarnation", event.origin.incarnation);
    codec::appendField(text, "previous", event.origin.previous);
    codec::appendField(text, "sequence", event.origin.sequence);
    text += '}';
    codec::appendField(text, "subject", event.subject);
    codec::appendField(text, "time", event.act.time.time_since_epoch().count());
    text += '}';
    return text;
}

} // namespace anjungan
