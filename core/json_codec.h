// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json_scalar.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

/// JSON both ways for the value types of events; `core/json_text.h` writes it without building it. `encode`
/// cannot fail; `decode` answers false where the JSON is not of the type's form or breaks its bounds, and
/// then leaves a value nobody may use.
namespace anjungan::codec {

using nlohmann::json;

inline constexpr std::size_t textLengthMax = 4'096;
inline constexpr std::size_t listLengthMax = 256;

template <typename T>
concept HasFields = requires(T& value)
{
    T::fields(value, [](std::string_view, auto&, auto&&...) {});
};

// Writing

template <Scalar T>
json encode(const T& value)
{
    return scalarOf(value);
}
json encode(const std::shared_ptr<const Catalogue>& value);

template <typename T>
json encode(const std::vector<T>& value);
template <HasFields T>
json encode(const T& value);

/// A missing value is left out, so that a body says nothing it does not know.
template <typename T>
void put(json& into, std::string_view name, const T& value)
{
    into[std::string(name)] = encode(value);
}
template <typename T>
void put(json& into, std::string_view name, const std::optional<T>& value)
{
    if (value)
        into[std::string(name)] = encode(*value);
}

/// A value that is what a missing one means is left out too.
template <typename T>
void put(json& into, std::string_view name, const T& value, const T& otherwise)
{
    if (value != otherwise)
        put(into, name, value);
}

template <typename T>
json encode(const std::vector<T>& value)
{
    json list = json::array();
    for (const T& item : value)
        list.push_back(encode(item));
    return list;
}
template <HasFields T>
json encode(const T& value)
{
    json object = json::object();
    T::fields(value, [&object](std::string_view name, const auto& field, const auto&... otherwise) {
        put(object, name, field, otherwise...);
    });
    return object;
}

// Reading

inline bool decode(const json& from, std::string& value)
{
    if (!from.is_string() || from.get_ref<const std::string&>().size() > textLengthMax)
        return false;
    value = from.get<std::string>();
    return true;
}
inline bool decode(const json& from, bool& value)
{
    if (!from.is_boolean())
        return false;
    value = from.get<bool>();
    return true;
}
template <Integer T>
bool decode(const json& from, T& value)
{
    if (from.is_number_unsigned()) {
        const auto wide = from.get<std::uint64_t>();
        value = static_cast<T>(wide);
        return std::in_range<T>(wide);
    }
    if (!from.is_number_integer())
        return false;
    const auto wide = from.get<std::int64_t>();
    value = static_cast<T>(wide);
    return std::in_range<T>(wide);
}
template <Enum T>
bool decode(const json& from, T& value)
{
    if (!from.is_string())
        return false;
    const auto& names = EnumNames<T>::names;
    const auto found = std::find(names.begin(), names.end(), from.get_ref<const std::string&>());
    value = static_cast<T>(found - names.begin());
    return found != names.end();
}

/// For the types that read themselves from text with a `parse` that may answer nothing.
template <typename T, typename Parse>
bool decodeText(const json& from, T& value, Parse parse)
{
    if (!from.is_string())
        return false;
    const auto parsed = parse(from.get_ref<const std::string&>());
    if (parsed)
        value = *parsed;
    return parsed.has_value();
}
template <typename Tag>
bool decode(const json& from, Name<Tag>& value)
{
    return decodeText(from, value, &Name<Tag>::parse);
}
template <typename Tag>
bool decode(const json& from, Id<Tag>& value)
{
    return decodeText(from, value, &Id<Tag>::parse);
}
inline bool decode(const json& from, Number& value)
{
    return decodeText(from, value, &Number::parse);
}
inline bool decode(const json& from, Day& value)
{
    return decodeText(from, value, &parseDay);
}
inline bool decode(const json& from, Language& value)
{
    return decodeText(from, value, &parseLanguage);
}
inline bool decode(const json& from, TimeZone& value)
{
    return decodeText(from, value, &timeZoneOf);
}
template <std::size_t N>
bool decode(const json& from, std::array<std::uint8_t, N>& value)
{
    return from.is_string() && fromHex(from.get_ref<const std::string&>(), value);
}
inline bool decode(const json& from, std::chrono::minutes& value)
{
    std::int32_t count = 0;
    if (!decode(from, count) || count < 0)
        return false;
    value = std::chrono::minutes(count);
    return true;
}
inline bool decode(const json& from, LocalInstant& value)
{
    std::int64_t count = 0;
    if (!decode(from, count))
        return false;
    value = LocalInstant(std::chrono::milliseconds(count));
    return true;
}
inline bool decode(const json& from, Instant& value)
{
    std::int64_t count = 0;
    if (!decode(from, count))
        return false;
    value = Instant(std::chrono::milliseconds(count));
    return true;
}
bool decode(const json& from, LegId& value);
bool decode(const json& from, std::shared_ptr<const Catalogue>& value);

template <typename T>
bool decode(const json& from, std::vector<T>& value);

/// Reads an object's known fields. `fault` names the first one that is missing or wrong; the names that
/// were read are told to `known`.
template <HasFields T, typename Known>
bool decodeFields(const json& from, T& value, std::string& fault, Known&& known);

template <HasFields T>
bool decode(const json& from, T& value)
{
    std::string fault;
    return decodeFields(from, value, fault, [](std::string_view) {});
}

template <typename T>
bool get(const json& from, std::string_view name, T& value)
{
    const auto found = from.find(name);
    return found != from.end() && decode(*found, value);
}
template <typename T>
bool get(const json& from, std::string_view name, std::optional<T>& value)
{
    const auto found = from.find(name);
    if (found == from.end()) {
        value.reset();
        return true;
    }
    return decode(*found, value.emplace());
}
template <typename T>
bool get(const json& from, std::string_view name, T& value, const T& otherwise)
{
    value = otherwise;
    return !from.contains(name) || get(from, name, value);
}

template <typename T>
bool decode(const json& from, std::vector<T>& value)
{
    if (!from.is_array() || from.size() > listLengthMax)
        return false;
    value.resize(from.size());
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (!decode(from[i], value[i]))
            return false;
    }
    return true;
}
template <HasFields T, typename Known>
bool decodeFields(const json& from, T& value, std::string& fault, Known&& known)
{
    if (!from.is_object()) {
        fault = "body";
        return false;
    }
    T::fields(value, [&](std::string_view name, auto& field, const auto&... otherwise) {
        known(name);
        if (!get(from, name, field, otherwise...) && fault.empty())
            fault = name;
    });
    return fault.empty();
}

} // namespace anjungan::codec
