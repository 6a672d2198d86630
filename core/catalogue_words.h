// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue.h"

#include <array>
#include <optional>
#include <string_view>

// The words of a catalogue's JSON, for its reader and its writer.
namespace anjungan {

/// By ISO weekday, from Monday.
inline constexpr std::array<std::string_view, 7> weekdayWords{"mon", "tue", "wed", "thu",
                                                              "fri", "sat", "sun"};

/// By `Direction`.
inline constexpr std::array<std::string_view, 6> directionWords{"none",  "left", "right",
                                                                "ahead", "up",   "down"};

/// By `Need`.
inline constexpr std::array<std::string_view, 4> needWords{"wheelchair", "escort", "sign-language",
                                                           "writing"};

/// By `SiteKind`.
inline constexpr std::array<std::string_view, 6> siteKindWords{"mall",      "kecamatan", "desa",
                                                               "kelurahan", "tiyuh",     "mobile"};

[[nodiscard]] constexpr std::string_view wordOf(TimeZone zone)
{
    switch (zone) {
    case TimeZone::Wib:
        return "WIB";
    case TimeZone::Wita:
        return "WITA";
    case TimeZone::Wit:
        return "WIT";
    }
    return {};
}

[[nodiscard]] constexpr std::optional<TimeZone> timeZoneOf(std::string_view word)
{
    for (const TimeZone zone : {TimeZone::Wib, TimeZone::Wita, TimeZone::Wit}) {
        if (word == wordOf(zone))
            return zone;
    }
    return std::nullopt;
}

} // namespace anjungan
