// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site_events.h"

/// What people and machines want of the site itself; each names its kind and its fields as events do.
namespace anjungan {

struct PublishCatalogue
{
    static constexpr std::string_view kind = "publish-catalogue";
    std::shared_ptr<const Catalogue> catalogue; ///< its version must be higher than the published one

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("catalogue", self.catalogue);
    }
};

struct ChangeStaff
{
    static constexpr std::string_view kind = "change-staff";
    StaffId staff;
    std::string name; ///< as colleagues and citizens may read it

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("staff", self.staff);
        field("name", self.name);
    }
};

struct RegisterDevice
{
    static constexpr std::string_view kind = "register-device";
    DeviceId device;
    IncarnationId incarnation;
    std::optional<IncarnationId> predecessor;
    std::uint8_t series = 0; ///< of the numbers it gives when alone: 1 to 9, 0 if it never does
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

/// Opens, pauses or closes a counter. `staff` signs in with Open and is kept through Paused.
struct ChangeCounter
{
    static constexpr std::string_view kind = "change-counter";
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

/// Numbers up to this one may be with citizens although the log does not know.
struct RaiseNumbers
{
    static constexpr std::string_view kind = "raise-numbers";
    Day day{};
    Number upTo;

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("day", self.day);
        field("upTo", self.upTo);
    }
};

/// Staff looked at the clock: `shown` is right.
struct ConfirmClock
{
    static constexpr std::string_view kind = "confirm-clock";
    Instant shown{};

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("shown", self.shown);
    }
};

/// The log was put back from a copy: positions after its end were given before, to other events.
struct RaiseEpoch
{
    static constexpr std::string_view kind = "raise-epoch";
    std::uint32_t epoch =
        0; ///< higher than the log's, and never used before: also not by a log that was lost

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("epoch", self.epoch);
    }
};

} // namespace anjungan
