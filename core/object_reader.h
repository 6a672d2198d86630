// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anjungan {

/// The first thing wrong in a document, as "place: reason". What is found after it is not kept, since it
/// may only follow from it.
class Fault
{
public:
    void set(std::string_view place, std::string_view reason)
    {
        if (m_text.empty())
            m_text = fmt::format("{}: {}", place.empty() ? "catalogue" : place, reason);
    }

    [[nodiscard]] bool isSet() const { return !m_text.empty(); }
    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    std::string m_text;
};

/// Reads one JSON object from outside key by key. Whatever is not as asked sets the fault and gives a
/// default, so that a reader is written straight down and asks for the fault once, at its end.
class ObjectReader
{
public:
    using Json = nlohmann::json;

    /// `value` and `fault` outlive the reader. A fault if `value` is no object.
    ObjectReader(const Json& value, std::string place, Fault& fault);

    /// The place of a key, as in `services[3].queue`.
    [[nodiscard]] std::string placeOf(std::string_view key) const;
    [[nodiscard]] Fault& fault() { return m_fault; }

    /// The value of a key that may be missing.
    const Json* find(std::string_view key);
    /// The value of a key that must be there.
    const Json* require(std::string_view key);

    std::int64_t integer(std::string_view key, std::int64_t least, std::int64_t most);
    std::optional<std::int64_t> optionalInteger(std::string_view key, std::int64_t least, std::int64_t most);
    /// False where missing.
    bool flag(std::string_view key);
    /// A plain text with something to see in it.
    std::string plain(std::string_view key, std::size_t bytesMax);

    /// A well-formed `Name` (core/ids.h).
    template <typename NameType>
    NameType name(std::string_view key)
    {
        const Json* value = require(key);
        return value == nullptr ? NameType() : readName<NameType>(*value, placeOf(key), m_fault);
    }

    template <typename NameType>
    static NameType readName(const Json& value, std::string_view place, Fault& fault)
    {
        if (value.is_string()) {
            if (auto parsed = NameType::parse(value.get_ref<const std::string&>()))
                return *std::move(parsed);
        }
        fault.set(place, fmt::format("must be 1 to {} of a-z, 0-9 and '-'", NameType::lengthMax));
        return {};
    }

    static std::string readPlain(const Json& value, std::string_view place, std::size_t bytesMax,
                                 Fault& fault);

    /// Calls `read(item, place)` for each item of an array and gathers what it gives. A key that may be
    /// missing has `least` 0. Nothing is read beyond the first fault.
    template <typename Item, typename Read>
    std::vector<Item> list(std::string_view key, std::size_t least, std::size_t most, Read read)
    {
        const Json* array = least == 0 ? find(key) : require(key);
        return array == nullptr ? std::vector<Item>()
                                : readList<Item>(*array, placeOf(key), least, most, m_fault, read);
    }

    template <typename Item, typename Read>
    static std::vector<Item> readList(const Json& array, const std::string& place, std::size_t least,
                                      std::size_t most, Fault& fault, Read read)
    {
        std::vector<Item> items;
        if (!array.is_array() || array.size() < least || array.size() > most) {
            fault.set(place, fmt::format("must be a list of {} to {}", least, most));
            return items;
        }
        items.reserve(array.size());
        for (std::size_t i = 0; i < array.size() && !fault.isSet(); ++i)
            items.push_back(read(array[i], fmt::format("{}[{}]", place, i)));
        return items;
    }

    /// Refuses every key that nobody asked for: a misspelt one must not pass in silence.
    void finish();

private:
    const Json& m_value;
    std::string m_place;
    Fault& m_fault;
    std::vector<std::string_view> m_asked;
};

} // namespace anjungan
