// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/object_reader.h"

#include "core/plain_text.h"

#include <algorithm>
#include <limits>

namespace anjungan {

namespace {

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(' ') == std::string_view::npos;
}

} // namespace

ObjectReader::ObjectReader(const Json& value, std::string place, Fault& fault)
    : m_value(value)
    , m_place(std::move(place))
    , m_fault(fault)
{
    if (!m_value.is_object())
        m_fault.set(m_place, "must be an object");
}

std::string ObjectReader::placeOf(std::string_view key) const
{
    return m_place.empty() ? std::string(key) : fmt::format("{}.{}", m_place, key);
}

const ObjectReader::Json* ObjectReader::find(std::string_view key)
{
    m_asked.push_back(key);
    if (!m_value.is_object())
        return nullptr;
    const auto found = m_value.find(key);
    return found == m_value.end() ? nullptr : &*found;
}

const ObjectReader::Json* ObjectReader::require(std::string_view key)
{
    const Json* value = find(key);
    if (value == nullptr)
        m_fault.set(placeOf(key), "is missing");
    return value;
}

std::int64_t ObjectReader::integer(std::string_view key, std::int64_t least, std::int64_t most)
{
    const auto value = optionalInteger(key, least, most);
    if (!value)
        m_fault.set(placeOf(key), "is missing");
    return value.value_or(least);
}

std::optional<std::int64_t> ObjectReader::optionalInteger(std::string_view key, std::int64_t least,
                                                          std::int64_t most)
{
    const Json* value = find(key);
    if (value == nullptr)
        return std::nullopt;
    // An unsigned number may be larger than what the signed type holds: it must not wrap around to valid.
    const bool fits =
        value->is_number_integer() &&
        (!value->is_number_unsigned() ||
         value->get<std::uint64_t>() <= std::uint64_t{std::numeric_limits<std::int64_t>::max()});
    const std::int64_t number = fits ? value->get<std::int64_t>() : 0;
    if (!fits || number < least || number > most) {
        m_fault.set(placeOf(key), fmt::format("must be a whole number from {} to {}", least, most));
        return least;
    }
    return number;
}

bool ObjectReader::flag(std::string_view key)
{
    const Json* value = find(key);
    if (value == nullptr)
        return false;
    if (!value->is_boolean()) {
        m_fault.set(placeOf(key), "must be true or false");
        return false;
    }
    return value->get<bool>();
}

std::string ObjectReader::plain(std::string_view key, std::size_t bytesMax)
{
    const Json* value = require(key);
    return value == nullptr ? std::string() : readPlain(*value, placeOf(key), bytesMax, m_fault);
}

std::string ObjectReader::readPlain(const Json& value, std::string_view place, std::size_t bytesMax,
                                    Fault& fault)
{
    if (!value.is_string()) {
        fault.set(place, "must be a text");
        return {};
    }
    const std::string& text = value.get_ref<const std::string&>();
    if (text.size() > bytesMax)
        fault.set(place, fmt::format("is longer than {} bytes", bytesMax));
    else if (isBlank(text))
        fault.set(place, "is empty");
    else if (!isPlainText(text, bytesMax))
        fault.set(place, "holds control characters or broken UTF-8");
    else
        return text;
    return {};
}

void ObjectReader::finish()
{
    if (m_fault.isSet() || !m_value.is_object())
        return;
    for (const auto& [key, value] : m_value.items()) {
        if (std::find(m_asked.begin(), m_asked.end(), key) != m_asked.end())
            continue;
        // The key comes from outside and ends up in a log.
        const bool presentable = !isBlank(key) && isPlainText(key, 64);
        m_fault.set(m_place, presentable ? fmt::format("unknown key '{}'", key) : "unknown key");
        return;
    }
}

} // namespace anjungan
