// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue_words.h"
#include "core/event.h"

#include <array>
#include <span>
#include <string_view>

/// The string, number or truth value as which JSON holds a value that has no parts: `scalarOf`.
namespace anjungan::codec {

/// The names of an enumeration's values, in their order.
template <typename E>
struct EnumNames;

template <>
struct EnumNames<Channel>
{
    static constexpr std::array<std::string_view, 4> names{"self", "direct", "electronic", "mobile"};
};
template <>
struct EnumNames<Outcome>
{
    static constexpr std::array<std::string_view, 5> names{"done", "issued", "documents-missing", "refused",
                                                           "referred"};
};
template <>
struct EnumNames<Way>
{
    static constexpr std::array<std::string_view, 2> names{"counter", "mpp-digital"};
};
template <>
struct EnumNames<Need>
{
    static constexpr auto names = needWords;
};
template <>
struct EnumNames<CounterPresence>
{
    static constexpr std::array<std::string_view, 3> names{"closed", "open", "paused"};
};

[[nodiscard]] std::string toHex(std::span<const std::uint8_t> bytes);
[[nodiscard]] bool fromHex(std::string_view text, std::span<std::uint8_t> bytes);

template <typename T>
concept Enum = std::is_enum_v<T> && requires
{
    EnumNames<T>::names;
};

template <typename T>
concept Integer = std::is_integral_v<T> && !std::is_same_v<T, bool>;

inline const std::string& scalarOf(const std::string& value)
{
    return value;
}
inline std::string_view scalarOf(std::string_view value)
{
    return value;
}
inline bool scalarOf(bool value)
{
    return value;
}
template <Integer T>
T scalarOf(T value)
{
    return value;
}
template <Enum T>
std::string_view scalarOf(T value)
{
    return EnumNames<T>::names.at(static_cast<std::size_t>(value));
}
template <typename Tag>
const std::string& scalarOf(const Name<Tag>& value)
{
    return value.text();
}
template <typename Tag>
std::string scalarOf(const Id<Tag>& value)
{
    return value.text();
}
template <std::size_t N>
std::string scalarOf(const std::array<std::uint8_t, N>& value)
{
    return toHex(value);
}
inline std::string scalarOf(const Number& value)
{
    return value.text();
}
inline std::string_view scalarOf(Language value)
{
    return languageCode(value);
}
inline std::string_view scalarOf(TimeZone value)
{
    return wordOf(value);
}
inline std::string scalarOf(const LegId& value)
{
    return value.ticket.text() + '/' + std::to_string(value.index);
}
inline std::string scalarOf(const Day& value)
{
    return formatDay(value);
}
inline std::int64_t scalarOf(std::chrono::minutes value)
{
    return value.count();
}
inline std::int64_t scalarOf(const Instant& value)
{
    return value.time_since_epoch().count();
}
inline std::int64_t scalarOf(const LocalInstant& value)
{
    return value.time_since_epoch().count();
}

template <typename T>
concept Scalar = requires(const T& value)
{
    scalarOf(value);
};

} // namespace anjungan::codec
