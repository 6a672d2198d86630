// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue.h"
#include "core/ids.h"
#include "core/number.h"
#include "core/time.h"

#include <array>
#include <memory>
#include <optional>

/// The bodies of events about the site itself: its catalogue, people, machines, counters, clock. Each names
/// its kind and, once, its fields: JSON is made and read from `fields`. A field given with a third argument
/// is left out where it has that value, which is also what a missing one means: so a kind that old journals
/// hold can gain a field.
namespace anjungan {

using PublicKey = std::array<std::uint8_t, 32>; ///< Ed25519
using Signature = std::array<std::uint8_t, 64>; ///< Ed25519

enum class CounterPresence { Closed, Open, Paused };

struct CataloguePublished
{
    static constexpr std::string_view kind = "catalogue-published";
    std::shared_ptr<const Catalogue> catalogue;

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("catalogue", self.catalogue);
    }
};

struct StaffChanged
{
    static constexpr std::string_view kind = "staff-changed";
    StaffId staff;
    std::string name;

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("staff", self.staff);
        field("name", self.name);
    }
};

struct DeviceRegistered
{
    static constexpr std::string_view kind = "device-registered";
    DeviceId device;
    IncarnationId incarnation;
    std::optional<IncarnationId> predecessor;
    std::uint8_t series = 0;
    PublicKey publicKey{};

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("device", self.device);
        field("incarnation", self.incarnation);
        field("predecessor", self.predecessor);
        field("series", self.series);
        field("publicKey", self.publicKey);
    }
};

struct CounterChanged
{
    static constexpr std::string_view kind = "counter-changed";
    CounterId counter;
    CounterPresence presence = CounterPresence::Closed;
    std::optional<StaffId> staff;

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("counter", self.counter);
        field("presence", self.presence);
        field("staff", self.staff);
    }
};

/// Numbers up to this one may have been given although the log does not know: its next number follows it.
/// See `NumberMark` in core/ports/number_mark.h.
struct NumbersRaised
{
    static constexpr std::string_view kind = "numbers-raised";
    Day day{};
    Number upTo;

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("day", self.day);
        field("upTo", self.upTo);
    }
};

/// Staff looked at the date and the time that a doubtful clock shows, and said that they are right.
struct ClockConfirmed
{
    static constexpr std::string_view kind = "clock-confirmed";
    Instant shown{};

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("shown", self.shown);
    }
};

/// The log goes on in a new epoch, which stands in this event's own position: what devices hold of an older
/// one beyond this event's place is of another log, one that was lost.
struct EpochRaised
{
    static constexpr std::string_view kind = "epoch-raised";
    std::uint32_t epoch = 0;

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("epoch", self.epoch);
    }
};

} // namespace anjungan
