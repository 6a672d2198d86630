// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json_codec.h"

#include <charconv>
#include <limits>
#include <numeric>

/// Writes values as JSON text without building the JSON: exactly what `encode(value).dump()` gives, several
/// times faster. For what is written at every commit.
///
/// A text that is not UTF-8 throws, as `dump` does.
namespace anjungan::codec {

/// Quotes a text, escaping what JSON wants escaped.
void appendQuoted(std::string& out, std::string_view text);

template <Scalar T>
void append(std::string& out, const T& value)
{
    const auto& scalar = scalarOf(value);
    using Written = std::decay_t<decltype(scalar)>;
    if constexpr (std::is_same_v<Written, bool>) {
        out += scalar ? "true" : "false";
    } else if constexpr (std::is_integral_v<Written>) {
        std::array<char, std::numeric_limits<Written>::digits10 + 2> digits;
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), scalar).ptr;
        out.append(digits.data(), end);
    } else {
        appendQuoted(out, scalar);
    }
}

inline void append(std::string& out, const std::shared_ptr<const Catalogue>& value)
{
    out += encode(value).dump();
}

template <typename T>
void append(std::string& out, const std::vector<T>& value);
template <HasFields T>
void append(std::string& out, const T& value);

/// One field of an object, after a comma where it is not the first; a missing value is left out.
template <typename T>
void appendField(std::string& out, std::string_view name, const T& value)
{
    if (out.back() != '{')
        out += ',';
    out += '"';
    out += name;
    out += "\":";
    append(out, value);
}
template <typename T>
void appendField(std::string& out, std::string_view name, const std::optional<T>& value)
{
    if (value)
        appendField(out, name, *value);
}

template <typename T>
void appendField(std::string& out, std::string_view name, const T& value, const T& otherwise)
{
    if (value != otherwise)
        appendField(out, name, value);
}

template <typename T>
void append(std::string& out, const std::vector<T>& value)
{
    out += '[';
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (i > 0)
            out += ',';
        append(out, value[i]);
    }
    out += ']';
}

/// The places of a type's fields, in the order of their names: the order in which JSON is written, so that a
/// node which does not know the type writes the same.
template <HasFields T>
const std::vector<std::size_t>& fieldOrder()
{
    static const std::vector<std::size_t> order = [] {
        std::vector<std::string_view> names;
        const T value;
        T::fields(value,
                  [&names](std::string_view name, const auto&, const auto&...) { names.push_back(name); });
        std::vector<std::size_t> places(names.size());
        std::iota(places.begin(), places.end(), 0U);
        std::ranges::sort(places, {}, [&names](std::size_t place) { return names[place]; });
        return places;
    }();
    return order;
}

template <HasFields T>
void append(std::string& out, const T& value)
{
    out += '{';
    for (const std::size_t wanted : fieldOrder<T>()) {
        std::size_t place = 0;
        T::fields(value, [&](std::string_view name, const auto& field, const auto&... otherwise) {
            if (place++ == wanted)
                appendField(out, name, field, otherwise...);
        });
    }
    out += '}';
}

} // namespace anjungan::codec
