// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace anjungan {

/// A name that people chose in the catalogue or the configuration: 1 to 32 of `a-z 0-9 -`.
/// The tag makes a counter's name unusable where a queue's is asked for.
template <typename Tag>
class Name
{
public:
    static constexpr std::size_t lengthMax = 32;

    Name() = default;

    /// Nothing if `text` is not a well-formed name.
    [[nodiscard]] static std::optional<Name> parse(std::string_view text)
    {
        if (text.empty() || text.size() > lengthMax)
            return std::nullopt;
        for (const char c : text) {
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'))
                return std::nullopt;
        }
        Name name;
        name.m_text = text;
        return name;
    }

    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] bool empty() const { return m_text.empty(); }

    auto operator<=>(const Name&) const = default;

private:
    std::string m_text;
};

/// 128 random bits, written as 32 lower-case hexadecimal digits.
template <typename Tag>
class Id
{
public:
    using Bytes = std::array<std::uint8_t, 16>;

    Id() = default;
    explicit Id(const Bytes& bytes)
        : m_bytes(bytes)
    {}

    /// Nothing if `text` is not exactly 32 lower-case hexadecimal digits.
    [[nodiscard]] static std::optional<Id> parse(std::string_view text)
    {
        if (text.size() != 32)
            return std::nullopt;
        const auto digit = [](char c) -> int {
            if (c >= '0' && c <= '9')
                return c - '0';
            return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
        };
        Id id;
        for (std::size_t i = 0; i < id.m_bytes.size(); ++i) {
            const int high = digit(text[2 * i]);
            const int low = digit(text[2 * i + 1]);
            if (high < 0 || low < 0)
                return std::nullopt;
            id.m_bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
        }
        return id;
    }

    [[nodiscard]] std::string text() const
    {
        static constexpr std::string_view digits = "0123456789abcdef";
        std::string out;
        out.reserve(32);
        for (const std::uint8_t byte : m_bytes) {
            out.push_back(digits[byte >> 4]);
            out.push_back(digits[byte & 15]);
        }
        return out;
    }

    [[nodiscard]] const Bytes& bytes() const { return m_bytes; }
    [[nodiscard]] bool isNull() const { return m_bytes == Bytes{}; }

    auto operator<=>(const Id&) const = default;

private:
    Bytes m_bytes{};
};

using SiteId = Name<struct SiteTag>;
using AgencyId = Name<struct AgencyTag>;
using ServiceId = Name<struct ServiceTag>;
using CaseId = Name<struct CaseTag>;
using QueueId = Name<struct QueueTag>;
using CounterId = Name<struct CounterTag>;
using ZoneId = Name<struct ZoneTag>;
using PriorityClassId = Name<struct PriorityClassTag>;
using StaffId = Name<struct StaffTag>;
using DeviceId = Name<struct DeviceTag>;

using CommandId = Id<struct CommandTag>;
using TicketId = Id<struct TicketTag>;
using IncarnationId = Id<struct IncarnationTag>;
/// An episode is named by the command that opened it: one call, one episode.
using EpisodeId = CommandId;

/// SHA-256 or BLAKE2b-256, whatever the node's Crypto port computes.
using Hash = std::array<std::uint8_t, 32>;

/// One service of a ticket: its position among the ticket's legs, from 0.
struct LegId
{
    TicketId ticket;
    std::uint8_t index = 0;

    auto operator<=>(const LegId&) const = default;
};

} // namespace anjungan

template <typename Tag>
struct std::hash<anjungan::Name<Tag>>
{
    std::size_t operator()(const anjungan::Name<Tag>& name) const noexcept
    {
        return std::hash<std::string>{}(name.text());
    }
};

/// The bits are random already: the first eight bytes serve as the hash.
template <typename Tag>
struct std::hash<anjungan::Id<Tag>>
{
    std::size_t operator()(const anjungan::Id<Tag>& id) const noexcept
    {
        std::size_t value = 0;
        std::memcpy(&value, id.bytes().data(), sizeof value);
        return value;
    }
};
