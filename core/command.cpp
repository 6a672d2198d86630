// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/command.h"

#include "core/json_codec.h"

namespace anjungan {

namespace {

using nlohmann::json;

/// Reads a body of the kind that is asked for; the rest of the list is tried otherwise.
template <std::size_t I = 0>
Result<CommandBody> readBodyOf(std::string_view kind, const json& body)
{
    if constexpr (I == std::variant_size_v<CommandBody>) {
        return refuse("command-unknown", std::string(kind.substr(0, 64)));
    } else {
        using Body = std::variant_alternative_t<I, CommandBody>;
        if (kind != Body::kind)
            return readBodyOf<I + 1>(kind, body);
        Body typed;
        std::string fault;
        if (!codec::decodeFields(body, typed, fault, [](std::string_view) {}))
            return refuse("command-invalid", std::string(kind) + '.' + fault);
        return typed;
    }
}

} // namespace

std::string_view kindOf(const CommandBody& body)
{
    return std::visit([](const auto& typed) { return std::decay_t<decltype(typed)>::kind; }, body);
}

json toJson(const Command& command)
{
    json out = {{"id", command.id.text()},
                {"device", command.actor.device.text()},
                {"kind", kindOf(command.body)},
                {"body", std::visit([](const auto& typed) { return codec::encode(typed); }, command.body)}};
    codec::put(out, "staff", command.actor.staff);
    return out;
}

Result<Command> commandFromJson(const json& from)
{
    Command command;
    std::string kind;
    const auto wrong = [&](std::string_view name) { return refuse("command-invalid", std::string(name)); };
    if (!from.is_object())
        return wrong("no object");
    if (!codec::get(from, "id", command.id) || command.id.isNull())
        return wrong("id");
    if (!codec::get(from, "device", command.actor.device))
        return wrong("device");
    if (!codec::get(from, "staff", command.actor.staff))
        return wrong("staff");
    if (!codec::get(from, "kind", kind))
        return wrong("kind");
    const auto body = from.find("body");
    if (body == from.end())
        return wrong("body");
    return readBodyOf(kind, *body).map([&](CommandBody&& read) {
        command.body = std::move(read);
        return std::move(command);
    });
}

} // namespace anjungan
